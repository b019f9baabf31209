import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { bodyLabels, defaultLabels } from '../../../src/markdown/labels.ts';
import { type LabelKind, labelKeys } from '../../../src/schema/labels.ts';
import { parseSite } from '../../../src/schema/site.ts';
import { readerStrings, strings } from '../../../src/strings/interface.ts';
import { projectDirectory } from '../../support/build-site.ts';

const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Lists every word by its key; undefined stands for what is composed from data. */
function listWords(value: unknown, at: string): [key: string, word: string | undefined][] {
  if (typeof value === 'string') return [[at, value]];
  const isComposed = typeof value === 'function' || Object.keys(value as object).every((key) => forms.includes(key));
  if (isComposed) return [[at, undefined]];
  return Object.entries(value as object).flatMap(([key, member]) =>
    listWords(member, at === '' ? key : `${at}.${key}`),
  );
}

const words = [...listWords(strings, ''), ...listWords(defaultLabels, 'body')];
const kindOf = new Map(
  Object.entries(labelKeys).flatMap(([kind, keys]) => keys.map((key) => [key, kind as LabelKind] as const)),
);
const plain = words.filter((word): word is [string, string] => word[1] !== undefined);

describe('the keys of words in schema/labels.ts', () => {
  it('are those of all words that readers see', () => {
    expect([...kindOf.keys()].sort()).toEqual(words.map(([key]) => key).sort());
  });

  it('say which are composed from data, and which have a place for another word', () => {
    const composed = words.flatMap(([key, word]) => (word === undefined ? [key] : []));
    expect(labelKeys.composed.toSorted()).toEqual(composed.sort());
    expect(labelKeys.pattern).toEqual(plain.flatMap(([key, word]) => (word.includes('#') ? [key] : [])));
  });

  it('take our own words, which have room to spare', () => {
    const longest = { label: 30, sentence: 150, pattern: 30, sign: 3, composed: 0 };
    const tight = plain.filter(([key, word]) => word.length > longest[kindOf.get(key) ?? 'composed']);
    expect(tight).toEqual([]);
    const lines = plain.map(([key, word]) => `  ${JSON.stringify(key)}: ${JSON.stringify(word)}`);
    const settings = ['title: صدى', 'description: أخبار', 'url: https://sada.example', 'typesetting: false', 'labels:'];
    const { site, problems } = parseSite([...settings, ...lines].join('\n'));
    expect(problems).toEqual([]);
    expect(readerStrings(site.labels)).toEqual(strings);
    expect(bodyLabels(site.labels)).toEqual(defaultLabels);
  });
});

test('every word can be replaced, and nothing else', () => {
  const labels = Object.fromEntries(plain.map(([key], index) => [key, `كلمة ${index}`]));
  const replaced = [...listWords(readerStrings(labels), ''), ...listWords(bodyLabels(labels), 'body')];
  expect(replaced.map(([key, word]) => [key, word?.trim()])).toEqual(
    words.map(([key, word]) => [key, word === undefined ? undefined : labels[key]]),
  );
  expect(bodyLabels(labels)).toBe(bodyLabels(labels));
});

test('the guide for operators lists every word with its key', () => {
  const guide = readFileSync(path.join(projectDirectory, 'docs/ar/operator/labels.md'), 'utf8');
  const rows = [...guide.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, key, word]) => [key, word]);
  expect(rows).toEqual(plain.map(([key, word]) => [key, word.trim()]));
});
