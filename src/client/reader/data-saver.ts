import { dataSaverKey } from '../../lib/stored-preferences.ts';
import { create, say } from './elements.ts';
import type { ReaderWords } from './words.ts';

const root = document.documentElement;
const hidden = 'img[loading]:not([data-shown])';

/** Whether pictures wait until the reader asks for them; the script in `<head>` has decided it. */
export function savesData(): boolean {
  return root.dataset.saver !== undefined;
}

/** Puts the description of each waiting picture into its place, with the button that loads it. */
export function offerPictures({ settings }: Pick<ReaderWords, 'settings'>): void {
  markSwitch();
  if (!savesData()) return;
  for (const image of document.querySelectorAll<HTMLImageElement>(hidden)) offerPicture(image, settings.showPicture);
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
    for (const button of document.querySelectorAll('.waiting-picture > button')) button.remove();
  }
  offerPictures(words);
  say(isOn ? words.settings.dataSaverOn : words.settings.dataSaverOff);
}

function markSwitch(): void {
  for (const button of document.querySelectorAll('[data-reader=saver]'))
    button.setAttribute('aria-pressed', String(savesData()));
}

function offerPicture(image: HTMLImageElement, label: string): void {
  const picture = image.closest('picture') ?? image;
  const place =
    picture.parentElement?.closest<HTMLElement>('.waiting-picture') ?? create('span', { className: 'waiting-picture' });
  if (place.querySelector('button')) return;
  if (!place.isConnected) {
    picture.replaceWith(place);
    place.append(picture);
    // The styles of a page may lay a picture over its place, which then gives no room.
    if (getComputedStyle(image).position === 'absolute') place.dataset.cover = '';
  }
  const button = create('button', { type: 'button' });
  if (image.alt === '') {
    // A decoration says nothing to those who hear the page.
    button.tabIndex = -1;
    button.ariaHidden = 'true';
  } else button.append(create('span', { className: 'description' }, image.alt));
  button.append(create('span', { className: 'action' }, label));
  button.addEventListener('click', (press) => {
    press.preventDefault();
    image.dataset.shown = '';
    button.remove();
    image.tabIndex = -1;
    image.focus({ preventScroll: true });
  });
  place.append(button);
}
