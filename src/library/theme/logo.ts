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
): Promise<{ logo?: Logo; problems: Problem[] }> {
  const source = theme.find(({ file }) => file === logoFile);
  const drawing = source && (await readDrawing(source));
  if (drawing === undefined) return { problems: [] };
  if ('message' in drawing) return { problems: [drawing] };
  const picture = await images.resolve(logoFile, '');
  if ('problem' in picture) return { problems: [{ file: logoFile, line: 1, message: picture.problem }] };
  const { width, height } = drawing.viewBox;
  return { logo: { src: picture.src, width, height, isOfOneColor: isOfOneColor(drawing.xml) }, problems: [] };
}
