import { describe, expect, it, test } from 'vitest';
import {
  extensionOf,
  fileTypeOf,
  isPhotograph,
  isProgram,
  isRelativePath,
  namesFile,
} from '../../../src/lib/file-types.ts';

test.each([
  ['report.pdf', 'pdf'],
  ['a/تقرير اللجنة.PDF', 'pdf'],
  ['a.b/report', ''],
  ['report.', ''],
  ['', ''],
])('the extension of %j is %j', (url, extension) => {
  expect(extensionOf(url)).toBe(extension);
});

test.each([
  ['talk.mp3', 'audio', 'MP3'],
  ['note.opus', 'audio', 'OPUS'],
  ['clip.MP4', 'video', 'MP4'],
  ['data.xlsx', 'document', 'Excel'],
  ['walk.gpx', 'document', 'GPX'],
])('%s is of the kind %s, and readers call it %s', (url, kind, name) => {
  expect(fileTypeOf(url)).toMatchObject({ kind, name });
});

test.each(['page.html', 'map.svg', 'a.js', 'feed.xml', 'game.swf', 'setup.exe', 'macro.docm'])(
  '%s is a program, which is never published',
  (url) => {
    expect(isProgram(url)).toBe(true);
    expect(fileTypeOf(url)).toBeUndefined();
  },
);

it('has no type for names of inherited properties', () => {
  expect(fileTypeOf('a.constructor')).toBeUndefined();
});

describe('a link', () => {
  it.each([
    'report.pdf',
    'report.pdf#page=3',
    'report.pdf?v=1.2',
    '../docs/report.pdf',
    'page.html',
    'a.jpg',
    'تقرير%20اللجنة.pdf',
  ])('%s names a file beside the article', (url) => {
    expect(namesFile(url)).toBe(true);
  });

  it.each(['word.md', 'example.com', '/report.pdf', '//a.example/a.pdf', 'https://a.example/a.pdf', '#a.pdf', ''])(
    '%j does not',
    (url) => {
      expect(namesFile(url)).toBe(false);
    },
  );

  it.each(['c:\\report.pdf', '\\report.pdf', 'mailto:a@b.pdf'])('%s is no relative path', (url) => {
    expect(isRelativePath(url)).toBe(false);
  });
});

it.each([
  ['a.JPG', true],
  ['a.heic', true],
  ['a.svg', false],
  ['a.pdf', false],
])('%s is a photograph: %s', (file, expected) => {
  expect(isPhotograph(file)).toBe(expected);
});
