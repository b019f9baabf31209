/**
 * The entry point of the script that shows pictures large. Entry points of scripts cannot export: it waits for the event
 * that `client/gallery.ts` sends to the link of a picture. Its file name is part of the URL of the published script.
 */

import { openGallery } from '../client/gallery-dialog.ts';
import { addPageStyles } from '../client/page-styles.ts';
import styles from '../styles/gallery-dialog.css?inline';

addPageStyles(styles);
document.addEventListener('enlarge', ({ target }) => {
  if (!(target instanceof HTMLAnchorElement)) return;
  const ofAll = document.querySelector<HTMLElement>('div[data-gallery-words]');
  const holder = target.closest<HTMLElement>('[data-gallery-words]') ?? ofAll;
  openGallery(target, JSON.parse(holder?.dataset.galleryWords ?? '{}'));
});
