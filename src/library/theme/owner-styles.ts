import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { digestText } from '../../lib/digest.ts';
import type { Problem } from '../../schema/problem.ts';
import type { Site } from '../../schema/site.ts';
import type { Places } from '../../schema/yaml/types.ts';
import type { ContentFile } from '../content/content-files.ts';
import type { ImageStore } from '../images/images.ts';
import { type FontFace, usedEngineFamilies, writeAppearance, writeTokens } from './appearance-tokens.ts';
import { type OwnerFonts, readOwnerFonts } from './owner-fonts.ts';
import { readSiteStyles, siteStylesFile } from './site-styles.ts';
import { assetPath, assetTypes, type ThemeAsset } from './theme-assets.ts';
import { noticesOfTheme } from './theme-files.ts';

/** The look that a newsroom gives its site over that of the engine. */
export interface OwnerStyles {
  /** The path of the style sheet. */
  sheet: string;
  css: string;
  /** The declarations of the tokens alone, for the sheet of feeds. */
  tokens: string;
  /** The paths of the fonts that pages need first. */
  preload: string[];
  /** The families of the engine that pages still use. */
  engineFamilies: string[];
  faces: (FontFace & { absolute: string })[];
  /** The files that the sheet refers to. */
  assets: ThemeAsset[];
}

export interface ReadTheme {
  /** Undefined if the newsroom has neither an appearance nor styles. */
  styles?: OwnerStyles;
  problems: Problem[];
  notices: string[];
}

interface ThemeSources {
  files: readonly ContentFile[];
  site: Site;
  places: Places;
  images: Pick<ImageStore, 'resolve'>;
}

/** Reads the appearance of a site, its fonts and its own style sheet, and checks them. */
export async function readTheme({ files, site, places, images }: ThemeSources): Promise<ReadTheme> {
  const appearance = site.appearance ?? { fonts: {} };
  const fonts = await readOwnerFonts(appearance.fonts, places, files, site.digits);
  const own = await readSiteStyles(files, images, site.url);
  const problems = [...fonts.problems, ...own.problems];
  const used = [siteStylesFile, ...fonts.used, ...own.used];
  const notices = [...fonts.notices, ...noticesOfTheme(files, used)];
  const css = [writeAppearance(appearance, fonts.faces), own.css].filter((part) => part !== '').join('\n');
  if (css === '') return { problems, notices };
  const { colors, others } = writeTokens(appearance);
  return {
    styles: {
      sheet: assetPath(`theme.${digestText(css)}.css`),
      css,
      tokens: colors + others,
      preload: firstFonts(fonts).map(assetPath),
      engineFamilies: usedEngineFamilies(appearance),
      faces: fonts.faces,
      assets: [...fonts.faces, ...own.assets],
    },
    problems,
    notices,
  };
}

/** Reads a published file of the theme by its name; undefined if there is none. */
export async function readThemeAsset(
  styles: OwnerStyles | undefined,
  fileName: string,
): Promise<{ bytes: Uint8Array; type: string } | undefined> {
  if (styles === undefined) return undefined;
  if (assetPath(fileName) === styles.sheet) return { bytes: Buffer.from(styles.css), type: 'text/css; charset=utf-8' };
  const asset = styles.assets.find((one) => one.fileName === fileName);
  const type = assetTypes[path.posix.extname(fileName)] ?? 'application/octet-stream';
  return asset && { bytes: await readFile(asset.absolute), type };
}

/** The weight in which most of a family's first view is set. */
const firstWeights = { headlines: 700, text: 400 };

/** Returns the file of each family in which most of the first view is set. */
function firstFonts({ faces }: OwnerFonts): string[] {
  const names = (['headlines', 'text'] as const).flatMap((role) => {
    const distanceOf = ({ weight: [least, most] }: FontFace) =>
      Math.max(0, least - firstWeights[role], firstWeights[role] - most);
    const [first] = faces.filter((face) => face.role === role).sort((a, b) => distanceOf(a) - distanceOf(b));
    return first === undefined ? [] : [first.fileName];
  });
  return [...new Set(names)];
}
