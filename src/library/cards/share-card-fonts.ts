import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FontDetails } from '@takumi-rs/core';
import type { FontRole } from '../../schema/appearance.ts';
import { ownFamilies } from '../font-families.ts';

/** The style sheet that maps families and character ranges to the files of src/fonts. */
const fontSheet = 'src/styles/fonts.css';

/** Reads the fonts of the site's pages, each with the range of characters that pages take from it. */
export async function readCardFonts(engineDirectory: string): Promise<FontDetails[]> {
  const sheet = path.join(engineDirectory, fontSheet);
  const faces = parseFontFaces(await readFile(sheet, 'utf8'));
  return Promise.all(
    faces.map(async ({ url, ...face }) => ({ ...face, data: await readFile(path.resolve(path.dirname(sheet), url)) })),
  );
}

/** A file of the newsroom's own fonts. */
export interface OwnFace {
  role: FontRole;
  absolute: string;
  /** The lowest and the highest weight. */
  weight: readonly [number, number];
}

/** Reads the newsroom's own fonts; a variable one is registered without a weight. */
export async function readOwnFonts(faces: readonly OwnFace[]): Promise<FontDetails[]> {
  return Promise.all(
    faces.map(async ({ role, absolute, weight: [least, most] }) => ({
      name: ownFamilies[role],
      ...(least === most && { weight: least }),
      data: await readFile(absolute),
    })),
  );
}

export interface FontFace {
  name: string;
  /** Relative to the sheet. */
  url: string;
  /** Undefined for a variable font, which has every weight. */
  weight?: number;
  unicodeRange: [number, number][];
}

/** Parses the `@font-face` rules of a style sheet: those of a file, which must be their single source. */
export function parseFontFaces(css: string): FontFace[] {
  const rules = [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, rule = '']) => rule);
  const ofFiles = rules.filter((rule) => rule.includes('url('));
  return ofFiles.map((rule) => {
    const read = (descriptor: string) => new RegExp(`[\\s;]${descriptor}:\\s*([^;]+);`).exec(rule)?.[1] ?? '';
    const weight = read('font-weight').split(/\s+/);
    return {
      name: read('font-family').replace(/["']/g, ''),
      url: /url\(["']?([^"')]+)/.exec(read('src'))?.[1] ?? '',
      ...(weight.length === 1 && { weight: Number(weight[0]) }),
      unicodeRange: read('unicode-range').split(',').map(parseRange),
    };
  });
}

/** Parses `U+0600-06FF` to `[0x600, 0x6ff]`. */
function parseRange(range: string): [number, number] {
  const [first = '', last = first] = range.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
