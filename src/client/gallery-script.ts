/**
 * The entry point of the script that shows pictures large. Entry points of scripts cannot export: it waits for the event
 * that `gallery.ts` sends to the link of a picture.
 */
import { type GalleryWords, openGallery } from './gallery-dialog.ts';

const holder = document.querySelector<HTMLElement>('[data-gallery-words]');
const words: GalleryWords = JSON.parse(holder?.dataset.galleryWords ?? '{}');

document.addEventListener('enlarge', ({ target }) => {
  if (target instanceof HTMLAnchorElement) openGallery(target, words);
});
