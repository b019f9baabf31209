import { describe, expect, it } from 'vitest';
import { applyEdits, editBetween, findEdits, originOf, shiftEdits, withEdits } from '../../../src/lib/tracked-text.ts';

const original = 'a "b"c';

describe('a tracked text', () => {
  it('has no origins while nothing has changed', () => {
    expect(applyEdits({ text: original }, [])).toEqual({ text: original });
    expect(findEdits(original, { text: original })).toEqual([]);
    expect(originOf({ text: original }, 3)).toBe(3);
  });

  it('maps each code unit to the original after several rounds of edits', () => {
    const once = applyEdits({ text: original }, [
      { start: 1, end: 2, replacement: '' },
      { start: 2, end: 3, replacement: '«' },
      { start: 4, end: 5, replacement: '»' },
    ]);
    expect(once.text).toBe('a«b»c');
    const twice = applyEdits(once, [{ start: 4, end: 4, replacement: ' ' }]);
    expect(twice).toEqual({ text: 'a«b» c', origins: [0, 2, 3, 4, -1, 5] });
    expect(originOf(twice, 4)).toBe(-1);
  });

  it('returns edits of the original, with an insertion beside a replacement as an edit of its own', () => {
    expect(findEdits(original, { text: 'a«b» c', origins: [0, 2, 3, 4, -1, 5] })).toEqual([
      { start: 1, end: 2, replacement: '' },
      { start: 2, end: 3, replacement: '«' },
      { start: 4, end: 5, replacement: '»' },
      { start: 5, end: 5, replacement: ' ' },
    ]);
  });

  it('can replace one unit by several, and lose its end', () => {
    const edited = applyEdits({ text: 'ﻻ..' }, [
      { start: 0, end: 1, replacement: 'لا' },
      { start: 1, end: 3, replacement: '' },
    ]);
    expect(findEdits('ﻻ..', edited)).toEqual([
      { start: 0, end: 1, replacement: 'لا' },
      { start: 1, end: 3, replacement: '' },
    ]);
  });
});

describe('edits', () => {
  it.each([
    ['title: أ: ب', 'title: "أ: ب"', { start: 7, end: 11, replacement: '"أ: ب"' }],
    ['title:نص', 'title: نص', { start: 6, end: 6, replacement: ' ' }],
    ['aab', 'ab', { start: 1, end: 2, replacement: '' }],
    ['', 'نص', { start: 0, end: 0, replacement: 'نص' }],
    ['نص', 'نص', { start: 2, end: 2, replacement: '' }],
  ])('the edit that turns %j into %j is %j', (before, after, edit) => {
    expect(editBetween(before, after)).toEqual(edit);
  });

  it('are applied in order, and can be shifted for a text that begins elsewhere', () => {
    const edits = [
      { start: 1, end: 2, replacement: '' },
      { start: 3, end: 3, replacement: '-' },
    ];
    expect(withEdits('abcd', edits)).toBe('ac-d');
    expect(withEdits('xxabcd', shiftEdits(edits, 2))).toBe('xxac-d');
  });
});
