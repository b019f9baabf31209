import { foldForMatching } from '../lib/arabic/normalize.ts';
import type { ContentFiles, NamedFile } from './content-files.ts';
import { isId } from './file-ids.ts';
import { messages, unknownOf } from './messages.ts';
import { findNearest } from './nearest.ts';
import { atPlace, byFile } from './placed-problem.ts';
import { mostProblems, type Problem } from './problem.ts';
import type { Places } from './yaml/types.ts';

/** Maps the former ids of sections, authors or series to their ids of today; an id that is in use maps to itself. */
export function currentIds(files: readonly Pick<NamedFile, 'id' | 'aliases'>[]): Map<string, string> {
  const ids = new Map(files.flatMap(({ id, aliases }) => aliases.map((alias): [string, string] => [alias, id])));
  for (const { id } of files) ids.set(id, id);
  return ids;
}

type ReferenceKind = 'author' | 'category' | 'series';

/** The name of a section, an author or a series in the front matter of an article. */
interface Reference {
  kind: ReferenceKind;
  id: string;
  file: string;
  readonly places: Places;
  field: string;
}

type ArticleFile = ContentFiles['articles'][number];

function* referencesOf(article: ArticleFile): Generator<Reference> {
  const { file, matter } = article;
  const reference = (kind: ReferenceKind, id: string, field: string): Reference => ({
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
  if (matter.series !== undefined) yield reference('series', matter.series, 'series');
}

/** Groups, by what they name, the references that name no id of today: a former one, or none at all. */
function groupOutdated({ articles }: ContentFiles, current: CurrentIds): Reference[][] {
  const isOutdated = (kind: ReferenceKind, id: string | undefined) => id !== undefined && current[kind].get(id) !== id;
  // Almost no article has one, and an archive has many articles.
  const outdated = articles.filter(
    ({ matter: { authors = [], category, series } }) =>
      isOutdated('category', category) ||
      isOutdated('series', series) ||
      authors.some((id) => isOutdated('author', id)),
  );
  const groups = new Map<string, Reference[]>();
  for (const reference of byFile(outdated).flatMap((article) => [...referencesOf(article)])) {
    const { kind, id } = reference;
    if (!isOutdated(kind, id)) continue;
    const group = groups.get(`${kind} ${id}`);
    if (group) group.push(reference);
    else groups.set(`${kind} ${id}`, [reference]);
  }
  return [...groups.values()];
}

/** If more articles name the same unknown id, its file was renamed: only the first of them is told, with the number. */
const mostOfOneId = 20;

/** Reports ids of authors, sections and series that are neither in use nor former ones. */
export function checkReferences(content: ContentFiles): Problem[] {
  const known = currentIdsOf(content);
  const groups = groupOutdated(content, known);
  if (groups.every(([reference]) => reference && known[reference.kind].has(reference.id))) return [];
  const onlyOf = (kind: ReferenceKind) => onlyUnnamed(listIds(kind, content), namedIds(kind, content));
  const only = { author: onlyOf('author'), category: onlyOf('category'), series: onlyOf('series') };
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
      const titled = kind === 'series' ? seriesTitled(id, content) : undefined;
      const problem = unknownId(reference, count, ids, only[kind], titled);
      // What YAML reads otherwise than its author is told by then, and is no id because of that.
      return !isId(id) && content.hasProblemAt?.(problem.file, problem.line) ? [] : [problem];
    });
  });
}

type CurrentIds = Record<ReferenceKind, Map<string, string>>;

function currentIdsOf({ authors, categories, series }: ContentFiles): CurrentIds {
  return { author: currentIds(authors), category: currentIds(categories), series: currentIds(series) };
}

/** Returns the id of the series with a title, which may be written in the place of the id; undefined if several have it. */
function seriesTitled(written: string, { series }: ContentFiles): string | undefined {
  const key = foldForMatching(written);
  const [only, ...others] = series.filter(({ title }) => title !== undefined && foldForMatching(title) === key);
  return others.length === 0 ? only?.id : undefined;
}

const idLists = new WeakMap<readonly NamedFile[], string[]>();

/** Lists the ids in use; the same list each time, because `findNearest` keeps what it makes of a list. */
function listIds(kind: ReferenceKind, { authors, categories, series }: ContentFiles): readonly string[] {
  const files = { author: authors, category: categories, series }[kind];
  const ids = idLists.get(files) ?? files.map(({ id }) => id).sort();
  idLists.set(files, ids);
  return ids;
}

function unknownId(
  { kind, id, file, places, field }: Reference,
  count: number,
  ids: readonly string[],
  onlyUnnamedId: string | undefined,
  titled: string | undefined,
): Problem {
  const nearest = titled ?? findNearest(id, ids);
  const message =
    count === 1
      ? messages[unknownOf[kind]](id, ids)
      : messages.renamedId(kind, id, ids, count, nearest ?? onlyUnnamedId);
  return atPlace(file, places, field, message, id, nearest);
}

function namedIds(kind: ReferenceKind, { articles }: ContentFiles): Set<string> {
  const references = articles.flatMap((article) => [...referencesOf(article)]);
  return new Set(references.flatMap((reference) => (reference.kind === kind ? [reference.id] : [])));
}

/** Returns the id that no article names, if there is only one: it may be the new name of the file that is missing. */
function onlyUnnamed(ids: readonly string[], named: ReadonlySet<string>): string | undefined {
  const [only, ...others] = ids.filter((id) => !named.has(id));
  return others.length === 0 ? only : undefined;
}

/** Tells which former ids articles still name, once for each, with the command that mends the articles. */
export function namesInUse(content: ContentFiles): string[] {
  const ids = currentIdsOf(content);
  return groupOutdated(content, ids).flatMap((references) => {
    const { kind, id } = references[0] as Reference;
    const current = ids[kind].get(id);
    return current === undefined ? [] : [messages.formerIdNamed(kind, id, current, references.length)];
  });
}
