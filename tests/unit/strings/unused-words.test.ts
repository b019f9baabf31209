import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commandStrings } from '../../../src/strings/commands.ts';
import { strings } from '../../../src/strings/interface.ts';
import { countedNouns, inGenitive } from '../../../src/strings/nouns.ts';
import { listFiles, projectDirectory } from '../../support/build-site.ts';

const tables = { strings, commandStrings, countedNouns, inGenitive };
const names = Object.keys(tables).join('|');

/** Returns the path of every word: `strings.paging.label`, `strings.share.networks.x`, …. */
function listPaths(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, member]) => listPaths(member, `${at}.${key}`));
}

/**
 * Finds the paths that a source names outside block comments. After `const words = strings.comments;`, `words.note`
 * counts as `strings.comments.note`; in `const { title } = strings.feed;`, `title` counts as `strings.feed.title`.
 */
function findNamedPaths(source: string): string[] {
  let text = source.replace(/\/\*[\s\S]*?\*\//g, '');
  for (const [statement, constant, table] of source.matchAll(
    new RegExp(`const (\\w+) = ((?:${names})(?:\\.\\w+)*);`, 'g'),
  )) {
    text = text.replace(statement, '').replace(new RegExp(`\\b${constant}\\.`, 'g'), `${table}.`);
  }
  for (const [statement, keys = '', table] of source.matchAll(
    new RegExp(`const \\{ ([\\w, ]+) \\} = ((?:${names})(?:\\.\\w+)*);`, 'g'),
  )) {
    text = text.replace(statement, keys.replace(/\w+/g, `${table}.$&`));
  }
  return text.match(new RegExp(`\\b(?:${names})(?:\\.\\w+)+`, 'g')) ?? [];
}

/** Whether `named` has the path of a word or that of a table around it, as in `strings.feed.groups[kind]`. */
function isUsed(word: string, named: ReadonlySet<string>): boolean {
  const keys = word.split('.');
  return keys.some((_, index) => index > 0 && named.has(keys.slice(0, index + 1).join('.')));
}

test.each([
  ['/** Each has a sentence in `strings.comments`. */', []],
  ['{strings.paging.label}', ['strings.paging.label']],
  ['strings.feed.groups[kind]', ['strings.feed.groups']],
  [
    'const words = strings.comments;\nwords.note, words.live.stale',
    ['strings.comments.note', 'strings.comments.live.stale'],
  ],
  ['const { title, link } = strings.feed;', ['strings.feed.title', 'strings.feed.link']],
  ['const words = commandStrings.check;', []],
])('%s names %j', (source, expected) => {
  expect(findNamedPaths(source)).toEqual(expected);
});

test('every word is used somewhere in src or scripts', () => {
  const sources = ['src', 'scripts'].flatMap((directory) =>
    listFiles(path.join(projectDirectory, directory))
      .filter((file) => /\.(ts|mjs|astro)$/.test(file))
      .map((file) => readFileSync(path.join(projectDirectory, directory, file), 'utf8')),
  );
  const named = new Set(sources.flatMap(findNamedPaths));
  const words = Object.entries(tables).flatMap(([name, table]) => listPaths(table, name));
  expect(words.length).toBeGreaterThan(200);
  expect(words.filter((word) => !isUsed(word, named))).toEqual([]);
});
