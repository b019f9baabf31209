import { slugify } from '../../src/lib/arabic/slug.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import {
  countWords,
  drawLength,
  markTwoWords,
  namePerson,
  type Person,
  writeParagraph,
  writeSentence,
  writeWords,
} from './prose.ts';
import { createRandom, createWeightedChoice, type Random } from './random.ts';
import { familyNames, givenNames, kickers, places, sections } from './word-lists.ts';

/** A generated article, before a `ContentFormat` writes it for a site generator. */
export interface BenchArticle {
  /** A short id (`isShortId`). */
  id: string;
  /** Its file without extension: `articles/2026/11/name`. */
  path: string;
  title: string;
  kicker?: string;
  summary?: string;
  /** Ids of authors. */
  authors: string[];
  /** The id of a section. */
  category: string;
  /** Epoch milliseconds, a whole minute. */
  date: number;
  updated?: number;
  reporter?: Person;
  dateline?: string;
  tags: string[];
  /** Whether it has live coverage that goes on. */
  isLive?: true;
  /** Markdown. */
  body: string;
  /** The bytes of its lead photo, a JPEG. */
  photo?: () => Buffer;
}

/** An endless archive of a newsroom. A run takes its first articles. */
export interface Corpus {
  authors: readonly { id: string; name: string; gender: Person['gender'] }[];
  sections: typeof sections;
  /**
   * Returns when an article was published, in epoch milliseconds. Articles are numbered from 0, but not in the order of
   * their dates.
   */
  publishedAt(number: number): number;
  /**
   * Generates an article. It depends only on the seed and the arguments, so that a smaller corpus is the beginning of a
   * larger one.
   */
  article(number: number, date?: number): BenchArticle;
}

/** All articles are older than this. Epoch milliseconds. */
export const corpusEnd = Date.parse('2026-11-20T00:00:00+03:00');

export const timeZone = { name: 'Asia/Riyadh', offset: '+03:00', milliseconds: 3 * 3_600_000 };

const minute = 60_000;
const day = 1440 * minute;
const years = 12;
/** The number of articles in each year, divided by that of the year before. */
const growth = 1.3;
/**
 * Articles link only to articles that are at least this much older, so that nothing links to the newest. Milliseconds.
 */
const linkDistance = 30 * day;
const authorCount = 40;
const tagCount = 300;

/** Keys of independent streams of random numbers. 1 is the lexicon's. */
const purposes = { people: 2, tags: 3, date: 4, article: 5 };

/** Creates a corpus. The same `seed` gives the same corpus, byte for byte. */
export function createCorpus(seed: number): Corpus {
  const lexicon = createLexicon(seed);
  const authors = nameAuthors(createRandom(seed, purposes.people));
  const drawAuthor = createWeightedChoice(authors.map(({ id }, rank) => [id, 1 / (rank + 3)]));
  const drawSection = createWeightedChoice(sections.map(({ id, weight }) => [id, weight]));
  const tags = nameTags(createRandom(seed, purposes.tags), lexicon);
  const drawTag = createWeightedChoice(tags.map((tag, rank) => [tag, 1 / (rank + 4)]));
  const drawYear = createWeightedChoice(Array.from({ length: years }, (_, year) => [year, growth ** year]));

  const publishedAt = (number: number): number => {
    const random = createRandom(seed, purposes.date, number);
    const daysAgo = (years - drawYear(random)) * 365 - random.below(365);
    const ofDay = 6 * 60 + random.below(17 * 60);
    return corpusEnd - daysAgo * day + ofDay * minute;
  };

  const article = (number: number, date = publishedAt(number)): BenchArticle => {
    const random = createRandom(seed, purposes.article, number);
    const id = idOfArticle(number);
    const title = writeHeadline(random, lexicon);
    const local = new Date(date + timeZone.milliseconds).toISOString();
    const authorIds = new Set([drawAuthor(random)]);
    if (random.chance(0.06)) authorIds.add(drawAuthor(random));
    const tagNames = new Set<string>();
    if (random.chance(0.6)) for (let count = 1 + random.below(4); count > 0; count -= 1) tagNames.add(drawTag(random));
    const drawLink = (): string | undefined => {
      for (let attempt = 0; number > 0 && attempt < 4; attempt += 1) {
        const other = random.below(number);
        if (publishedAt(other) <= date - linkDistance) return `/${idOfArticle(other)}/`;
      }
      return undefined;
    };
    return {
      id,
      path: `articles/${local.slice(0, 4)}/${local.slice(5, 7)}/${slugify(title.split(' ').slice(0, 5).join(' '))}-${id}`,
      title,
      ...(random.chance(0.3) && { kicker: random.pick(kickers) }),
      ...(random.chance(0.7) && { summary: writeSummary(random, lexicon) }),
      authors: [...authorIds],
      category: drawSection(random),
      date,
      ...(random.chance(0.08) && { updated: date + (5 + random.below(600)) * minute }),
      ...(random.chance(0.35) && { reporter: namePerson(random) }),
      ...(random.chance(0.5) && { dateline: random.pick(places) }),
      tags: [...tagNames],
      body: writeBody(random, lexicon, drawLink),
    };
  };
  return { authors, sections, publishedAt, article };
}

const idAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** These ids begin with a digit, because every short id needs one. */
const idCount = 10 * 32 ** 4;
/** Coprime to the number of ids, so that no two articles share an id. */
const idStep = 6_700_417;

/** Returns the short id of an article, by its number. */
export function idOfArticle(number: number): string {
  let place = (number * idStep + 1_234_567) % idCount;
  let id = '';
  for (let symbol = 0; symbol < 4; symbol += 1) {
    id = idAlphabet.charAt(place % 32) + id;
    place = Math.floor(place / 32);
  }
  return String(place) + id;
}

function nameAuthors(random: Random): Corpus['authors'] {
  return Array.from({ length: authorCount }, (_, index) => {
    const { name, gender } = givenNames[index % givenNames.length] ?? random.pick(givenNames);
    const family = familyNames[(index * 7 + random.below(3)) % familyNames.length];
    return { id: `writer-${String(index + 1).padStart(2, '0')}`, name: `${name} ${family}`, gender };
  });
}

function nameTags(random: Random, lexicon: Lexicon): string[] {
  const tags = new Set<string>(places.slice(0, 20));
  while (tags.size < tagCount) {
    tags.add(random.chance(0.6) ? `ال${lexicon.noun(random)}` : `${lexicon.noun(random)} ال${lexicon.noun(random)}`);
  }
  return [...tags];
}

const longestHeadline = 65;

function writeHeadline(random: Random, lexicon: Lexicon): string {
  const words = writeWords(random, lexicon, 6 + random.below(6))
    .replaceAll('،', '')
    .split(' ');
  while (words.join(' ').length > longestHeadline) words.pop();
  return words.join(' ');
}

function writeSummary(random: Random, lexicon: Lexicon): string {
  return `${writeWords(random, lexicon, drawLength(random, 20, 0.25, 10, 32))}.`;
}

function writeBody(random: Random, lexicon: Lexicon, drawLink: () => string | undefined): string {
  const length = drawLength(random, 440, 0.55, 60, 3000);
  const hasHeadings = length > 350 && random.chance(0.7);
  const blocks: string[] = [];
  let words = 0;
  let sinceHeading = 0;
  const add = (block: string): void => {
    blocks.push(block);
    words += countWords(block);
  };
  do {
    if (hasHeadings && sinceHeading >= 3 && length - words > 80 && random.chance(0.5)) {
      add(`## ${writeWords(random, lexicon, 2 + random.below(4)).replaceAll('،', '')}`);
      sinceHeading = 0;
    }
    add(decorate(random, writeParagraph(random, lexicon), drawLink));
    sinceHeading += 1;
    if (length - words > 60) {
      if (random.chance(0.03)) add(writeList(random, lexicon));
      else if (random.chance(0.04)) add(`> ${writeSentence(random, lexicon)}`);
    }
  } while (words < length - 20);
  return blocks.join('\n\n');
}

function decorate(random: Random, paragraph: string, drawLink: () => string | undefined): string {
  const draw = random.below(1000);
  if (draw < 90) {
    const link = drawLink();
    return link === undefined ? paragraph : markTwoWords(random, paragraph, '[', `](${link})`);
  }
  if (draw < 110) return markTwoWords(random, paragraph, '[', `](https://archive.example/${random.below(1_000_000)})`);
  if (draw < 140) return markTwoWords(random, paragraph, '**', '**');
  return paragraph;
}

function writeList(random: Random, lexicon: Lexicon): string {
  const isOrdered = random.chance(0.4);
  return Array.from({ length: 3 + random.below(4) }, (_, index) => {
    const item = `${writeWords(random, lexicon, 4 + random.below(9))}.`;
    return `${isOrdered ? `${index + 1}.` : '-'} ${item}`;
  }).join('\n');
}
