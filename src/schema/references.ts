import type { ContentFiles, NamedFile } from './content-files.ts';
import { isId } from './file-ids.ts';
import { messages } from './messages.ts';
import { findNearest } from './nearest.ts';
import { atPlace, byFile } from './placed-problem.ts';
import { mostProblems, type Problem } from './problem.ts';
import type { Places } from './yaml/types.ts';

/** Maps the former ids of sections or authors to their ids of today; an id that is in use maps to itself. */
export function currentIds(files: readonly Pick<NamedFile, 'id' | 'aliases'>[]): Map<string, string> {
  const ids = new Map(files.flatMap(({ id, aliases }) => aliases.map((alias): [string, string] => [alias, id])));
  for (const { id } of files) ids.set(id, id);
  return ids;
}

/** The name of a section or an author in the front matter of an article. */
interface Reference {
  kind: 'author' | 'category';
  id: string;
  file: string;
  readonly places: Places;
  field: string;
}

function* referencesOf({ articles }: ContentFiles): Generator<Reference> {
  for (const article of byFile(articles)) {
    const { file, matter } = article;
    const reference = (kind: Reference['kind'], id: string, field: string): Reference => ({
      kind,
      id,
      file,
      get places() {
        return article.places;
      },
      field,
    });
    for (const [index, id] of (matter.authors ?? []).entries()) yield reference('author', id, `author.${index}`);
    if (matter.category !== undefined) yield reference('category', matter.category, 'category');
  }
}

function groupReferences(content: ContentFiles): Reference[][] {
  const groups = new Map<string, Reference[]>();
  for (const reference of referencesOf(content)) {
    const key = `${reference.kind} ${reference.id}`;
    const group = groups.get(key);
    if (group) group.push(reference);
    else groups.set(key, [reference]);
  }
  return [...groups.values()];
}

/** If more articles name the same unknown id, its file was renamed: only the first of them is told, with the number. */
const mostOfOneId = 20;

/** Reports ids of authors and sections that are neither in use nor former ones. */
export function checkReferences(content: ContentFiles): Problem[] {
  const known = { author: currentIds(content.authors), category: currentIds(content.categories) };
  const groups = groupReferences(content);
  const named = { author: namedIds('author', groups), category: namedIds('category', groups) };
  const only = {
    author: onlyUnnamed(listIds('author', content), named.author),
    category: onlyUnnamed(listIds('category', content), named.category),
  };
  const told = new Map<string, number>();
  return groups.flatMap((references) => {
    const { kind, id } = references[0] as Reference;
    if (known[kind].has(id)) return [];
    const ids = listIds(kind, content);
    const shown = references.length > mostOfOneId ? references.slice(0, 1) : references;
    return shown.flatMap((reference, index) => {
      const inFile = told.get(reference.file) ?? 0;
      told.set(reference.file, inFile + 1);
      if (inFile >= mostProblems) return [];
      const count = index === 0 ? references.length : 1;
      const problem = unknownId(reference, count, ids, only[kind]);
      // What YAML reads otherwise than its author is told by then, and is no id because of that.
      return !isId(id) && content.hasProblemAt?.(problem.file, problem.line) ? [] : [problem];
    });
  });
}

const idLists = new WeakMap<readonly NamedFile[], string[]>();

/** Lists the ids in use; the same list each time, because `findNearest` keeps what it makes of a list. */
function listIds(kind: Reference['kind'], { authors, categories }: ContentFiles): readonly string[] {
  const files = kind === 'author' ? authors : categories;
  const ids = idLists.get(files) ?? files.map(({ id }) => id).sort();
  idLists.set(files, ids);
  return ids;
}

function unknownId(
  { kind, id, file, places, field }: Reference,
  count: number,
  ids: readonly string[],
  onlyUnnamedId: string | undefined,
): Problem {
  const nearest = findNearest(id, ids);
  const tell = kind === 'author' ? messages.unknownAuthor : messages.unknownCategory;
  const message = count === 1 ? tell(id, ids) : messages.renamedId(kind, id, ids, count, nearest ?? onlyUnnamedId);
  return atPlace(file, places, field, message, id, nearest);
}

function namedIds(kind: Reference['kind'], groups: readonly Reference[][]): Set<string> {
  return new Set(groups.flatMap(([first]) => (first?.kind === kind ? [first.id] : [])));
}

/** Returns the id that no article names, if there is only one: it may be the new name of the file that is missing. */
function onlyUnnamed(ids: readonly string[], named: ReadonlySet<string>): string | undefined {
  const [only, ...others] = ids.filter((id) => !named.has(id));
  return others.length === 0 ? only : undefined;
}

/** Tells which former ids articles still name, once for each, with the command that mends the articles. */
export function namesInUse(content: ContentFiles): string[] {
  const ids = { author: currentIds(content.authors), category: currentIds(content.categories) };
  return groupReferences(content).flatMap((references) => {
    const { kind, id } = references[0] as Reference;
    const current = ids[kind].get(id) ?? id;
    return current === id ? [] : [messages.formerIdNamed(kind, id, current, references.length)];
  });
}
