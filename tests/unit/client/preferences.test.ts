import { expect, test } from 'vitest';
import { nextTextSize, nextTheme } from '../../../src/client/preferences.ts';
import { restorePreferencesScript } from '../../../src/lib/stored-preferences.ts';

test.each([
  ['auto', false, 'dark'],
  ['dark', false, 'light'],
  ['light', false, 'auto'],
  ['auto', true, 'light'],
  ['light', true, 'dark'],
  ['dark', true, 'auto'],
] as const)('the theme button leads from %s, on a dark system: %j, to %s', (theme, systemIsDark, expected) => {
  expect(nextTheme(theme, systemIsDark)).toBe(expected);
});

test.each([
  [0, 1, 1],
  [2, 1, 3],
  [3, 1, 3],
  [0, -1, -1],
  [-1, -1, -1],
  [3, 0, 0],
  [9, 1, 3],
])('from text size %d a step of %d leads to %d', (size, step, expected) => {
  expect(nextTextSize(size, step)).toBe(expected);
});

interface Restored {
  dataset: Record<string, string>;
  /** What the two elements for the colour around the page say, light first. */
  colors: string[];
}

function restore(stored: Record<string, string> | undefined): Restored {
  const dataset: Record<string, string> = {};
  const metas = [{ content: 'paper' }, { content: 'night' }];
  const storage = {
    getItem: (key: string) => {
      if (stored === undefined) throw new Error('storage is refused');
      return stored[key] ?? null;
    },
  };
  const page = { documentElement: { dataset }, getElementsByName: () => metas };
  new Function('document', 'localStorage', restorePreferencesScript)(page, storage);
  return { dataset, colors: metas.map(({ content }) => content) };
}

test.each([
  [{}, { scripts: '' }],
  [{ 'warraq-theme': 'dark' }, { scripts: '', theme: 'dark' }],
  [
    { 'warraq-theme': 'light', 'warraq-text-size': '-1' },
    { scripts: '', theme: 'light', textSize: '-1' },
  ],
  [{ 'warraq-theme': 'auto', 'warraq-text-size': '0' }, { scripts: '' }],
  [{ 'warraq-theme': '"><script>', 'warraq-text-size': '12' }, { scripts: '' }],
  [undefined, { scripts: '' }],
])('stored preferences %j restore the attributes %j', (stored, expected) => {
  expect(restore(stored).dataset).toEqual(expected);
});

test.each([
  [{}, ['paper', 'night']],
  [{ 'warraq-theme': 'dark' }, ['night', 'night']],
  [{ 'warraq-theme': 'light' }, ['paper', 'paper']],
  [{ 'warraq-theme': 'toString' }, ['paper', 'night']],
])('stored preferences %j restore the colours around the page %j', (stored, expected) => {
  expect(restore(stored).colors).toEqual(expected);
});

test('the script that blocks the first paint is tiny and can stand inside a script element', () => {
  expect(restorePreferencesScript.length).toBeLessThan(400);
  expect(restorePreferencesScript).not.toMatch(/[<>]/);
});
