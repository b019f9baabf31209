import { Parser } from 'htmlparser2';
import { messages } from '../../schema/messages.ts';
import { svgNamespace } from '../images/drawing-vocabulary.ts';

export interface ViewBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** In units of the drawing and in pixels. What reads SVG fails far beyond it, and no drawing program writes more. */
const longestSide = 16_000;

type Attributes = Readonly<Record<string, string>>;

/**
 * Returns the message about a root element that browsers, or what reads SVG, take for none or for a senseless one;
 * undefined if there is nothing wrong, or no `<svg>`.
 */
export function faultOfRoot(xml: string): string | undefined {
  const { name, attributes } = rootOf(xml);
  const [, prefix = ''] = /^(?:([^:]*):)?svg$/.exec(name) ?? [];
  if (!/^(?:[^:]*:)?svg$/.test(name)) return undefined;
  if (prefix === '' && attributes.xmlns === undefined) return messages.drawingWithoutNamespace(svgNamespace);
  const viewBox = readViewBox(attributes.viewBox);
  if (attributes.viewBox !== undefined && viewBox === undefined)
    return messages.drawingWrongViewBox(attributes.viewBox.slice(0, 60));
  const sides = (['width', 'height'] as const).flatMap((side) => {
    const length = attributes[side]?.trim() ?? '';
    const own = length.endsWith('%') ? Number.NaN : Number.parseFloat(length);
    return [own, Number.isNaN(own) ? (viewBox?.[side] ?? 1) : 1];
  });
  const isSensible = sides.every((side) => Number.isNaN(side) || (side >= 1 && side <= longestSide));
  return isSensible ? undefined : messages.drawingOutOfSize(longestSide);
}

/** Reads the size of a drawing; returns the message about one that has none. */
export function sizeOfRoot(xml: string): ViewBox | string {
  const { viewBox, width, height } = rootOf(xml).attributes;
  const read = readViewBox(viewBox);
  if (read) return read;
  const size = [width, height].map(inPixels);
  return size.every((length) => length !== undefined)
    ? messages.drawingWithoutViewBox(`viewBox="0 0 ${size.join(' ')}"`)
    : messages.drawingWithoutSize();
}

function rootOf(xml: string): { name: string; attributes: Attributes } {
  let root: { name: string; attributes: Attributes } | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        root ??= { name, attributes };
        parser.pause();
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  return root ?? { name: '', attributes: {} };
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
