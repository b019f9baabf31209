import { describe, expect, test } from 'vitest';
import { correctQuery } from '../../../../../src/client/search/engine/corrections.ts';

/** A term of a query that has a correction if `text` is given. */
function term(written: string, text?: string) {
  const terms = { written, base: written, alternatives: [], joined: [], parted: [], bases: [], sequences: [] };
  return {
    ...terms,
    position: 0,
    withNeighbours: [],
    articles: 0,
    ...(text !== undefined && { correction: { base: text, text } }),
  };
}

describe('a query with its corrections', () => {
  test.each([
    ['قصيدة التمساخ', [term('قصيدة'), term('التمساخ', 'التمساح')], 'قصيدة التمساح'],
    ['«قصيدة التمساخ»؟', [term('«قصيدة'), term('التمساخ»؟', 'التمساح')], '«قصيدة التمساح»؟'],
    ['تمسح تمس', [term('تمسح'), term('تمس', 'تمساح')], 'تمسح تمساح'],
    ['تمسخ وتمسخ', [term('تمسخ', 'تمساح'), term('وتمسخ', 'وتمساح')], 'تمساح وتمساح'],
    ['المخضرةم', [term('المخضرة', 'الخضرة'), term('م')], undefined],
    ['تمساح', [term('تمساح')], undefined],
  ])('«%s»', (text, terms, expected) => {
    expect(correctQuery(text, terms)).toBe(expected);
  });
});
