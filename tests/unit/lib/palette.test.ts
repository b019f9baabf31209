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
    ['light', { accent: '#ff8800' }, 'accent', 'accent', 'sheet'],
    ['light', { ink: '#aaaaaa', paper: '#ffffff' }, 'ink', 'ink', 'accent-wash'],
    ['dark', { accent: '#333333' }, 'accent', 'accent', 'sheet'],
    ['light', { paper: '#888888' }, 'paper', 'accent', 'accent-wash'],
    ['dark', { paper: '#555555' }, 'paper', 'accent', 'accent-wash'],
  ] as const)('in the %s theme with %o is %s', (theme, chosen, name, text, ground) => {
    const [faint, another] = findFaintColors(theme, chosen);
    expect(another).toBeUndefined();
    expect(faint).toMatchObject({ theme, name, text, ground });
    expect(faint?.ratio).toBeLessThan(4.5);
    const mended = { ...chosen, [name]: faint?.nearest };
    expect(findFaintColors(theme, mended)).toEqual([]);
    const [hue, written] = [faint?.nearest ?? '', (chosen as Record<string, string>)[name] ?? ''].map(toOklch);
    if ((written?.chroma ?? 0) > 0.05) expect(hue?.hue).toBeCloseTo(written?.hue ?? 0, 1);
  });

  it('has no mended form on a paper of middle grey', () => {
    const faint = findFaintColors('light', { paper: '#777777', accent: '#ff0000' });
    expect(faint).toContainEqual(expect.objectContaining({ name: 'accent', nearest: undefined }));
  });
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
