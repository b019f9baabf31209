import { savesData } from './data-saver.ts';
import { exclusively, parseStored, readStored, storeList, storeNumber } from './kept-things.ts';
import { askForPage, keepPage, keepSavedPage, removeUnneeded, type SiteAddresses } from './offline-copies.ts';
import type { SavedPageState } from './page-files.ts';
import { hasCopies, readList, removeFromList, shownImages } from './save-article.ts';
import { isGone, longestUnasked, type SavedArticle, withAddress, withAsked, withMissing } from './saved-list.ts';
import { refreshKey, savedListKey, withdrawnKey } from './storage-keys.ts';

/** How long copies are taken for fresh, except on the page of the list. */
const freshMs = 30 * 60_000;

/** How many articles are asked for at a visit, and on the page of the list; the others have their turn the next time. */
const mostAtVisit = 3;
const mostInList = 10;

/**
 * Asks for the saved articles again, so that a correction reaches their copies. Those that are no longer on the site
 * leave the list; their titles are kept until the reader has seen them. Without a connection nothing changes. Readers who
 * save data pay for the open article only, unless they look at the list.
 */
export async function refreshCopies(site: SiteAddresses, isForced: boolean): Promise<void> {
  const list = readList(site);
  if (list.length === 0 || !navigator.onLine) return;
  const isStale = Date.now() - Number(readStored(refreshKey(site.base)) ?? 0) > freshMs;
  const isDue = isForced || (isStale && !savesData());
  const open = list.filter(({ path }) => path === location.pathname);
  const others = isDue ? longestUnasked(list, isForced && !savesData() ? mostInList : mostAtVisit) : [];
  const due = new Set([...open, ...others]);
  for (const article of due) await exclusively(site.base, () => refreshArticle(article, site));
  if (isDue) await exclusively(site.base, () => finish(site));
}

/** Asks for one article, unless the reader has deleted it meanwhile. */
async function refreshArticle({ path, title }: SavedArticle, site: SiteAddresses): Promise<void> {
  if (!readList(site).some((article) => article.path === path)) return;
  storeList(savedListKey(site.base), withAsked(readList(site), path, Date.now()));
  const state = await refreshCopy(path, site, savesData() ? shownImages(site) : undefined);
  const now = Date.now();
  if (state !== 'unknown') noteMissing(path, site, state === 'missing' ? now : undefined);
  const isMissing = (article: SavedArticle) => article.path === path && isGone(article, now);
  if (state === 'withdrawn' || (state === 'missing' && readList(site).some(isMissing))) {
    storeList(withdrawnKey(site.base), [...withdrawnTitles(site), title]);
    await removeFromList(path, site);
  } else if (typeof state === 'object') {
    const to = new URL(state.movedTo, location.href).pathname;
    storeList(savedListKey(site.base), withAddress(readList(site), path, to));
    await refreshCopy(to, site);
  }
}

function noteMissing(path: string, site: SiteAddresses, now: number | undefined): void {
  storeList(savedListKey(site.base), withMissing(readList(site), path, now));
}

async function refreshCopy(path: string, site: SiteAddresses, images?: string[]): Promise<SavedPageState> {
  const ask = (await hasCopies(site)) ? keepPage(path, site, images) : askForPage(path);
  // Without a connection an article is what it was.
  return ask.catch(() => 'unknown');
}

async function finish(site: SiteAddresses): Promise<void> {
  const paths = readList(site).map(({ path }) => path);
  if (paths.length === 0) return;
  storeNumber(refreshKey(site.base), Date.now());
  if (!(await hasCopies(site))) return;
  await keepSavedPage(site);
  await removeUnneeded(paths, site);
}

/** Returns the titles of articles that were withdrawn since the reader saw the list last. */
export function withdrawnTitles({ base }: Pick<SiteAddresses, 'base'>): string[] {
  return parseStored(readStored(withdrawnKey(base)), (title) => typeof title === 'string');
}
