import { describe, expect, test } from 'vitest';
import { entityFileOf, type NameRank, rankName, readName } from '../../../../../src/lib/arabic/search/entity-names.ts';
import { createNameTable } from '../../../../../src/lib/arabic/search/names.ts';

const names = createNameTable([['الخرطوم', 'Khartoum']]);

function rank(name: string, query: string, isTyping = false): NameRank | undefined {
  return rankName(readName(name, names), readName(query, names), isTyping);
}

describe('a query names', () => {
  test.each<[name: string, query: string]>([
    ['إلياس مُرقص', 'الياس مرقص'],
    ['ألبير قصيري', 'البير قصيري'],
    ['آمنة الهادي', 'امنه هادي'],
    ['الثقافة', 'ثقافه'],
    ['ثقافة', 'الثقافة'],
    ['الألمنيوم', 'المنيوم'],
    ['عبد الرحمن منيف', 'عبدالرحمن منيف'],
    ['عبدالرحمن منيف', 'عبد الرحمن منيف'],
    ['أبو ظبي', 'أبوظبي'],
    ['ثقافة وفنون', 'الثقافة والفنون'],
    ['الصحة والعلوم', 'صحة وعلوم'],
    ['الخرطوم', 'khartoum'],
    ['من هو', 'من هو؟'],
    ['كأس العالم', '#كأس_العالم'],
    ['حيّ بن يقظان', '«حي ابن يقظان»'],
  ])('«%s» whole: %s', (name, query) => {
    expect(rank(name, query)).toBe(0);
  });

  test.each<[name: string, query: string, rank: NameRank]>([
    ['إلياس مرقص', 'الياس', 1],
    ['إلياس مرقص', 'مرقص', 2],
    ['ثقافة وفنون', 'فنون', 2],
    ['البحر المتوسط', 'المتوسط', 2],
    ['محمد بن سلمان', 'سلمان', 2],
  ])('«%s» by some of its words: %s', (name, query, expected) => {
    expect(rank(name, query)).toBe(expected);
  });

  test.each<[name: string, query: string]>([
    ['إلياس مرقص', 'إلياس حداد'],
    ['إلياس مرقص', 'اليا'],
    ['عبد الرحمن منيف', 'عبدالله'],
    ['عبدالله', 'عبد الرحمن'],
    ['شير', 'بشير'],
    ['علوم', 'العلوم الطبية'],
    ['كتب', 'كاتب'],
  ])('«%s» not: %s', (name, query) => {
    expect(rank(name, query)).toBeUndefined();
  });
});

describe('while it is typed, the last word of a query may be the beginning of a word', () => {
  test.each<[name: string, query: string, rank: NameRank | undefined]>([
    ['يعقوب الحلواني', 'يعق', 1],
    ['يعقوب الحلواني', 'يعقوب الحل', 1],
    ['يعقوب الحلواني', 'حلو', 2],
    ['ألبير قصيري', 'الب', 1],
    ['ألبير قصيري', 'البي', 1],
    ['عبد الموجود', 'عبدالمو', 1],
    ['يعقوب الحلواني', 'يع حلواني', undefined],
    ['وصال', 'صا', undefined],
    ['Reuters', 'r', undefined],
  ])('«%s»: %s', (name, query, expected) => {
    expect(rank(name, query, true)).toBe(expected);
  });
});

test('every word of a name leads to the same file as what is typed of it', () => {
  const files = 32;
  for (const [name, query] of [
    ['عبد الرحمن منيف', 'عبدالر'],
    ['أبو ظبي', 'ابوظبي'],
    ['بنعلي', 'علي'],
    ['الألمنيوم', 'المنيوم'],
    ['الخرطوم', 'khartoum'],
  ] as const) {
    const named = readName(name, names).flatMap(({ readings }) => readings.map((word) => entityFileOf(word, files)));
    for (const { base } of readName(query, names)) expect(named, query).toContain(entityFileOf(base, files));
  }
});
