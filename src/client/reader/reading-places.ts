import { hasPath, parseStored } from './kept-things.ts';

/** Where a reader stopped in an article: a block of the text, which another text size or another screen does not move. */
export interface ReadingPlace {
  /** The encoded path of the page. */
  path: string;
  /** The number of the block, from 0, and of how many. */
  block: number;
  of: number;
  /** How the block begins. */
  words: string;
  /** The day, in days since 1970. */
  day: number;
}

const mostPlaces = 40;
const keptDays = 120;

/** Returns the beginning of a block, by which it is found again after paragraphs were added before it. */
export function beginningOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 48);
}

/** Puts a place first and drops those that are too old or too many. */
export function withPlace(places: readonly ReadingPlace[], place: ReadingPlace): ReadingPlace[] {
  const others = withoutPlace(places, place.path).filter(({ day }) => day > place.day - keptDays);
  return [place, ...others].slice(0, mostPlaces);
}

export function withoutPlace(places: readonly ReadingPlace[], path: string): ReadingPlace[] {
  return places.filter((place) => place.path !== path);
}

/** Returns the place in an article, unless it is forgotten by now. */
export function placeIn(places: readonly ReadingPlace[], path: string, today: number): ReadingPlace | undefined {
  return places.find((place) => place.path === path && place.day > today - keptDays);
}

/**
 * Finds the block where the reader stopped among the texts of the blocks of today: the nearest one that begins with the
 * same words, else the one with the same number if no block was added or deleted.
 */
export function findBlock(texts: readonly string[], place: ReadingPlace): number | undefined {
  const alike = texts.flatMap((text, index) => (beginningOf(text) === place.words ? [index] : []));
  const distance = (index: number) => Math.abs(index - place.block);
  const [nearest] = alike.toSorted((a, b) => distance(a) - distance(b));
  return nearest ?? (texts.length === place.of ? place.block : undefined);
}

/**
 * Whether a text has been read at whose end the reader is: at least half of the blocks after the place of last time
 * were seen for a while. Others have only passed through.
 */
export function isRead(seen: ReadonlySet<number>, blocksBefore: number, of: number): boolean {
  const since = [...seen].filter((block) => block >= blocksBefore).length;
  return since >= (of - blocksBefore) / 2;
}

/** Reads places from the text in the storage; what is no list is an empty one. */
export function parsePlaces(stored: string | null): ReadingPlace[] {
  return parseStored(stored, hasPath);
}
