import path from 'node:path';
import { digestBytes } from '../../lib/digest.ts';
import { assetFolder } from '../../lib/paths.ts';

/** A file of the theme that is published beside its style sheet. */
export interface ThemeAsset {
  /** In the folder of assets; contains a hash of the content. */
  fileName: string;
  absolute: string;
}

/** The types of the files that a style sheet of a theme may refer to, by their endings. */
export const assetTypes: Readonly<Record<string, string>> = {
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
};

/** Returns the name under which a file of the theme is published. */
export function assetName(file: string, bytes: Uint8Array): string {
  return `theme.${digestBytes(bytes)}${path.posix.extname(file).toLowerCase()}`;
}

/** Returns the path of a published file of the theme. */
export function assetPath(fileName: string): string {
  return `/${assetFolder}/${fileName}`;
}
