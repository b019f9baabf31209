import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { contrastOf, fromOklch, mixColors, readHexColor, toOklch } from '../../../src/lib/color.ts';
import {
  darkCompanion,
  defaultPalettes,
  derivePalette,
  findFaintColors,
  type Palette,
  themes,
} from '../../../src/lib/palette.ts';
import { projectDirectory } from '../../support/build-site.ts';

test.each([
  ['#ABC', '#aabbcc'],
  ['#96262b', '#96262b'],
  ['96262b', undefined],
  ['#96262', undefined],
  ['#96262b80', undefined],
  ['red', undefined],
])('the colour %s is read as %s', (written, read) => {
  expect(readHexColor(written)).toBe(read);
});

test.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
  ['#96262b', '#fbf8f2', 7.59],
])('the contrast of %s and %s is %d, as WCAG has it', (one, other, ratio) => {
  expect(contrastOf(one, other)).toBeCloseTo(ratio, 2);
  expect(contrastOf(other, one)).toBeCloseTo(ratio, 2);
});

test('a colour comes back from OKLCH, and one that no screen can show gets the nearest chroma', () => {
  for (const color of ['#96262b', '#0b6b5d', '#ffffff', '#000000', '#13161d']) {
    expect(fromOklch(toOklch(color))).toBe(color);
  }
  const { lightness, hue } = toOklch('#0b6b5d');
  const vivid = toOklch(fromOklch({ lightness, chroma: 0.4, hue }));
  expect(vivid.lightness).toBeCloseTo(lightness, 2);
  expect(vivid.hue).toBeCloseTo(hue, 1);
  expect([mixColors('#000000', '#ffffff', 0), mixColors('#000000', '#ffffff', 1)]).toEqual(['#000000', '#ffffff']);
});

describe('the palettes', () => {
  it('are those of the tokens', () => {
    const tokens = readFileSync(path.join(projectDirectory, 'src/styles/tokens.css'), 'utf8');
    for (const name of Object.keys(defaultPalettes.light) as (keyof Palette)[]) {
      const { light, dark } = defaultPalettes;
      expect(tokens).toContain(`--${name}: light-dark(${light[name]}, ${dark[name]});`);
    }
  });

  it('stay as they are where nothing is chosen', () => {
    for (const theme of themes) {
      expect(derivePalette(theme, {})).toEqual(defaultPalettes[theme]);
      expect(findFaintColors(theme, {})).toEqual([]);
    }
    const { accent: _accent, 'accent-wash': _wash, ...rest } = derivePalette('light', { accent: '#0b6b5d' });
    expect(defaultPalettes.light).toMatchObject(rest);
  });

  it('are derived so that our own colours get about our own tokens', () => {
    for (const theme of themes) {
      const { paper, ink, accent } = defaultPalettes[theme];
      const derived = derivePalette(theme, { paper, ink, accent });
      for (const [name, color] of Object.entries(derived)) {
        const ours = toOklch(defaultPalettes[theme][name as keyof Palette]);
        expect(Math.abs(toOklch(color).lightness - ours.lightness), `${theme} ${name}`).toBeLessThan(0.02);
        expect(Math.abs(toOklch(color).chroma - ours.chroma), `${theme} ${name}`).toBeLessThan(0.02);
      }
    }
  });

  it.each(['#ffffff', '#f1f5f4', '#f6e9d8', '#e8eefc'])('derived from the paper %s can be read', (paper) => {
    const chosen = { light: { paper }, dark: { paper: darkCompanion('paper', paper, {}) } };
    for (const theme of themes) {
      const palette = derivePalette(theme, chosen[theme]);
      expect(findFaintColors(theme, chosen[theme])).toEqual([]);
      for (const ground of ['paper', 'sheet', 'field', 'accent-wash'] as const) {
        expect(contrastOf(palette.quiet, palette[ground])).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(palette['ink-soft'], palette[ground])).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(palette.rule, palette[ground])).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

describe('a colour that cannot be read', () => {
  it.each([
    ['light', { accent: '#ff8800' }, 'accent'],
    ['light', { ink: '#aaaaaa', paper: '#ffffff' }, 'ink'],
    ['dark', { accent: '#333333' }, 'accent'],
    ['light', { accent: '#ff0000', paper: '#777777' }, 'accent'],
  ] as const)('in the %s theme with %o is %s', (theme, chosen, name) => {
    const [faint, another] = findFaintColors(theme, chosen);
    expect(another).toBeUndefined();
    expect(faint).toMatchObject({ theme, name });
    expect(faint?.ratio).toBeLessThan(4.5);
    expect(findFaintColors(theme, { ...chosen, [name]: faint?.nearest })).toEqual([]);
  });

  it('is mended by a shade of its own hue', () => {
    const [faint] = findFaintColors('light', { accent: '#ff8800' });
    expect(toOklch(faint?.nearest ?? '').hue).toBeCloseTo(toOklch('#ff8800').hue, 1);
  });
});

describe('what is derived', () => {
  const colors = ['#000000', '#333333', '#777777', '#888888', '#ffffff', '#96262b', '#0b6b5d', '#ffcc00', '#1b1a8f'];
  const papers = themes.flatMap((theme) => colors.map((paper) => [theme, paper] as const));
  it.each(papers)(
    'in the %s theme from the paper %s can be read, and so can what can be read on it',
    (theme, paper) => {
      for (const ink of [undefined, ...colors]) {
        const chosen = { paper, ...(ink !== undefined && { ink }) };
        if (findFaintColors(theme, chosen).length > 0) continue;
        const palette = derivePalette(theme, chosen);
        for (const ground of ['paper', 'sheet', 'field', 'accent-wash'] as const) {
          for (const text of ['ink', 'accent', 'quiet', 'ink-soft'] as const) {
            const contrast = contrastOf(palette[text], palette[ground]);
            expect(contrast, `${text} on ${ground}, ink ${ink}`).toBeGreaterThanOrEqual(4.5);
          }
        }
      }
    },
  );
});

test.each([
  ['accent', '#0b6b5d'],
  ['accent', '#1b1a8f'],
  ['accent', '#000000'],
  ['ink', '#10201c'],
  ['paper', '#ffffff'],
] as const)('the companion of the %s %s in the dark theme can be read', (name, light) => {
  expect(findFaintColors('dark', { [name]: darkCompanion(name, light, {}) })).toEqual([]);
});
