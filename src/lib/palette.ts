import { contrastOf, fromOklch, type HexColor, mixColors, toOklch } from './color.ts';

export type Theme = 'light' | 'dark';
export const themes: readonly Theme[] = ['light', 'dark'];

/** The colours that a newsroom may choose; the others follow from them. */
export type ChosenColor = 'accent' | 'paper' | 'ink';

/** Those in which texts are written. */
export type TextColor = Exclude<ChosenColor, 'paper'>;

/** The colours of one theme, by the names of their tokens in src/styles/tokens.css. */
export interface Palette extends Record<ChosenColor, HexColor> {
  sheet: HexColor;
  'ink-soft': HexColor;
  quiet: HexColor;
  'accent-wash': HexColor;
  hairline: HexColor;
  rule: HexColor;
  field: HexColor;
}

export type Palettes = Record<Theme, Palette>;
export type ChosenColors = Record<Theme, Partial<Record<ChosenColor, HexColor>>>;

/** The colours in src/styles/tokens.css. */
export const defaultPalettes: Palettes = {
  light: {
    paper: '#fbf8f2',
    sheet: '#f3eee3',
    ink: '#1b1a18',
    'ink-soft': '#433f39',
    quiet: '#675f54',
    accent: '#96262b',
    'accent-wash': '#f3e3dd',
    hairline: '#d8d0c1',
    rule: '#1b1a18',
    field: '#fffdf9',
  },
  dark: {
    paper: '#13161d',
    sheet: '#1a1e27',
    ink: '#ece5d7',
    'ink-soft': '#cfc7b8',
    quiet: '#a59d8f',
    accent: '#ee8a86',
    'accent-wash': '#33222a',
    hairline: '#2f3542',
    rule: '#8d8678',
    field: '#0f1218',
  },
};

/** The least contrast by WCAG 2.2 of text (criterion 1.4.3), and of rules and borders that tell parts apart (1.4.11). */
export const leastContrast = { text: 4.5, rule: 3 };

/**
 * Derives the colours of a theme. A token that depends on no chosen colour keeps its value in src/styles/tokens.css.
 * The shares are those of that design, so that a paper like ours gets tokens like ours. `sheet`, `hairline` and `field`
 * keep the hue of the paper, and are a little richer or paler; the others are mixed in OKLab. Ink and accent that are
 * not chosen can be read on the paper, and both can be read on the other grounds if they can on the paper.
 */
export function derivePalette(theme: Theme, chosen: ChosenColors[Theme]): Palette {
  const defaults = defaultPalettes[theme];
  const paper = chosen.paper ?? defaults.paper;
  const ink = chosen.ink ?? readableDefault('ink', theme, paper);
  const accent = chosen.accent ?? readableDefault('accent', theme, paper);
  const isDark = isDarkPaper(paper);
  const onPaper = (color: HexColor, share: number) => mixColors(color, paper, share);
  const ground = (color: HexColor) =>
    readable((part) => (part === 1 ? color : onPaper(color, 1 - part)), [ink, accent], leastContrast.text);
  const grounds = {
    sheet: ground(chosen.paper ? shade(paper, ink, isDark ? 0.048 : 0.039, 1.5) : defaults.sheet),
    field: ground(chosen.paper ? fieldOn(paper, isDark) : defaults.field),
    'accent-wash': ground(
      chosen.paper || chosen.accent ? onPaper(accent, isDark ? 0.84 : 0.9) : defaults['accent-wash'],
    ),
  };
  const soften = (share: number, least: number): HexColor =>
    readable((part) => onPaper(ink, share * part), [paper, ...Object.values(grounds)], least);
  const isOurs = !chosen.paper && !chosen.ink;
  return {
    paper,
    ink,
    accent,
    ...grounds,
    hairline: isOurs ? defaults.hairline : shade(paper, ink, isDark ? 0.178 : 0.157, 2),
    'ink-soft': isOurs ? defaults['ink-soft'] : soften(isDark ? 0.13 : 0.2, leastContrast.text),
    quiet: isOurs ? defaults.quiet : soften(isDark ? 0.31 : 0.36, leastContrast.text),
    rule: isOurs ? defaults.rule : soften(isDark ? 0.42 : 0, leastContrast.rule),
  };
}

