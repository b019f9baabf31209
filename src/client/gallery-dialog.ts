import { type DigitSystem, formatDigits } from '../lib/arabic/digits.ts';
import { createButton, createElement } from './create-element.ts';

export interface GalleryWords {
  label: string;
  close: string;
  /** Instead of a picture that cannot be loaded. */
  failed: string;
  /** What a gallery of several pictures says besides. */
  several?: {
    /** With `{number}` and `{count}`. */
    place: string;
    previous: string;
    next: string;
    digits: DigitSystem;
  };
}

/**
 * Opens the gallery around a link in a dialog, at the picture of the link, or a picture alone. Pictures follow each other
 * in the direction of reading: swiping, the arrow keys and buttons lead from one to the next. Escape and the button «back»
 * of the system close it, and the focus returns to the link of the picture that was seen last.
 */
export function openGallery(link: HTMLAnchorElement, words: GalleryWords): void {
  const links = [...(link.closest('.gallery')?.querySelectorAll<HTMLAnchorElement>('.enlarge') ?? [link])];
  const dialog = createElement('dialog', { className: 'gallery-dialog', ariaLabel: words.label });
  const slides = createElement('ol', { className: 'slides', tabIndex: 0 });
  slides.append(...links.map((each) => makeSlide(each, words.failed)));
  const place = createElement('p', { className: 'place' });
  place.setAttribute('role', 'status');
  const closing = createButton(words.close, () => dialog.close());
  const previous = createButton(words.several?.previous ?? '', () => show(seen - 1));
  const next = createButton(words.several?.next ?? '', () => show(seen + 1));
  const bar = createElement('div', { className: 'bar' });
  bar.append(closing, place, ...(links.length > 1 ? [previous, next] : []));
  dialog.append(bar, slides);

  let seen = -1;
  const show = (at: number): void => {
    const slide = slides.children[Math.min(Math.max(at, 0), links.length - 1)];
    slide?.scrollIntoView({ inline: 'start', block: 'nearest' });
  };
  const tellPlace = (): void => {
    // A dialog that has just been closed has lost its place.
    if (!dialog.open) return;
    const at = Math.round(Math.abs(slides.scrollLeft) / slides.clientWidth);
    if (at === seen) return;
    seen = at;
    loadPicture(slides.children[at]);
    if (links.length > 1 && words.several) place.textContent = placeInWords(at + 1, links.length, words.several);
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
  closeWithBack(dialog);
  show(links.indexOf(link));
  tellPlace();
}

/** Adds an entry to the history, so that «back» closes the dialog instead of leaving the page. */
function closeWithBack(dialog: HTMLDialogElement): void {
  const { scrollRestoration } = history;
  // The focus decides where the page stands after the dialog.
  history.scrollRestoration = 'manual';
  history.pushState({ dialog: true }, '');
  const goneBack = (): void => {
    removeEventListener('popstate', goneBack);
    history.scrollRestoration = scrollRestoration;
    dialog.close();
  };
  addEventListener('popstate', goneBack);
  dialog.addEventListener('close', () => {
    if (history.state?.dialog) history.back();
  });
}

function placeInWords(number: number, count: number, { place, digits }: NonNullable<GalleryWords['several']>): string {
  const inDigits = (value: number) => formatDigits(String(value), digits);
  return place.replace('{number}', inDigits(number)).replace('{count}', inDigits(count));
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
function makeSlide(link: HTMLAnchorElement, failed: string): HTMLLIElement {
  const slide = createElement('li');
  const figure = createElement('figure');
  const picture = link.querySelector('picture')?.cloneNode(true);
  if (picture instanceof Element) {
    const image = picture.querySelector('img');
    const { width = 1, height = 1 } = image ?? {};
    const sizes = `min(100vw, calc(85vh * ${(width / height).toFixed(3)}))`;
    for (const source of picture.querySelectorAll('source')) source.sizes = sizes;
    image?.removeAttribute('aria-hidden');
    delete image?.dataset.shown;
    image?.addEventListener('error', () =>
      picture.replaceWith(createElement('p', { className: 'failed', textContent: failed })),
    );
    figure.append(picture);
  }
  figure.append(...captionOf(link));
  slide.append(figure);
  return slide;
}

/** Loads the picture of a slide, for which a reader who saves data asks by opening it. */
function loadPicture(slide: Element | undefined): void {
  const image = slide?.querySelector('img');
  if (image) image.dataset.shown = '';
}

/** Copies the caption of a picture, unfolded. */
function captionOf(link: HTMLAnchorElement): Node[] {
  const caption = link.closest('figure:not(.gallery)')?.querySelector('figcaption')?.cloneNode(true);
  if (!(caption instanceof Element)) return [];
  for (const folded of caption.querySelectorAll('details')) {
    folded.replaceWith(...(folded.querySelector('summary')?.childNodes ?? []));
  }
  return [caption];
}
