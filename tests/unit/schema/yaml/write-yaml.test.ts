import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../../src/schema/yaml/read-yaml.ts';
import { quoteYaml, writeYaml } from '../../../../src/schema/yaml/write-yaml.ts';

describe('a YAML value', () => {
  it.each([
    ['نص', 'نص'],
    ['قال "نعم"', 'قال "نعم"'],
    ['عاجل: نص', '"عاجل: نص"'],
    ['"الرئيس": سنعود', '\'"الرئيس": سنعود\''],
    ['it\'s: "ok"', "'it''s: \"ok\"'"],
    ['نص #وسم', '"نص #وسم"'],
    ['C#', '"C#"'],
    ['- نص', '"- نص"'],
    ['“نص”', '"“نص”"'],
    ['«نص»', '«نص»'],
    ['null', '"null"'],
    ['~', '"~"'],
    ['نص]', '"نص]"'],
    [' نص', '" نص"'],
    ['C:\\path: x', "'C:\\path: x'"],
  ])('%j is written as %j', (text, written) => {
    expect(writeYaml(text)).toBe(written);
  });

  const texts = fc.string({ unit: fc.constantFrom(...'نصab1 :#-"\'[]{},،&*!|>%@`~؟“”«»\\/') });

  it('is read back unchanged, with and without quotes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const written of [writeYaml(text), quoteYaml(text)]) {
          const { value, problems } = readYaml(`key: ${written}\n`, 'a.md', 1);
          expect(problems).toEqual([]);
          expect(value?.key ?? '').toBe(text.trim() === '' ? '' : text);
        }
      }),
    );
  });
});
