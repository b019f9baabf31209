/** The folder of the published site for styles, scripts and fonts; file names contain a hash of the content. */
export const assetFolder = '_astro';

/** The folder of the published site for optimised images; file names contain a hash of the content. */
export const imageFolder = '_images';

/** Returns the URL of an image file: `imageUrl('0f3a-640.avif')` → `/_images/0f3a-640.avif`. */
export function imageUrl(fileName: string): string {
  return `/${imageFolder}/${fileName}`;
}

/**
 * The folder of the published site for files that articles link to, such as PDF; file names contain a hash of the
 * content.
 */
export const fileFolder = '_files';

/** Returns the URL of such a file, not encoded. */
export function fileUrl(fileName: string): string {
  return `/${fileFolder}/${fileName}`;
}

/** The folder of the published site for the search index. */
export const searchFolder = 'pagefind';
/** The alerts that hold, at the root of the site. */
export const alertFile = 'breaking.json';
/** What the script of the reader's own things needs besides: its words and its style sheet. */
export const readerFile = 'reader.json';
/** The service worker, which must be at the root of the site: it answers only for what lies below it. */
export const serviceWorkerFile = 'service-worker.js';
