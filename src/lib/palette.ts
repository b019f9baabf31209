import { contrastOf, fromOklch, type HexColor, mixColors, toOklch } from './color.ts';

export type Theme = 'light' | 'dark';
export const themes: readonly Theme[] = ['light', 'dark'];

/** The colours that a newsroom may choose; the others follow from them. */
export type ChosenColor = 'accent' | 'paper' | 'ink';

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

/** The backgrounds on which ink and accent are read: the page, boxes, fields, and marked words. */
const grounds = ['paper', 'sheet', 'field', 'accent-wash'] as const;
type Ground = (typeof grounds)[number];

/**
 * Derives the colours of a theme. A token that depends on no chosen colour keeps its value in src/styles/tokens.css.
 * The shares are those of that design, so that a paper like ours gets tokens like ours. `sheet`, `hairline` and `field`
 * keep the hue of the paper, and are a little richer or paler; the others are mixed in OKLab.
 */
export function derivePalette(theme: Theme, chosen: ChosenColors[Theme]): Palette {
  const defaults = defaultPalettes[theme];
  const { paper, ink, accent } = { ...defaults, ...chosen };
  const isDark = isDarkPaper(paper);
  const onPaper = (color: HexColor, share: number) => mixColors(color, paper, share);
  const sheet = chosen.paper ? shade(paper, ink, isDark ? 0.048 : 0.039, 1.5) : defaults.sheet;
  const surfaces = {
    sheet,
    hairline: chosen.paper || chosen.ink ? shade(paper, ink, isDark ? 0.178 : 0.157, 2) : defaults.hairline,
    field: chosen.paper ? fieldOn(paper, isDark) : defaults.field,
    'accent-wash': chosen.paper || chosen.accent ? onPaper(accent, isDark ? 0.84 : 0.9) : defaults['accent-wash'],
  };
  const soften = (share: number, least: number): HexColor =>
    readable((part) => onPaper(ink, share * part), [paper, sheet, surfaces.field, surfaces['accent-wash']], least);
  const isOurs = !chosen.paper && !chosen.ink;
  return {
    paper,
    ink,
    accent,
    ...surfaces,
    'ink-soft': isOurs ? defaults['ink-soft'] : soften(isDark ? 0.13 : 0.2, leastContrast.text),
    quiet: isOurs ? defaults.quiet : soften(isDark ? 0.31 : 0.36, leastContrast.text),
    rule: isOurs ? defaults.rule : soften(isDark ? 0.42 : 0, leastContrast.rule),
  };
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
  return nearestReadable('dark', { ...chosen, [name]: color }, name) ?? color;
}

/** A chosen colour that cannot be read, or on which nothing can be read. */
export interface FaintColor {
  theme: Theme;
  /** The colour to change. */
  name: ChosenColor;
  text: 'ink' | 'accent';
  ground: Ground;
  ratio: number;
  /** The nearest colour of the same hue that would do; undefined if there is none. */
  nearest: HexColor | undefined;
}

/** Finds the chosen colours of a theme with too little contrast; for each, the worst of its pairs. */
export function findFaintColors(theme: Theme, chosen: ChosenColors[Theme]): FaintColor[] {
  const found = new Map<ChosenColor, Omit<FaintColor, 'nearest'>>();
  for (const pair of faintPairs(derivePalette(theme, chosen))) {
    const name = blamedFor(pair.text, chosen);
    if (chosen[name] !== undefined && !(pair.ratio >= (found.get(name)?.ratio ?? 21))) {
      found.set(name, { theme, name, ...pair });
    }
  }
  return [...found.values()].map((faint) => ({ ...faint, nearest: nearestReadable(theme, chosen, faint.name) }));
}

function faintPairs(palette: Palette): Pick<FaintColor, 'text' | 'ground' | 'ratio'>[] {
  const pairs = (['ink', 'accent'] as const).flatMap((text) =>
    grounds.map((ground) => ({ text, ground, ratio: contrastOf(palette[text], palette[ground]) })),
  );
  return pairs.filter(({ ratio }) => ratio < leastContrast.text);
}

const lightnessStep = 0.005;

/** Finds the lightness nearest to that of a chosen colour at which its pairs can be read. */
function nearestReadable(theme: Theme, chosen: ChosenColors[Theme], name: ChosenColor): HexColor | undefined {
  const color = { ...defaultPalettes[theme], ...chosen }[name];
  const written = toOklch(color);
  for (let distance = 0; distance <= 1; distance += lightnessStep) {
    for (const lightness of distance === 0 ? [] : [written.lightness - distance, written.lightness + distance]) {
      if (lightness < 0 || lightness > 1) continue;
      const candidate = fromOklch({ ...written, lightness });
      if (isReadable(theme, { ...chosen, [name]: candidate }, name)) return candidate;
    }
    if (distance === 0 && isReadable(theme, { ...chosen, [name]: color }, name)) return color;
  }
  return undefined;
}

/** Whether a theme has no pair with too little contrast that is blamed on the colour. */
function isReadable(theme: Theme, chosen: ChosenColors[Theme], name: ChosenColor): boolean {
  return !faintPairs(derivePalette(theme, chosen)).some(({ text }) => blamedFor(text, chosen) === name);
}

/** Returns the colour to change if a text cannot be read: its own, or the paper if our own colour is left for it. */
function blamedFor(text: 'ink' | 'accent', chosen: ChosenColors[Theme]): ChosenColor {
  return chosen[text] === undefined ? 'paper' : text;
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
 * Calls `soften` with parts from 1 down to 0, until its colour has the least contrast on all grounds. Returns the last.
 */
function readable(soften: (part: number) => HexColor, on: readonly HexColor[], least: number): HexColor {
  for (let part = 1; part > softeningStep / 2; part -= softeningStep) {
    const color = soften(part);
    if (on.every((ground) => contrastOf(color, ground) >= least)) return color;
  }
  return soften(0);
}
