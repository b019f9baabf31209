import { expect, test } from 'vitest';
import { columnAsWritten, findWord, placeIn, pointTo } from '../../../../src/schema/yaml/places.ts';

test.each([
  ['title: نص', 'title: نص', 8, 8],
  ['title：نص', 'title: نص', 8, 7],
  ['title：نص', 'title: نص', 1, 1],
  ['\ttitle: نص', 'title: نص', 1, 1],
  ['\ttitle: نص', 'title: نص', 8, 9],
  ['title: أ: ب', 'title: "أ: ب"', 8, 8],
  ['title: أ: ب', 'title: "أ: ب"', 11, 8],
  ['', 'title: ', 3, 1],
])('%j was corrected to %j: its column %d was column %d', (written, corrected, now, then) => {
  expect(columnAsWritten(written, corrected, now)).toBe(then);
});

const line = { line: 3, text: 'author: [hudaa, omar, huda, huda]', start: 8, end: 33 };

test.each([
  ['omar', { start: 16, end: 20 }],
  ['hudaa', { start: 9, end: 14 }],
  ['huda', undefined],
  ['oma', undefined],
  ['author', undefined],
  ['[hudaa', { start: 8, end: 14 }],
])('in a list, the word %j is found at %j', (word, found) => {
  expect(findWord(line, word)).toEqual(found && { ...line, ...found });
});

test('an item is found by its word if its index is that of another item', () => {
  const list = { line: 2, text: 'author: [نور، سامي, هدى]', start: 8, end: 24 };
  const items = {
    author: list,
    'author.0': { ...list, start: 9, end: 18 },
    'author.1': { ...list, start: 20, end: 23 },
  };
  expect(placeIn(items, 'author.1', 'سامي')).toMatchObject({ start: 14, end: 18 });
  expect(placeIn(items, 'author.2', 'هدى')).toMatchObject({ start: 20, end: 23 });
  expect(placeIn(items, 'author.2', 'غائب')).toEqual(list);
  expect(placeIn(items, 'image.src', 'غائب')).toEqual({ line: 1, text: '', start: 0 });
});

test('a problem points into the line as written, and has no column without a line', () => {
  expect(pointTo({ line: 2, text: 'title: نص', start: 7, written: 'title：نص' })).toEqual({
    line: 2,
    column: 7,
    source: 'title：نص',
  });
  expect(pointTo({ line: 1, text: '', start: 0 })).toEqual({ line: 1 });
});
