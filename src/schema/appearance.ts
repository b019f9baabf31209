import { z } from 'zod';
import { toLatinDigits } from '../lib/arabic/digits.ts';
import { type HexColor, readHexColor } from '../lib/color.ts';
import {
  type ChosenColor,
  type ChosenColors,
  darkCompanion,
  derivePalette,
  findFaintColors,
  leastContrast,
  type Palettes,
  themes,
} from '../lib/palette.ts';
import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { type Fault, listOf, oneOf, scalar, shorthand } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';
import { problemAt } from './yaml/problem-at.ts';
import type { YamlSource } from './yaml/types.ts';

/** The families of fonts that the engine has; `sans` has only a bold weight. */
const engineFonts = ['naskh', 'sans'] as const;
export type EngineFont = (typeof engineFonts)[number];

export type FontRole = 'headlines' | 'text';

/** A font file in `theme/fonts/`, or a family of the engine. */
export interface NamedFont {
  file: string;
  /** The lowest and the highest weight; undefined if the file says them. */
  weight?: [number, number];
}

const densities = ['compact', 'normal', 'airy'] as const;
export type Density = (typeof densities)[number];

/** What a newsroom has chosen of the look of its site; what it has not chosen is missing. */
export interface Appearance {
  palettes?: Palettes;
  fonts: Partial<Record<FontRole, EngineFont | NamedFont[]>>;
  density?: Exclude<Density, 'normal'>;
}

const color = scalar((written): HexColor | Fault => {
  const bare = bareValue(written);
  const read = readHexColor(bare);
  if (read !== undefined) return read;
  const meant = readHexColor(`#${toLatinDigits(bare).replace(/^#+/, '')}`);
  return { tell: (key) => messages.notAColor(bare, key), ...(meant !== undefined && { meant }) };
});

function colorOf(meaning: string) {
  const themed = z.strictObject({
    light: color.optional().describe('في المظهر الفاتح.'),
    dark: color.optional().describe('في المظهر الداكن. الأصل لون من صبغة light يُقرأ فيه.'),
  });
  return shorthand('light', themed).optional().describe(meaning);
}

