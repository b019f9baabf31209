import { dataSaverKey } from '../../lib/stored-preferences.ts';
import { createElement } from '../create-element.ts';
import { say } from './note.ts';
import type { ReaderWords } from './words.ts';

const root = document.documentElement;
const hidden = 'img[loading]:not([data-shown])';

/** Whether pictures wait until the reader asks for them; the script in `<head>` has decided it. */
export function savesData(): boolean {
  return root.dataset.saver !== undefined;
}

/** Puts the description of each waiting picture into its place, with the button that loads it. */
export function offerPictures(words: Pick<ReaderWords, 'settings'>): void {
  markSwitch();
  if (!savesData()) return;
  const { showPicture } = words.settings;
  for (const image of document.querySelectorAll<HTMLImageElement>(hidden)) offerPicture(image, showPicture);
  if (!isWatching) watchArrivals(words);
}

let isWatching = false;

/** Offers the pictures of live entries that come to the open page, too. */
function watchArrivals(words: Pick<ReaderWords, 'settings'>): void {
  isWatching = true;
  const observer = new MutationObserver(() => offerPictures(words));
  for (const place of document.querySelectorAll('[data-live-entries], [data-live-summary]'))
    observer.observe(place, { childList: true });
}

/** Switches the data-saver, remembers it, and says what holds now. What is loaded already stays. */
export function switchDataSaver(words: ReaderWords): void {
  const isOn = !savesData();
  try {
    localStorage.setItem(dataSaverKey, isOn ? 'on' : 'off');
  } catch {
    // Without storage the choice lasts for this page only.
  }
  if (isOn) {
    const loaded = [...document.querySelectorAll<HTMLImageElement>(hidden)].filter(
      ({ naturalWidth }) => naturalWidth > 0,
    );
    for (const image of loaded) image.dataset.shown = '';
    root.dataset.saver = '';
  } else {
    delete root.dataset.saver;
    document.querySelectorAll('.waiting-picture > .offer').forEach(removeOffer);
  }
  offerPictures(words);
  say(isOn ? words.settings.dataSaverOn : words.settings.dataSaverOff);
}

function markSwitch(): void {
  for (const button of document.querySelectorAll('[data-reader=saver]'))
    button.setAttribute('aria-pressed', String(savesData()));
}

/**
 * Lays the description of a picture over its place, with the button that loads it. A button may not stand inside a link:
 * a picture of a gallery is asked for by its link, which opens it large, and a picture in a link with words is described.
 */
function offerPicture(image: HTMLImageElement, label: string): void {
  if (image.closest('.waiting-picture')?.querySelector('.offer')) return;
  const link = image.closest('a');
  const isEnlarged = link?.classList.contains('enlarge') ?? false;
  const hasWords = link !== null && link.textContent.trim() !== '';
  const place = isEnlarged && link ? link : placeOf(image, hasWords ? null : link);
  place.classList.add('waiting-picture');
  const offer = isEnlarged || hasWords ? createElement('span', { ariaHidden: 'true' }) : makeButton(image, label);
  offer.classList.add('offer');
  if (image.alt !== '') offer.append(createElement('span', { className: 'description' }, image.alt));
  if (isEnlarged || !hasWords) offer.append(createElement('span', { className: 'action' }, label));
  place.append(offer);
  if (isEnlarged) link?.addEventListener('click', () => show(image));
}

function makeButton(image: HTMLImageElement, label: string): HTMLButtonElement {
  const button = createElement('button', { type: 'button' });
  // The description in the button is read out, and what a picture decorates says which one it is.
  if (image.alt === '') button.ariaLabel = [label, titleBeside(image)].filter(Boolean).join(': ');
  else image.ariaHidden = 'true';
  button.addEventListener('click', () => {
    show(image);
    image.tabIndex = -1;
    image.focus({ preventScroll: true });
  });
  return button;
}

function show(image: HTMLImageElement): void {
  image.dataset.shown = '';
  const offer = image.closest('.waiting-picture')?.querySelector('.offer');
  if (offer) removeOffer(offer);
}

function removeOffer(offer: Element): void {
  offer.parentElement?.querySelector('img')?.removeAttribute('aria-hidden');
  offer.remove();
}

/** Puts a place around a picture, and around its link if that has nothing else. */
function placeOf(image: HTMLImageElement, link: HTMLAnchorElement | null): HTMLElement {
  const picture = image.closest('picture') ?? image;
  const known = image.closest<HTMLElement>('.waiting-picture');
  if (known) return known;
  // The styles of a page may lay a picture over what is around it: the button then takes the same room.
  const isLaidOver = getComputedStyle(image).position === 'absolute' && image.offsetParent !== picture;
  const place = createElement('span');
  if (isLaidOver) place.dataset.cover = '';
  const inner = link ?? picture;
  inner.replaceWith(place);
  place.append(inner);
  return place;
}

/** The title of what a picture decorates, by which those who hear the page know its button. */
function titleBeside(image: HTMLImageElement): string {
  return image.closest('article, li, header')?.querySelector('h1, h2, h3')?.textContent?.trim() ?? '';
}
