import { hasPath, parseStored } from './kept-things.ts';

/** An article that a reader saved on the device. */
export interface SavedArticle {
  /** The encoded path of its page, as in `location.pathname`. */
  path: string;
  title: string;
  section: string;
  /** The date as its page wrote it. */
  date: string;
  /** The part that the reader has read, from 0 to 1. */
  read: number;
  /** When its page was first found missing, in milliseconds since 1970; absent as long as it is there. */
  missingSince?: number;
  /** When its page was asked for last; absent if that has not happened since it was saved. */
  asked?: number;
}

/** How long a page is missing before it is taken for withdrawn. */
const missingMs = 12 * 60 * 60_000;

const longestList = 200;

/** Puts an article first. If it is there already, it is described anew; what was read of it stays. */
export function withArticle(
  list: readonly SavedArticle[],
  article: Omit<SavedArticle, 'read' | 'missingSince' | 'asked'>,
): SavedArticle[] {
  const read = list.find(({ path }) => path === article.path)?.read ?? 0;
  return [{ ...article, read }, ...withoutArticle(list, article.path)].slice(0, longestList);
}

export function withoutArticle(list: readonly SavedArticle[], path: string): SavedArticle[] {
  return list.filter((article) => article.path !== path);
}

/** Notes how much of an article has been read, if that is more than before. Other articles stay as they are. */
export function withProgress(list: readonly SavedArticle[], path: string, read: number): SavedArticle[] {
  return list.map((article) => (article.path === path ? { ...article, read: Math.max(read, article.read) } : article));
}

/** Returns the articles that were not asked for the longest. */
export function longestUnasked(list: readonly SavedArticle[], count: number): SavedArticle[] {
  return list.toSorted((one, other) => (one.asked ?? 0) - (other.asked ?? 0)).slice(0, count);
}

export function withAsked(list: readonly SavedArticle[], path: string, now: number): SavedArticle[] {
  return list.map((article) => (article.path === path ? { ...article, asked: now } : article));
}

/** Notes that the page of an article is missing, or is there again. */
export function withMissing(list: readonly SavedArticle[], path: string, now: number | undefined): SavedArticle[] {
  return list.map((article) => {
    if (article.path !== path) return article;
    const { missingSince = now, ...rest } = article;
    return now === undefined || missingSince === undefined ? rest : { ...rest, missingSince };
  });
}

/** Whether a page that is missing now has been missing for so long that its article is withdrawn. */
export function isGone({ missingSince }: SavedArticle, now: number): boolean {
  return missingSince !== undefined && now - missingSince >= missingMs;
}

/** Gives an article that has moved its new address. */
export function withAddress(list: readonly SavedArticle[], from: string, to: string): SavedArticle[] {
  const others = from === to ? list : withoutArticle(list, to);
  return others.map((article) => (article.path === from ? { ...article, path: to } : article));
}

/** Reads a list from the text in the storage; what is no list is an empty one. */
export function parseList(stored: string | null): SavedArticle[] {
  return parseStored(stored, hasPath);
}
