import { offerPictures, savesData, switchDataSaver } from './data-saver.ts';
import { forgetEverything } from './kept-things.ts';
import { readerPress } from './load-reader-script.ts';
import { say } from './note.ts';
import type { SiteAddresses } from './offline-copies.ts';
import { blocksOfArticle, offerToResume, placeOfLastTime, rememberPlace } from './reading-place.ts';
import { refreshCopies } from './refresh-copies.ts';
import { markSaveButton, pressSaveButton } from './save-article.ts';
import { showSavedPage } from './saved-page.ts';
import { loadWords, type ReaderWords } from './words.ts';

/**
 * Runs what readers keep on their devices: the data-saver, the list of saved articles and the place where they stopped
 * reading. Nothing of it leaves the device.
 */
export async function startReader(site: SiteAddresses): Promise<void> {
  const blocks = blocksOfArticle();
  const place = placeOfLastTime(blocks, site.base);
  const stopRemembering = rememberPlace(blocks, site.base);
  addEventListener(readerPress, async (event) => {
    const button = (event as CustomEvent<HTMLElement>).detail;
    press(button, site, await loadWords(site.words), stopRemembering);
  });
  markSaveButton(site);
  // Another tab may save or delete the article, also while this page is in the back/forward cache.
  for (const event of ['storage', 'pageshow']) addEventListener(event, () => markSaveButton(site));
  const list = document.querySelector<HTMLElement>('[data-saved-list]');
  if (place || list || savesData()) {
    const words = await loadWords(site.words);
    offerPictures(words);
    if (place) offerToResume(place, words);
    if (list) return showSavedPage(list, site, words);
  }
  await refreshCopies(site, false).catch(() => undefined);
  markSaveButton(site);
}

async function press(
  button: HTMLElement,
  site: SiteAddresses,
  words: ReaderWords,
  stopRemembering: () => void,
): Promise<void> {
  const { reader } = button.dataset;
  if (reader === 'save') await pressSaveButton(button, site, words);
  if (reader === 'saver') switchDataSaver(words);
  if (reader !== 'forget' || !confirm(words.settings.confirmForget)) return;
  stopRemembering();
  const isForgotten = await forgetEverything(site.base);
  say(isForgotten ? words.settings.forgotten : words.settings.forgetFailed);
}
