import { foldForMatching } from '../lib/arabic/normalize.ts';
import { genderOfName, personKey } from '../lib/arabic/person-names.ts';
import type { Author } from './author.ts';
import type { Reporter } from './reporter.ts';

/** What is compared with the names that articles have in `reporter`. */
export interface KnownAuthor extends Pick<Author, 'id'>, Partial<Pick<Author, 'name' | 'gender'>> {
  /** Former ids, and old paths, which begin with `/`. */
  aliases?: readonly string[];
}

/**
 * Creates a function that finds the authors whom a name may mean: the one with this id or former id, else the one with
 * exactly this name, else all whose names differ from it only in spelling, else the one whose id does: `MAHA` is `maha`.
 */
export function createAuthorFinder(authors: readonly KnownAuthor[]): (written: string) => readonly string[] {
  const formerIds = new Map(authors.flatMap(({ id, aliases = [] }) => aliases.map((alias) => [alias, id] as const)));
  const ids = new Map([...formerIds, ...authors.map(({ id }) => [id, id] as const)]);
  const idsByFold = Map.groupBy(ids, ([written]) => foldId(written));
  const named = authors.flatMap(({ id, name }) => (name === undefined ? [] : [{ id, name }]));
  const byName = Map.groupBy(named, ({ name }) => name);
  const byKey = Map.groupBy(named, ({ name }) => personKey(name));
  const found = new Map<string, readonly string[]>();
  const find = (written: string): readonly string[] => {
    const id = ids.get(written);
    if (id !== undefined) return [id];
    const exact = byName.get(written) ?? [];
    const matching = exact.length === 1 ? exact : (byKey.get(personKey(written)) ?? []);
    if (matching.length > 0) return matching.map((author) => author.id);
    return [...new Set(idsByFold.get(foldId(written))?.map(([, current]) => current))];
  };
  return (written) => {
    const known = found.get(written) ?? find(written);
    found.set(written, known);
    return known;
  };
}

function foldId(id: string): string {
  return foldForMatching(id).replace(/[\s_]+/g, '-');
}

/**
 * Creates a function that gives reporters who have a file the name and the gender in the file. A name that may mean
 * several authors stays as it is. Nobody is named twice.
 */
export function createReporterNaming(authors: readonly KnownAuthor[]): (reporters: readonly Reporter[]) => Reporter[] {
  const find = createAuthorFinder(authors);
  const byId = new Map(authors.map((author) => [author.id, author]));
  const nameOne = (reporter: Reporter): Reporter => {
    const [id, ...others] = find(reporter.name);
    const author = id === undefined || others.length > 0 ? undefined : byId.get(id);
    const gender = author?.gender ?? reporter.gender ?? genderOfName(reporter.name);
    if (author?.name === undefined) return { ...reporter, ...(gender && { gender }) };
    return {
      name: author.name,
      ...(gender && { gender }),
      author: author.id,
      ...(reporter.name !== author.name && { written: reporter.name }),
    };
  };
  const named = new Map<string, Reporter>();
  const nameOnce = (reporter: Reporter): Reporter => {
    const key = `${reporter.gender} ${reporter.name}`;
    const known = named.get(key) ?? nameOne(reporter);
    named.set(key, known);
    return known;
  };
  return (reporters) => (reporters.length < 2 ? reporters.map(nameOnce) : withoutRepeated(reporters.map(nameOnce)));
}

function withoutRepeated(reporters: readonly Reporter[]): Reporter[] {
  const told = new Set<string>();
  return reporters.filter(({ author, name }) => {
    const person = author ?? (personKey(name) || name);
    const isTold = told.has(person);
    told.add(person);
    return !isTold;
  });
}
