import { Parser } from 'htmlparser2';
import type { Problem } from '../../schema/problem.ts';
import type { ContentFile } from '../content/content-files.ts';
import type { ImageStore } from '../images/images.ts';
import { readDrawing } from './drawings.ts';

export const logoFile = 'theme/logo.svg';

/** The name of the paper as its newsroom has drawn it. */
export interface Logo {
  /** The path of the published drawing. */
  src: string;
  /** In the units of the drawing; only their proportion counts. */
  width: number;
  height: number;
  /** Whether the drawing has one colour, in whose place the masthead puts that of its text. */
  isOfOneColor: boolean;
}

/** Reads the logo of a newsroom; `logo` is undefined if there is none, or one that cannot be published. */
export async function readLogo(
  theme: readonly ContentFile[],
  images: ImageStore,
): Promise<{ logo?: Logo; problems: Problem[] }> {
  const source = theme.find(({ file }) => file === logoFile);
  const drawing = source && (await readDrawing(source));
  if (drawing === undefined) return { problems: [] };
  if ('message' in drawing) return { problems: [drawing] };
  const picture = await images.resolve(logoFile, '');
  if ('problem' in picture) return { problems: [{ file: logoFile, line: 1, message: picture.problem }] };
  const { width, height } = drawing.viewBox;
  return { logo: { src: picture.src, width, height, isOfOneColor: colorsOf(drawing.xml).size <= 1 }, problems: [] };
}

const paintAttributes = ['fill', 'stroke', 'color', 'stop-color', 'flood-color', 'lighting-color'];
const paintDeclaration = /(?<![\w-])(?:fill|stroke|color|stop-color|flood-color|lighting-color)\s*:\s*([^;{}!]+)/gi;
/** What paints nothing, or with the colour of something else. */
const isNoColor = /^(?:none|transparent|currentcolor|inherit|context-\w+|url\(|var\()/;

/** Returns the colours that an SVG file names, and the photographs in it as colours of their own. */
function colorsOf(xml: string): Set<string> {
  const colors = new Set<string>();
  const add = (written: string) => {
    const color = written.trim().toLowerCase();
    if (color !== '' && !isNoColor.test(color)) colors.add(blacks.has(color) ? 'black' : color);
  };
  const addDeclared = (css: string) => {
    for (const [, value = ''] of css.matchAll(paintDeclaration)) add(value);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        for (const attribute of paintAttributes) add(attributes[attribute] ?? '');
        addDeclared(attributes.style ?? '');
        if (name === 'image') for (const part of ['light', 'dark']) colors.add(`image ${part}`);
      },
      ontext: addDeclared,
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return colors;
}

/** What drawing programs write for black. */
const blacks = new Set(['#000', '#000000', 'black', 'rgb(0,0,0)', 'rgb(0, 0, 0)']);
