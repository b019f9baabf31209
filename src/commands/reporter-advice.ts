import { distance } from 'fastest-levenshtein';
import { proposePersonId } from '../lib/arabic/latin-id.ts';
import { bareName, chooseSpelling, haveSameLetters, isNameOfGroup, personKey } from '../lib/arabic/person-names.ts';
import type { Article, Library, PublishedAuthor } from '../library/types.ts';
import { createAuthorFinder } from '../schema/author-names.ts';
import { messages } from '../schema/messages.ts';
import type { Reporter } from '../schema/reporter.ts';
import { writeYaml } from '../schema/yaml/write-yaml.ts';

/** A reporter with as many articles is proposed a file. */
const minArticles = 3;
/** The most files that are proposed; the other reporters are counted. */
const mostProposed = 10;
/** A letter makes another name of a shorter one, as «علي» and «عدي» are. */
const shortestNearKey = 8;
/** Ids are Latin, and hardly any other word of a byline is. */
const shortestNearId = 4;

/** One spelling of a reporter's name. */
interface WrittenReporter extends Omit<Reporter, 'written'> {
  /** As the articles have it. */
  written: string;
  /** Newest first. */
  articles: Article[];
}

/**
 * Tells what can be mended in the names of reporters: those that may mean several authors, those that are spelt otherwise
 * than in the file of the author or nearly so, and reporters who have written enough for a page of their own.
 */
export function adviseOnReporters(library: Library): string[] {
  const reporters = listReporters(library.articles);
  const find = createAuthorFinder(knownAuthors(library));
  const withoutFile = reporters.filter(({ author, written }) => author === undefined && find(written).length === 0);
  const tellNear = createNearTeller(library);
  return [
    ...reporters.flatMap((reporter) => tellAmbiguous(reporter, find(reporter.written))),
    ...reporters.flatMap(tellSpelling),
    ...withoutFile.flatMap(tellNear),
    ...proposeFiles(withoutFile, library),
  ];
}

function knownAuthors({ authors, formerNames }: Library) {
  const former = new Map(formerNames.flatMap(({ kind, id, aliases }) => (kind === 'author' ? [[id, aliases]] : [])));
  return authors.map((author) => ({ ...author, aliases: former.get(author.id) ?? [] }));
}

function listReporters(articles: readonly Article[]): WrittenReporter[] {
  const found = new Map<string, WrittenReporter>();
  for (const article of articles) {
    for (const { written, ...reporter } of article.reporters) {
      const spelling = written ?? reporter.name;
      const known = found.get(spelling) ?? { ...reporter, written: spelling, articles: [] };
      const gender = known.gender ?? reporter.gender;
      if (gender) known.gender = gender;
      known.articles.push(article);
      found.set(spelling, known);
    }
  }
  return [...found.values()];
}

function tellAmbiguous({ author, written, articles }: WrittenReporter, ids: readonly string[]): string[] {
  return author !== undefined || ids.length < 2 ? [] : [messages.ambiguousReporter(written, ids, countOf(articles))];
}

/** An id, and a name without tashkeel or with a title, are no misspellings. */
function tellSpelling({ author, written, name, articles }: WrittenReporter): string[] {
  if (author === undefined || personKey(written) !== personKey(name) || haveSameLetters(written, name)) return [];
  return [messages.reporterSpelling(written, name, author, countOf(articles))];
}

interface NearName extends Pick<PublishedAuthor, 'id' | 'name'> {
  key: string;
}

/** Creates a function that tells of which author's name or id a reporter's name is one letter off. */
function createNearTeller({ authors }: Library): (reporter: WrittenReporter) => string[] {
  const keys = authors.flatMap(({ id, name }) =>
    [name, id].map((each): NearName => ({ key: personKey(each), id, name })),
  );
  const byLength = Map.groupBy(keys, ({ key }) => key.length);
  return ({ written, articles }) => {
    const key = personKey(written);
    const shortest = /^[a-z0-9]+$/.test(key) ? shortestNearId : shortestNearKey;
    if (key.length < shortest) return [];
    const candidates = [0, 1, -1].flatMap((more) => byLength.get(key.length + more) ?? []);
    const near = candidates.find((candidate) => distance(key, candidate.key) === 1);
    return near === undefined ? [] : [messages.nearReporter(written, near.name, near.id, countOf(articles))];
  };
}

function countOf(articles: readonly Article[]) {
  return { count: articles.length, first: articles[0]?.file ?? '' };
}

/** Proposes files for those who have reported most. The spellings of one name are counted together. */
function proposeFiles(reporters: readonly WrittenReporter[], { authors }: Library): string[] {
  const taken = new Set(authors.map(({ id }) => id));
  const people = [...Map.groupBy(reporters, ({ written }) => personKey(written)).values()]
    .map((spellings) => ({
      spellings: spellings.toSorted((a, b) => b.articles.length - a.articles.length),
      count: new Set(spellings.flatMap(({ articles }) => articles)).size,
    }))
    .filter(({ count }) => count >= minArticles)
    .sort((a, b) => b.count - a.count);
  const told = people.slice(0, mostProposed).map(({ spellings, count }) => {
    const written = spellings.map((spelling) => spelling.written);
    const name = chooseSpelling(written.map(bareName));
    const file = `authors/${freeId(name, taken)}.yaml`;
    const others = written.filter((spelling) => spelling !== name);
    const content = { name: writeYaml(name), kind: kindOf(name, spellings) };
    return messages.reporterWithoutFile(name, others, count, file, content);
  });
  return people.length > told.length ? [...told, messages.moreReporters(people.length - told.length)] : told;
}

/** A word before the name says the gender, or somebody has written it; else the line is left to be filled. */
function kindOf(name: string, spellings: readonly WrittenReporter[]): string | undefined {
  if (isNameOfGroup(name)) return 'kind: desk';
  const genders = spellings.map(({ gender }) => gender);
  const gender = (['female', 'male'] as const).find((each) => genders.includes(each));
  return gender && `gender: ${gender}`;
}

/** Takes an id that no file has yet. */
function freeId(name: string, taken: Set<string>): string {
  const proposed = proposePersonId(name) || 'reporter';
  let id = proposed;
  for (let number = 2; taken.has(id); number += 1) id = `${proposed}-${number}`;
  taken.add(id);
  return id;
}
