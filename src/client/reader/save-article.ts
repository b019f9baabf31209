import { exclusively, findWorker, readStored, removeOfflineCopies, storeList } from './kept-things.ts';
import { say } from './note.ts';
import {
  haveCopies,
  keepPage,
  keepSavedPage,
  removeUnneeded,
  type SiteAddresses,
  startWorker,
} from './offline-copies.ts';
import { fileOfPicture } from './page-files.ts';
import { parseList, type SavedArticle, withArticle, withoutArticle } from './saved-list.ts';
import { savedListKey } from './storage-keys.ts';
import type { ReaderWords } from './words.ts';

export function readList({ base }: Pick<SiteAddresses, 'base'>): SavedArticle[] {
  return parseList(readStored(savedListKey(base)));
}

/** Shows on the buttons of an article whether it is saved. */
export function markSaveButton(site: SiteAddresses): void {
  const isSaved = readList(site).some(({ path }) => path === location.pathname);
  for (const button of document.querySelectorAll<HTMLElement>('[data-reader=save]')) {
    button.setAttribute('aria-pressed', String(isSaved));
  }
}

/** Saves the article of the page, or deletes it from the list if it is saved. */
export async function pressSaveButton(button: HTMLElement, site: SiteAddresses, words: ReaderWords): Promise<void> {
  const { saved } = words;
  if (button.getAttribute('aria-pressed') === 'true') {
    await removeArticle(location.pathname, site);
    markSaveButton(site);
    say(saved.removed);
    return;
  }
  const before = readList(site);
  const list = withArticle(before, describeArticle(button));
  if (!storeList(savedListKey(site.base), list)) return say(saved.failed);
  const dropped = before.find(({ path }) => !list.some((article) => article.path === path));
  markSaveButton(site);
  const isKept = words.offline && (await keepOffline(site));
  if (dropped) say(saved.addedToFull.replace('#', () => dropped.title));
  else say(isKept || !words.offline ? saved.added : saved.addedOnlineOnly);
}

function describeArticle(button: HTMLElement): Omit<SavedArticle, 'read'> {
  const contentOf = (property: string) =>
    document.querySelector<HTMLMetaElement>(`meta[property="${property}"]`)?.content ?? '';
  return {
    path: location.pathname,
    title: contentOf('og:title'),
    section: contentOf('article:section'),
    date: button.dataset.date ?? '',
  };
}

/** Keeps copies of the open article and of the list. Returns whether both open without a connection now. */
async function keepOffline(site: SiteAddresses): Promise<boolean> {
  try {
    return await exclusively(site.base, async () => {
      if (!(await startWorker(site))) return false;
      await loadPictures();
      const state = await keepPage(location.pathname, site, shownImages(site));
      if (state !== 'article') throw new Error(`the article could not be kept: ${JSON.stringify(state)}`);
      await keepSavedPage(site);
      return true;
    });
  } catch {
    // The browser may have no room for it.
    await exclusively(site.base, () => removeHalfCopy(site)).catch(() => undefined);
    return false;
  }
}

/** Deletes what was kept for the open article before its page was; without other copies the service worker goes too. */
async function removeHalfCopy(site: SiteAddresses): Promise<void> {
  const paths = pathsOf(readList(site));
  const isKept = await Promise.all(paths.map((path) => haveCopies([path], site)));
  const kept = paths.filter((_, index) => isKept[index]);
  if (kept.length === 0) await removeOfflineCopies(site.base);
  else await removeUnneeded(kept, site);
}

/** Loads the pictures that the reader has not come to yet: only then the browser chooses their size. */
async function loadPictures(): Promise<void> {
  const pictures = askedPictures();
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
}

/** Lists the image files that the article has loaded, in the sizes in which it shows them. */
export function shownImages({ base }: Pick<SiteAddresses, 'base'>): string[] {
  return askedPictures()
    .filter(({ currentSrc }) => currentSrc !== '')
    .flatMap(({ currentSrc }) => fileOfPicture(currentSrc, base, location.origin) ?? []);
}

/** Returns the pictures of the article, of which the data-saver leaves those that the reader has asked for. */
function askedPictures(): HTMLImageElement[] {
  const isAsked = ({ dataset }: HTMLImageElement) =>
    document.documentElement.dataset.saver === undefined || dataset.shown !== undefined;
  return [...document.querySelectorAll<HTMLImageElement>('article img')].filter(isAsked);
}

/** Deletes an article from the list with its copy; with the last one the service worker goes too. */
export function removeArticle(path: string, site: SiteAddresses): Promise<void> {
  return exclusively(site.base, () => removeFromList(path, site));
}

/** As `removeArticle`, for work that has the lock already. */
export async function removeFromList(path: string, site: SiteAddresses): Promise<void> {
  const list = withoutArticle(readList(site), path);
  storeList(savedListKey(site.base), list);
  if (list.length === 0) await removeOfflineCopies(site.base);
  else if (await hasCopies(site)) await removeUnneeded(pathsOf(list), site);
}

export async function removeAll(site: SiteAddresses): Promise<void> {
  storeList(savedListKey(site.base), []);
  await exclusively(site.base, () => removeOfflineCopies(site.base));
}

/** Whether the reader has a worker that answers from copies. */
export async function hasCopies({ base }: SiteAddresses): Promise<boolean> {
  return (await findWorker(base)) !== undefined;
}

function pathsOf(list: readonly SavedArticle[]): string[] {
  return list.map(({ path }) => path);
}
