/** The folder of the published site that holds styles, scripts and fonts, under names made of their content. */
export const assetFolder = '_astro';

/** The folder of the published site that holds optimised images, under names made of their content. */
export const imageFolder = '_images';

/** `imageUrl('0f3a-640.avif')` → `/_images/0f3a-640.avif`. */
export function imageUrl(fileName: string): string {
  return `/${imageFolder}/${fileName}`;
}

/** The folder of the published site that holds the search index. */
export const searchFolder = 'pagefind';
