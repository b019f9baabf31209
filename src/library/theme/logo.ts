import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import type { ContentFile } from '../content/content-files.ts';
import type { ImageStore } from '../images/images.ts';
import { isOfOneColor } from './drawing-colors.ts';
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
): Promise<{ logo?: Logo; problems: Problem[]; notices: string[] }> {
  const source = theme.find(({ file }) => file === logoFile);
  const drawing = source && (await readDrawing(source));
  if (drawing === undefined) return { problems: [], notices: [] };
  if ('message' in drawing) return refuse(drawing);
  const picture = await images.resolve(logoFile, '');
  if ('problem' in picture) return refuse({ file: logoFile, line: 1, message: picture.problem });
  const { width, height } = drawing.viewBox;
  if (height > width * mostTall || width > height * mostWide) {
    const line = drawing.xml.slice(0, drawing.xml.indexOf('<svg')).split('\n').length;
    return refuse({ file: logoFile, line, message: messages.logoOutOfProportion(width, height, mostTall, mostWide) });
  }
  const logo = { src: picture.src, width, height, isOfOneColor: isOfOneColor(drawing.xml) };
  return { logo, problems: [], notices: drawing.notices };
}

/** How often the height may be the width, and the width the height; a logo beyond them is a hair in the masthead. */
const mostTall = 4;
const mostWide = 25;

function refuse(problem: Problem): { problems: Problem[]; notices: string[] } {
  return { problems: [problem], notices: [] };
}