/** Returns our own colour for a text, that of the other theme, or a shade of it: the first that can be read. */
function readableDefault(name: TextColor, theme: Theme, paper: HexColor): HexColor {
  const own = defaultPalettes[theme][name];
  const others = themes.map((one) => defaultPalettes[one][name]);
  return [own, ...others].find((color) => isReadable(color, paper)) ?? nearestReadable(own, paper);
}

/** How the chroma of a companion follows from that of its light colour: dark papers need more, light inks less. */
const companions: Record<ChosenColor, { richer: number; richest: number }> = {
  accent: { richer: 1, richest: 0.15 },
  paper: { richer: 1.6, richest: 0.015 },
  ink: { richer: 1, richest: 0.012 },
};

/**
 * Returns the colour of the dark theme for one that was chosen for the light theme alone: the same hue as light as in
 * our dark theme, and as light as it must be to be read there.
 */
export function darkCompanion(name: ChosenColor, light: HexColor, chosen: ChosenColors['dark']): HexColor {
  const design = toOklch(defaultPalettes.dark[name]);
  const { chroma, hue } = toOklch(light);
  const { richer, richest } = companions[name];
  const color = fromOklch({ lightness: design.lightness, chroma: Math.min(chroma * richer, richest), hue });
  return name === 'paper' ? color : nearestReadable(color, chosen.paper ?? defaultPalettes.dark.paper);
}

/** A chosen colour that cannot be read on the paper. */
export interface FaintColor {
  theme: Theme;
  name: TextColor;
  paper: HexColor;
  ratio: number;
  /** The nearest shade that would do. */
  nearest: HexColor;
}

/** Finds the chosen colours of a theme that have too little contrast with its paper. */
export function findFaintColors(theme: Theme, chosen: ChosenColors[Theme]): FaintColor[] {
  const { paper } = derivePalette(theme, chosen);
  return (['ink', 'accent'] as const).flatMap((name) => {
    const color = chosen[name];
    if (color === undefined || isReadable(color, paper)) return [];
    return [{ theme, name, paper, ratio: contrastOf(color, paper), nearest: nearestReadable(color, paper) }];
  });
}

const lightnessStep = 0.005;

/** Finds the lightness nearest to that of a colour at which it can be read. Black or white can be read on any paper. */
function nearestReadable(color: HexColor, paper: HexColor): HexColor {
  if (isReadable(color, paper)) return color;
  const written = toOklch(color);
  for (let distance = lightnessStep; distance <= 1; distance += lightnessStep) {
    for (const lightness of [written.lightness - distance, written.lightness + distance]) {
      if (lightness < 0 || lightness > 1) continue;
      const candidate = fromOklch({ ...written, lightness });
      if (isReadable(candidate, paper)) return candidate;
    }
  }
  return isReadable('#000000', paper) ? '#000000' : '#ffffff';
}

function isReadable(color: HexColor, paper: HexColor): boolean {
  return contrastOf(color, paper) >= leastContrast.text;
}

function isDarkPaper(paper: HexColor): boolean {
  return toOklch(paper).lightness < 0.5;
}

/** Moves the lightness of the paper towards that of the ink, and multiplies its chroma. */
function shade(paper: HexColor, ink: HexColor, share: number, richer: number): HexColor {
  const { lightness, chroma, hue } = toOklch(paper);
  const moved = lightness + (toOklch(ink).lightness - lightness) * share;
  return fromOklch({ lightness: moved, chroma: Math.min(chroma * richer, chroma + 0.02), hue });
}

/** Fields are lighter than light paper, and darker than dark paper. */
function fieldOn(paper: HexColor, isDark: boolean): HexColor {
  const { lightness, chroma, hue } = toOklch(paper);
  return fromOklch({ lightness: isDark ? lightness * 0.91 : 1 - (1 - lightness) * 0.3, chroma: chroma * 0.7, hue });
}

const softeningStep = 0.05;

/**
 * Calls `soften` with parts from 1 down to 0, until its colour has the least contrast with all the others. Returns the last.
 */
function readable(soften: (part: number) => HexColor, others: readonly HexColor[], least: number): HexColor {
  for (let part = 1; part > softeningStep / 2; part -= softeningStep) {
    const color = soften(part);
    if (others.every((other) => contrastOf(color, other) >= least)) return color;
  }
  return soften(0);
}