const fontFile = scalar((written): string | Fault => {
  const bare = bareValue(written);
  const name = bare.replace(/^(?:\.?\/)*(?:theme\/)?fonts\//, '');
  if (isEngineFont(name) || (/^[^/\\]+\.woff2$/i.test(name) && name === bare)) return bare;
  if (/^[^/\\]+\.woff2$/i.test(name)) return { tell: () => messages.fontFolder(bare), meant: name };
  return {
    tell: (key) => (/\.(?:ttf|otf|woff|eot)$/i.test(name) ? messages.notWoff2(name) : messages.notAFont(bare, key)),
  };
});

const weight = scalar((written): [number, number] | Fault => {
  const bare = bareValue(written);
  const [, least, most = least] = /^(\d{1,4})(?:\s*[-–\s]\s*(\d{1,4}))?$/.exec(toLatinDigits(bare)) ?? [];
  const range: [number, number] = [Number(least), Number(most)];
  const isRange = range.every((bound) => bound >= 1 && bound <= 1000) && range[0] <= range[1];
  return isRange ? range : { tell: () => messages.notAWeight(bare) };
});

const fonts = listOf(
  shorthand(
    'file',
    z.strictObject({
      file: fontFile.describe('اسم الملف في theme/fonts.'),
      weight: weight.optional().describe('وزن خطه: 700، أو 400-700. الأصل ما في الملف نفسه.'),
    }),
  ),
);

/** The key of `site.yaml` about the look of the site. */
export const appearanceShape = {
  appearance: z
    .strictObject({
      accent: colorOf('لون التمييز: روابط وعناوين صغيرة، مثل "#96262b".'),
      paper: colorOf('لون الورق خلف الصفحات كلها.'),
      ink: colorOf('لون الحبر الذي يُكتب به.'),
      fonts: z
        .strictObject({
          headlines: fonts.optional().describe('خط العناوين: اسم ملف في theme/fonts، أو naskh، أو sans.'),
          text: fonts.optional().describe('خط المتن: اسم ملف في theme/fonts، أو naskh.'),
        })
        .optional()
        .describe('الخطوط.'),
      density: oneOf(densities)
        .optional()
        .describe('المسافات بين الأجزاء والسطور: compact متقاربة، normal، airy واسعة.'),
    })
    .optional()
    .describe('مظهر الصحيفة: ألوانها وخطوطها ومسافاتها.'),
};

const appearanceSchema = z.strictObject(appearanceShape);
type AppearanceSettings = Partial<z.output<typeof appearanceSchema>>;

/** Returns the look that the settings choose; nothing if they choose none. */
export function completeAppearance({ appearance }: AppearanceSettings): { appearance?: Appearance } {
  if (appearance === undefined) return {};
  const { density, fonts: written } = appearance;
  const chosen = chosenColors(appearance);
  const hasColors = themes.some((theme) => Object.keys(chosen[theme]).length > 0);
  const named = (['headlines', 'text'] as const).flatMap((role) => {
    const files = written?.[role];
    return files === undefined ? [] : [[role, engineFontOf(files) ?? files.map(withoutUndefined)]];
  });
  const isChosen = hasColors || named.length > 0 || (density !== undefined && density !== 'normal');
  if (!isChosen) return {};
  return {
    appearance: {
      ...(hasColors && {
        palettes: { light: derivePalette('light', chosen.light), dark: derivePalette('dark', chosen.dark) },
      }),
      fonts: Object.fromEntries(named),
      ...(density !== undefined && density !== 'normal' && { density }),
    },
  };
}

/** Reports colours that cannot be read on the paper, and fonts of the engine where they do not suit. */
export function checkAppearance(source: YamlSource, { appearance }: AppearanceSettings): Problem[] {
  if (appearance === undefined) return [];
  const chosen = chosenColors(appearance);
  const told = new Set(source.problems.map(({ line }) => line));
  const faint = themes.flatMap((theme) => findFaintColors(theme, chosen[theme]));
  return [
    ...faint.flatMap(({ theme, name, paper, ratio, nearest }) => {
      const path = ['appearance', name, theme];
      const place = source.placeOfValue(path);
      // Whoever mends what is told of this line writes it again.
      if (told.has(place.line)) return [];
      const message = messages.faintColor(
        { name, theme, paper, nearest },
        { ratio: roundDown(ratio), least: leastContrast.text },
      );
      return [problemAt(source, place, path, message, `"${nearest}"`)];
    }),
    ...(['headlines', 'text'] as const).flatMap((role) => checkFonts(source, role, appearance.fonts?.[role] ?? [])),
  ];
}

function checkFonts(source: YamlSource, role: FontRole, files: readonly { file: string }[]): Problem[] {
  const path = ['appearance', 'fonts', role];
  const at = (message: string, meant?: string) => [problemAt(source, source.placeOfValue(path), path, message, meant)];
  const family = files.find(({ file }) => isEngineFont(file))?.file;
  if (family !== undefined && files.length > 1) return at(messages.fontFamilyAlone(family));
  return role === 'text' && family === 'sans' ? at(messages.sansIsBold(), 'naskh') : [];
}

/** The colours as chosen; for one that is chosen for the light theme alone, the dark theme gets its companion. */
function chosenColors(appearance: NonNullable<AppearanceSettings['appearance']>): ChosenColors {
  const chosen: ChosenColors = { light: {}, dark: {} };
  // The paper comes first, because the companions of the others must be readable on it.
  for (const name of ['paper', 'ink', 'accent'] as const satisfies readonly ChosenColor[]) {
    const { light, dark } = appearance[name] ?? {};
    if (light !== undefined) chosen.light[name] = light;
    if (dark !== undefined) chosen.dark[name] = dark;
    else if (light !== undefined) chosen.dark[name] = darkCompanion(name, light, chosen.dark);
  }
  return chosen;
}

function engineFontOf([first]: readonly { file: string }[]): EngineFont | undefined {
  return first !== undefined && isEngineFont(first.file) ? first.file : undefined;
}

function isEngineFont(name: string): name is EngineFont {
  return engineFonts.some((font) => font === name);
}

function withoutUndefined({ file, weight: range }: { file: string; weight?: [number, number] | undefined }): NamedFont {
  return { file, ...(range !== undefined && { weight: range }) };
}

/** Cuts a ratio after two digits: 4.497 is not enough, and 4.50 would be. */
function roundDown(ratio: number): number {
  return Math.floor(ratio * 100) / 100;
}
