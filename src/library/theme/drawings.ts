import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import type { ContentFile } from '../content/content-files.ts';
import { measureImage } from '../images/image-encoding.ts';
import { explainRefusal } from '../images/images.ts';
import { faultOfRoot, sizeOfRoot, type ViewBox } from './drawing-size.ts';

/** A drawing of the theme folder that may be published. */
interface ThemeDrawing {
  bytes: Uint8Array;
  xml: string;
  viewBox: ViewBox;
  /** Sentences about what readers would see otherwise. */
  notices: string[];
}

/** In bytes. Every reader loads these drawings, most of them on a phone. */
const heaviest = 50_000;

/** Reads a drawing of the theme folder; returns the `Problem` for which it cannot be published. */
export async function readDrawing({ file, absolute }: ContentFile): Promise<ThemeDrawing | Problem> {
  const bytes = await readFile(absolute);
  if (bytes.length > heaviest)
    return { file, line: 1, message: messages.drawingTooHeavy(Math.round(bytes.length / 1000), heaviest / 1000) };
  const xml = bytes.toString('utf8');
  if (xml.trim() === '') return { file, line: 1, message: messages.emptyFile(file) };
  const rootLine = lineOf('<svg', xml);
  const fault = faultOfRoot(xml);
  if (fault !== undefined) return { file, line: rootLine, message: fault };
  const measured = await measureImage(bytes);
  if ('found' in measured && measured.reason !== 'encoding')
    return { file, line: lineOf(measured.found, xml), message: explainRefusal(measured, file) };
  const drawn = await draw(bytes);
  if ('reason' in measured || measured.untouched !== 'svg' || drawn === 'failed')
    return { file, line: await lineOfFault(bytes), message: messages.drawingUnreadable() };
  const viewBox = sizeOfRoot(xml);
  if (typeof viewBox === 'string') return { file, line: rootLine, message: viewBox };
  if (drawn === 'blank' && !drawsLater.test(xml)) return { file, line: rootLine, message: messages.drawingBlank() };
  return { bytes, xml, viewBox, notices: text.test(xml) ? [messages.drawingText(file)] : [] };
}

/** Letters that are no outlines: an image has only the fonts of the reader's device. */
const text = /<(?:[\w-]+:)?(?:text|flowRoot)[\s>]/;

/** What the renderer here draws otherwise than browsers do, or not at all. */
const drawsLater = /<(?:[\w-]+:)?(?:image|feImage|animate\w*|set|mesh\w*|hatch|style)\b/i;

/** Draws a drawing small: one that draws itself a million times cannot be drawn, and `blank` has no opaque pixel. */
async function draw(bytes: Uint8Array): Promise<'drawn' | 'blank' | 'failed'> {
  try {
    const pixels = await sharp(bytes).resize(256, 256, { fit: 'inside' }).ensureAlpha().raw().toBuffer();
    for (let alpha = 3; alpha < pixels.length; alpha += 4) if (pixels[alpha] !== 0) return 'drawn';
    return 'blank';
  } catch {
    return 'failed';
  }
}

/** Returns the line at which a file is no longer SVG; 1 if it is not known. */
async function lineOfFault(bytes: Uint8Array): Promise<number> {
  const told = await sharp(bytes)
    .metadata()
    .then(
      () => '',
      (error: Error) => error.message,
    );
  return Number(/on line (\d+)/.exec(told)?.[1] ?? 1);
}

/** Returns the line of what a refusal has found, which may be abridged there. */
function lineOf(found: string, xml: string): number {
  const name = /^(?:<[!?]?[\w:-]+|[\w:-]+(?==)|[\w-]+\()/.exec(found)?.[0] ?? found;
  const start = [found, name].map((text) => xml.indexOf(text)).find((index) => index !== -1) ?? 0;
  return xml.slice(0, start).split(/\r\n|\n|\r/).length;
}
