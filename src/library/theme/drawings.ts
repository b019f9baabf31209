import { readFile } from 'node:fs/promises';
import { Parser } from 'htmlparser2';
import sharp from 'sharp';
import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import type { ContentFile } from '../content/content-files.ts';
import { measureImage } from '../images/image-encoding.ts';
import { explainRefusal } from '../images/images.ts';

/** A drawing of the theme folder that may be published. */
interface ThemeDrawing {
  bytes: Uint8Array;
  xml: string;
  viewBox: ViewBox;
}

export interface ViewBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** In bytes. Every reader loads these drawings, most of them on a phone. */
const heaviest = 50_000;

/** Reads a drawing of the theme folder; returns the `Problem` for which it cannot be published. */
export async function readDrawing({ file, absolute }: ContentFile): Promise<ThemeDrawing | Problem> {
  const bytes = await readFile(absolute);
  if (bytes.length > heaviest)
    return { file, line: 1, message: messages.drawingTooHeavy(Math.round(bytes.length / 1000), heaviest / 1000) };
  const xml = bytes.toString('utf8');
  const measured = await measureImage(bytes);
  if ('found' in measured && measured.reason !== 'encoding')
    return { file, line: lineOf(measured.found, xml), message: explainRefusal(measured, file) };
  if ('reason' in measured || measured.untouched !== 'svg' || !(await isDrawable(bytes)))
    return { file, line: await lineOfFault(bytes), message: messages.drawingUnreadable() };
  const { viewBox, width, height } = rootAttributes(xml);
  const read = readViewBox(viewBox);
  if (read) return { bytes, xml, viewBox: read };
  const size = [width, height].map(inPixels);
  const meant = size.every((length) => length !== undefined) ? `viewBox="0 0 ${size.join(' ')}"` : undefined;
  const message = meant === undefined ? messages.drawingWithoutSize() : messages.drawingWithoutViewBox(meant);
  return { file, line: lineOf('<svg', xml), message };
}

/** Whether a drawing can be drawn: one that draws itself a million times cannot. */
async function isDrawable(bytes: Uint8Array): Promise<boolean> {
  return sharp(bytes)
    .resize(32)
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
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

function rootAttributes(xml: string): Readonly<Record<string, string>> {
  let root: Readonly<Record<string, string>> | undefined;
  const parser = new Parser(
    {
      onopentag(_, attributes) {
        root ??= attributes;
        parser.pause();
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  return root ?? {};
}

/** Reads the value of `viewBox`; undefined if it has no area. */
function readViewBox(value = ''): ViewBox | undefined {
  const [x, y, width, height] = value
    .trim()
    .split(/[\s,]+/)
    .map(Number) as [number, number, number, number];
  const isArea = [x, y, width, height].every(Number.isFinite) && width > 0 && height > 0;
  return isArea ? { x, y, width, height } : undefined;
}

/** Reads a length in pixels, the unit that is meant where none is written. */
function inPixels(length = ''): number | undefined {
  const [, number] = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(length) ?? [];
  return number === undefined || Number(number) === 0 ? undefined : Number(number);
}
