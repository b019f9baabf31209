import { type DigitSystem, formatDigits } from '../lib/arabic/digits.ts';

export interface GalleryWords {
  label: string;
  /** With `{number}` and `{count}`. */
  place: string;
  previous: string;
  next: string;
  close: string;
  digits: DigitSystem;
}

/**
 * Opens the gallery around a link in a dialog, at the picture of the link. Pictures follow each other in the direction of
 * reading: swiping, the arrow keys and buttons lead from one to the next. Escape closes it, and the focus returns to the
 * link of the picture that was seen last.
 */
export function openGallery(link: HTMLAnchorElement, words: GalleryWords): void {
  const links = [...(link.closest('.gallery')?.querySelectorAll<HTMLAnchorElement>('.enlarge') ?? [link])];
  const dialog = make('dialog', { className: 'gallery-dialog', ariaLabel: words.label });
  const slides = make('ol', { className: 'slides', tabIndex: 0 });
  slides.append(...links.map(makeSlide));
  const place = make('p', { className: 'place' });
  place.setAttribute('role', 'status');
  const closing = makeButton(words.close, () => dialog.close());
  const previous = makeButton(words.previous, () => show(seen - 1));
  const next = makeButton(words.next, () => show(seen + 1));
  const bar = make('div', { className: 'bar' });
  bar.append(closing, place, ...(links.length > 1 ? [previous, next] : []));
  dialog.append(bar, slides);

  let seen = links.indexOf(link);
  const show = (at: number): void => {
    const slide = slides.children[Math.min(Math.max(at, 0), links.length - 1)];
    slide?.scrollIntoView({ inline: 'start', block: 'nearest' });
  };
  const tellPlace = (): void => {
    const at = Math.round(Math.abs(slides.scrollLeft) / slides.clientWidth);
    if (place.textContent !== '' && at === seen) return;
    seen = at;
    const number = (value: number) => formatDigits(String(value), words.digits);
    place.textContent = words.place.replace('{number}', number(at + 1)).replace('{count}', number(links.length));
    previous.ariaDisabled = String(at === 0);
    next.ariaDisabled = String(at === links.length - 1);
  };
  slides.addEventListener('scroll', tellPlace);
  dialog.addEventListener('keydown', (press) => {
    const target = placeOf(press.key, seen, links.length, getComputedStyle(dialog).direction === 'rtl');
    if (target === undefined) return;
    press.preventDefault();
    show(target);
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLLIElement) dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    links[seen]?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  show(seen);
  tellPlace();
}

/** Returns the picture that a key leads to; undefined for other keys. */
export function placeOf(key: string, seen: number, count: number, isRightToLeft: boolean): number | undefined {
  const step = isRightToLeft ? -1 : 1;
  const places: Record<string, number> = {
    ArrowLeft: seen - step,
    ArrowRight: seen + step,
    Home: 0,
    End: count - 1,
  };
  return places[key];
}

/** Copies a picture with its caption. Browsers choose the file that fills the window, when the picture comes near. */
function makeSlide(link: HTMLAnchorElement): HTMLLIElement {
  const slide = make('li', {});
  const figure = make('figure', {});
  const picture = link.firstElementChild?.cloneNode(true);
  const caption = link.closest('figure:not(.gallery)')?.querySelector('figcaption')?.cloneNode(true);
  if (picture instanceof Element) {
    const { width = 1, height = 1 } = picture.querySelector('img') ?? {};
    const sizes = `min(100vw, calc(85vh * ${(width / height).toFixed(3)}))`;
    for (const source of picture.querySelectorAll('source')) source.sizes = sizes;
    figure.append(picture);
  }
  if (caption) figure.append(caption);
  slide.append(figure);
  return slide;
}

function makeButton(text: string, press: () => void): HTMLButtonElement {
  const button = make('button', { type: 'button', textContent: text });
  button.addEventListener('click', press);
  return button;
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
