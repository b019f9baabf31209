import { placesKey, savedListKey } from './storage-keys.ts';

/** The name of the event of the window that carries a pressed `[data-reader]` button. */
export const readerPress = 'reader-press';

/**
 * Loads the script for what readers keep on their devices when there is something for it to do: something is saved, the
 * reader stopped in this article, pictures wait to be asked for, or a `[data-reader]` button is pressed; and in an article
 * after the first screen, from where a reader may want to come back.
 */
export function loadReaderScript(src: string, base: string): void {
  const load = () => import(/* @vite-ignore */ src);
  const has = (selector: string) => document.querySelector(selector);
  document.addEventListener('click', async ({ target }) => {
    const detail = target instanceof Element && target.closest('[data-reader]');
    if (!detail) return;
    await load();
    dispatchEvent(new CustomEvent(readerPress, { detail }));
  });
  const isNeeded = () =>
    has('[data-saver],[data-saved-list]') ||
    localStorage.getItem(savedListKey(base)) ||
    localStorage.getItem(placesKey(base))?.includes(`"${location.pathname}"`);
  const loadIfNeeded = (): void => {
    try {
      if (isNeeded()) load();
    } catch {
      // Without storage nothing is kept.
    }
  };
  loadIfNeeded();
  // Another tab may save the article.
  addEventListener('storage', loadIfNeeded);
  addEventListener('pageshow', loadIfNeeded);
  if (!has('[data-reader=save]')) return;
  const loadAfterFirstScreen = (): void => {
    if (scrollY < innerHeight) return;
    removeEventListener('scroll', loadAfterFirstScreen);
    load();
  };
  addEventListener('scroll', loadAfterFirstScreen);
}
