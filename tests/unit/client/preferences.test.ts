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
  /** The `media` of the link to the first picture, which is loaded at once if it is empty. */
  media: string;
}

/** What the system says of saving data, by its two interfaces. */
interface System {
  saveData?: boolean;
  prefersReducedData?: boolean;
}

function restore(stored: Record<string, string> | undefined, system: System = {}): Restored {
  const dataset: Record<string, string> = {};
  const metas = [{ content: 'paper' }, { content: 'night' }];
  const storage = {
    getItem: (key: string) => {
      if (stored === undefined) throw new Error('storage is refused');
      return stored[key] ?? null;
    },
  };
  const lead = { media: 'none' };
  const page = { documentElement: { dataset }, getElementsByName: () => metas, querySelector: () => lead };
  const { saveData, prefersReducedData = false } = system;
  const navigator = saveData === undefined ? {} : { connection: { saveData } };
  const matchMedia = () => ({ matches: prefersReducedData });
  const names = ['document', 'localStorage', 'navigator', 'matchMedia'];
  new Function(...names, restorePreferencesScript)(page, storage, navigator, matchMedia);
  return { dataset, colors: metas.map(({ content }) => content), media: lead.media };
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

test.each<[choice: string | undefined, system: System, saves: boolean]>([
  [undefined, {}, false],
  [undefined, { saveData: false }, false],
  [undefined, { saveData: true }, true],
  [undefined, { prefersReducedData: true }, true],
  ['on', {}, true],
  ['on', { saveData: false }, true],
  ['off', { saveData: true, prefersReducedData: true }, false],
  ['maybe', { saveData: true }, false],
])('with the choice %j and the system %j the data-saver is on: %j', (choice, system, saves) => {
  const { dataset, media } = restore(choice === undefined ? {} : { 'warraq-data-saver': choice }, system);
  expect([dataset.saver, media]).toEqual(saves ? ['', 'none'] : [undefined, '']);
});

test('without storage the system decides about the data-saver', () => {
  expect(restore(undefined, { saveData: true }).dataset.saver).toBe('');
  expect(restore(undefined).media).toBe('');
});

test('the script that blocks the first paint is tiny and can stand inside a script element', () => {
  expect(restorePreferencesScript.length).toBeLessThan(600);
  expect(restorePreferencesScript).not.toMatch(/[<>]/);
});
