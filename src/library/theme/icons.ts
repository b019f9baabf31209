import sharp from 'sharp';
import { digestBytes } from '../../lib/digest.ts';
import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import type { ContentFile } from '../content/content-files.ts';
import type { ViewBox } from './drawing-size.ts';
import { readDrawing } from './drawings.ts';

export const iconFile = 'theme/icon.svg';

/** The icon of a newsroom, from which the icons of its site are made. */
export interface SiteIcon {
  /** Digest of the drawing. */
  digest: string;
}

/** Reads the icon of a newsroom; `icon` is undefined if there is none, or one that cannot be published. */
export async function readIcon(
  theme: readonly ContentFile[],
): Promise<{ icon?: SiteIcon; problems: Problem[]; notices: string[] }> {
  const source = theme.find(({ file }) => file === iconFile);
  const drawing = source && (await readDrawing(source));
  if (drawing === undefined) return { problems: [], notices: [] };
  if ('message' in drawing) return { problems: [drawing], notices: [] };
  const { viewBox, bytes, xml, notices } = drawing;
  if (isSquare(viewBox)) return { icon: { digest: digestBytes(bytes) }, problems: [], notices };
  const line = xml.slice(0, xml.indexOf('viewBox')).split('\n').length;
  return { problems: [{ file: iconFile, line, message: messages.iconNotSquare(squareAround(viewBox)) }], notices };
}

function isSquare({ width, height }: ViewBox): boolean {
  return Math.abs(width - height) <= Math.max(width, height) / 100;
}

/** Writes the smallest square `viewBox` with all of another one, in its middle. */
function squareAround({ x, y, width, height }: ViewBox): string {
  const side = Math.max(width, height);
  return `viewBox="${x - (side - width) / 2} ${y - (side - height) / 2} ${side} ${side}"`;
}

type MakeIcon = (drawing: Uint8Array, paper: string) => Promise<Uint8Array>;

/** How each icon is made of the drawing, by the path in the site. Browsers and phones ask for some by these names. */
export const iconFiles: Readonly<Record<string, MakeIcon>> = {
  'favicon.svg': async (drawing) => drawing,
  'favicon.ico': async (drawing) => wrapInIco(await draw(drawing, 32), 32),
  'apple-touch-icon.png': (drawing, paper) => drawOnGround(drawing, 180, paper, 0.8, 1),
  'icon-192.png': (drawing) => draw(drawing, 192),
  'icon-512.png': (drawing) => draw(drawing, 512),
  // Phones cut a circle of four fifths of the width out of it (https://www.w3.org/TR/appmanifest/#icon-masks).
  'icon-maskable-512.png': (drawing, paper) => drawOnGround(drawing, 512, paper, 0.56, 0.8),
};

/** The path of the icon that stands for the publisher. */
export const publisherIcon = '/icon-512.png';

/** Raise it when changes to the code below change the files. */
export const iconVersion = '1';

async function draw(drawing: Uint8Array, side: number): Promise<Uint8Array> {
  const { width = side } = await sharp(drawing).metadata();
  const density = Math.min(Math.max((72 * side) / width, 1), 7200);
  return sharp(drawing, { density })
    .resize(side, side, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .ensureAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/**
 * Draws an opaque icon: the drawing in the middle, `share` of the side wide, on paper. A drawing with a ground of its
 * own up to the corners is `shareOfFull` wide, and the rest has the colour of its ground.
 */
async function drawOnGround(
  drawing: Uint8Array,
  side: number,
  paper: string,
  share: number,
  shareOfFull: number,
): Promise<Uint8Array> {
  const ground = await cornerColor(drawing);
  const inner = Math.round(side * (ground === undefined ? share : shareOfFull));
  const background = ground ?? paper;
  return sharp({ create: { width: side, height: side, channels: 3, background } })
    .composite([{ input: Buffer.from(await draw(drawing, inner)) }])
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** Returns the colour in the corner of a drawing; undefined if one of its corners is transparent. */
async function cornerColor(drawing: Uint8Array): Promise<{ r: number; g: number; b: number } | undefined> {
  const side = 32;
  const pixels = await sharp(Buffer.from(await draw(drawing, side)))
    .raw()
    .toBuffer();
  const corners = [0, side - 1, side * (side - 1), side * side - 1].map((index) => [
    ...pixels.subarray(index * 4, index * 4 + 4),
  ]);
  if (corners.some(([, , , alpha]) => alpha !== 255)) return undefined;
  const [r = 0, g = 0, b = 0] = corners[0] ?? [];
  return { r, g, b };
}

/** Writes an ICO file with one PNG image in it (https://en.wikipedia.org/wiki/ICO_(file_format)). */
function wrapInIco(png: Uint8Array, side: number): Uint8Array {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(side, 6);
  header.writeUInt8(side, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
