import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FontDetails, Renderer } from '@takumi-rs/core';
import { isolateWithCharacters } from '../../lib/arabic/bidi.ts';
import { digestBytes, digestValue } from '../../lib/digest.ts';
import { openCachedFiles } from '../cache/cached-files.ts';
import { joinGlyphs } from './glyph-paths.ts';
import { hasLetters } from './woff2.ts';

/**
 * The name of the paper as one line of outlines, in thousandths of the font size. It is 1,703 high, as high as a line of
 * Naskh is without leading.
 */
export interface Nameplate {
  width: number;
  path: string;
}

/** The font that a name is drawn in: files of one family. */
interface NameplateFont {
  files: readonly { absolute: string; weight: readonly [number, number] }[];
}

const boldNaskh = fileURLToPath(new URL('../../fonts/warraq-naskh-bold.woff2', import.meta.url));
/** The font of names where the newsroom has no font of its own for its text. */
export const engineNameplateFont: NameplateFont = { files: [{ absolute: boldNaskh, weight: [700, 700] }] };

const fontSize = 1000;
const nameplateHeight = 1703;
/** In font sizes: a longer name needs several lines on a phone, and stays text. */
const longest = 14;
const boldWeight = 700;
const cacheFolder = '_nameplates';

/**
 * Draws the name of a paper, so that it stands there at once, before any font arrives. Undefined if the font lacks one of
 * its letters, if it is too long for a line, or if this platform cannot draw it: it is then text.
 */
export async function drawNameplate(
  name: string,
  font: NameplateFont,
  { cacheDirectory, fingerprint }: { cacheDirectory: string; fingerprint: string },
): Promise<Nameplate | undefined> {
  const faces = await Promise.all(
    font.files.map(async ({ absolute, weight }) => ({ weight, data: await readFile(absolute) })),
  );
  if (!faces.every(({ data }) => hasLetters(data, name))) return undefined;
  const key = digestValue([fingerprint, name, faces.map(({ weight, data }) => [weight, digestBytes(data)])]);
  const kept = await openCachedFiles(path.join(cacheDirectory, cacheFolder)).take(key, async () => {
    const renderer = await openRenderer();
    return renderer && Buffer.from(JSON.stringify((await setInOutlines(name, faces, renderer)) ?? null));
  });
  return kept && (JSON.parse(Buffer.from(kept).toString('utf8')) ?? undefined);
}

interface Face {
  weight: readonly [number, number];
  data: Buffer;
}

async function setInOutlines(name: string, faces: readonly Face[], renderer: Renderer): Promise<Nameplate | undefined> {
  for (const { data, weight } of faces) {
    const [least, most] = weight;
    const details: FontDetails = { name: 'nameplate', data, ...(least === most && { weight: least }) };
    await renderer.registerFont(details);
  }
  const style = {
    direction: 'rtl',
    fontFamily: 'nameplate',
    fontSize,
    fontWeight: boldWeight,
    lineHeight: `${nameplateHeight}px`,
    whiteSpace: 'nowrap',
  } as const;
  const drawing = await renderer.renderSvg({ type: 'text', text: isolateWithCharacters(name), style }, { lang: 'ar' });
  const line = joinGlyphs(drawing);
  return line === undefined || line.width > longest * fontSize ? undefined : line;
}

/** Undefined on a platform that Takumi has no program for; a cache must not remember that. */
async function openRenderer(): Promise<Renderer | undefined> {
  try {
    const { Renderer } = await import('@takumi-rs/core');
    return new Renderer();
  } catch {
    return undefined;
  }
}
