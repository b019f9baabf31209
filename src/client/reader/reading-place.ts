import { createElement } from '../create-element.ts';
import { readStored, storeList } from './kept-things.ts';
import {
  beginningOf,
  findBlock,
  isRead,
  parsePlaces,
  placeIn,
  type ReadingPlace,
  withoutPlace,
  withPlace,
} from './reading-places.ts';
import { parseList, withProgress } from './saved-list.ts';
import { placesKey, savedListKey } from './storage-keys.ts';
import type { ReaderWords } from './words.ts';

/** How far below the upper edge of the window somebody reads, as a part of its height. */
const readingLine = 1 / 4;
/** How often it is noted what the reader sees. */
const lookMs = 1000;
const dayMs = 86_400_000;
const today = (): number => Math.floor(Date.now() / dayMs);

/** Returns the blocks of the text of an article; none on other pages and in live coverage, which is read from the top. */
export function blocksOfArticle(): HTMLElement[] {
  const isArticle = document.querySelector('[data-reader=save]') && !document.querySelector('[data-live]');
  const blocks = isArticle ? [...document.querySelectorAll<HTMLElement>('.prose > *')] : [];
  // Scripts and what is hidden have no place on the page, where they would be above the window.
  return blocks.filter((block) => block.getClientRects().length > 0);
}

/**
 * Remembers where the reader is whenever the page is left, until its end is reached. Returns a function that stops this,
 * for readers who want everything forgotten.
 */
export function rememberPlace(blocks: readonly HTMLElement[], base: string): () => void {
  const leaving = new AbortController();
  const seen = new Set<number>();
  const storedPlaces = () => parsePlaces(readStored(placesKey(base)));
  const blocksBefore = placeIn(storedPlaces(), location.pathname, today())?.block ?? 0;
  const noteSeen = setInterval(() => {
    for (const block of blocksInWindow(blocks)) seen.add(block);
  }, lookMs);
  leaving.signal.addEventListener('abort', () => clearInterval(noteSeen));
  const remember = (): void => {
    const place = currentPlace(blocks);
    if (!place) return;
    const places = storedPlaces();
    const isDone = place.block === place.of;
    if (isDone && !isRead(seen, blocksBefore, place.of)) return;
    storeList(placesKey(base), isDone ? withoutPlace(places, place.path) : withPlace(places, place));
    const list = parseList(readStored(savedListKey(base)));
    storeList(savedListKey(base), withProgress(list, place.path, place.block / place.of));
  };
  document.addEventListener('visibilitychange', () => document.hidden && remember(), leaving);
  addEventListener('pagehide', remember, leaving);
  return () => leaving.abort();
}

function blocksInWindow(blocks: readonly HTMLElement[]): number[] {
  if (document.hidden) return [];
  return blocks.flatMap((block, index) => {
    const { top, bottom } = block.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? [index] : [];
  });
}

/** Returns where the reader is: after the last block if its end has been seen; undefined on the first screen. */
function currentPlace(blocks: readonly HTMLElement[]): ReadingPlace | undefined {
  const edges = blocks.map((block) => block.getBoundingClientRect().bottom);
  const end = edges.at(-1);
  if (end === undefined) return undefined;
  const isDone = end < innerHeight;
  if (!isDone && scrollY < innerHeight / 2) return undefined;
  const reading = edges.findIndex((bottom) => bottom > innerHeight * readingLine);
  const block = isDone ? blocks.length : Math.max(0, reading);
  const words = beginningOf(blocks[block]?.textContent ?? '');
  return { path: location.pathname, block, of: blocks.length, words, day: today() };
}

/** Returns the block where the reader stopped last time, unless the address names a place of its own. */
export function placeOfLastTime(blocks: readonly HTMLElement[], base: string): HTMLElement | undefined {
  const place = placeIn(parsePlaces(readStored(placesKey(base))), location.pathname, today());
  if (!place || location.hash !== '' || blocks.length === 0) return undefined;
  const found = findBlock(
    blocks.map(({ textContent }) => textContent),
    place,
  );
  const block = found === undefined ? undefined : blocks[found];
  // The browser itself may have come back to it.
  return block && block.getBoundingClientRect().top > innerHeight ? block : undefined;
}

/** Offers to go on from a block, until the reader comes to it or closes the offer. Nothing moves unasked. */
export function offerToResume(block: HTMLElement, { saved }: ReaderWords): void {
  const resume = createElement('button', { type: 'button', className: 'resume' }, saved.resume);
  const close = createElement('button', { type: 'button', className: 'close', ariaLabel: saved.close }, '×');
  const offer = createElement(
    'div',
    { className: 'reader-note', role: 'group', ariaLabel: saved.resume },
    resume,
    close,
  );
  offer.dataset.shown = '';
  const arrival = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && end());
  const end = (): void => {
    arrival.disconnect();
    offer.remove();
  };
  resume.addEventListener('click', () => {
    end();
    block.tabIndex = -1;
    block.scrollIntoView({ block: 'start' });
    block.focus({ preventScroll: true });
  });
  close.addEventListener('click', end);
  arrival.observe(block);
  document.body.append(offer);
}
