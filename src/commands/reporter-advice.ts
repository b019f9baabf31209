import { distance } from 'fastest-levenshtein';
import { proposePersonId } from '../lib/arabic/latin-id.ts';
import { haveSameLetters, personKey } from '../lib/arabic/person-names.ts';
import type { Article, Library } from '../library/types.ts';
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
  return [
    ...reporters.flatMap((reporter) => tellAmbiguous(reporter, find(reporter.written))),
    ...reporters.flatMap(tellSpelling),
    ...withoutFile.flatMap((reporter) => tellNear(reporter, library)),
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

function tellNear({ written, articles }: WrittenReporter, { authors }: Library): string[] {
  const isNear = (name: string) => {
    const [key, other] = [personKey(written), personKey(name)];
    return key.length >= shortestNearKey && Math.abs(key.length - other.length) < 2 && distance(key, other) === 1;
  };
  const near = authors.find(({ id, name }) => isNear(name) || isNear(id));
  return near === undefined ? [] : [messages.nearReporter(written, near.name, near.id, countOf(articles))];
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
    const [most, ...others] = spellings as [WrittenReporter, ...WrittenReporter[]];
    const file = `authors/${freeId(most.written, taken)}.yaml`;
    const gender = spellings.some((spelling) => spelling.gender === 'female') ? 'female' : 'male';
    const content = `  name: ${writeYaml(most.written)}\n  gender: ${gender}`;
    const otherSpellings = others.map(({ written }) => written);
    return messages.reporterWithoutFile(most.written, otherSpellings, count, file, content);
  });
  return people.length > told.length ? [...told, messages.moreReporters(people.length - told.length)] : told;
}

/** Takes an id that no file has yet. */
function freeId(name: string, taken: Set<string>): string {
  const proposed = proposePersonId(name) || 'reporter';
  let id = proposed;
  for (let number = 2; taken.has(id); number += 1) id = `${proposed}-${number}`;
  taken.add(id);
  return id;
}
