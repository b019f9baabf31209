import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { eachNode } from '../../../src/markdown/walk-tree.ts';
import { parseArabic, parseGfmWithoutIndentedCode, parseTree } from './parse.ts';

describe('emphasis that CommonMark reads', () => {
  it.each([
    'قالت: **“**سنبني هذه القناطر كلها**” و**نعبرها.',
    'الدرج: **سجل الغرفة **_**أو**_** سجل البيت**.',
    '**قمح****:****شعير**',
    '**«قمح»**و**«شعير»**',
    'قال **«نعم»** و*لا* ~~ربما~~ ثم',
  ])('stays as it is: %s', (text) => {
    expect(parseArabic(text)).toBe(parseGfmWithoutIndentedCode(text));
  });

  it.each([
    ['before it', 'و**«قمح»**ثم **شعير** ثم', 'و<strong>«قمح»</strong>ثم <strong>شعير</strong> ثم'],
    ['round it', 'و**«قمح **و** شعير»**ثم', 'و<strong>«قمح <strong>و</strong> شعير»</strong>ثم'],
    ['in it', '**قمح و~~«شعير»~~ثم** ثم', '<strong>قمح و<del>«شعير»</del>ثم</strong> ثم'],
    ['in a link', '[و**«قمح»**ثم **شعير**](/a)', '<a href="/a">و<strong>«قمح»</strong>ثم <strong>شعير</strong></a>'],
    ['in what is struck out', '~~و**«قمح»**ثم~~', '<del>و<strong>«قمح»</strong>ثم</del>'],
    [
      'on both sides of a clitic, three times',
      'و**«قمح»**و**«شعير»**و**«ذرة»**ثم',
      'و<strong>«قمح»</strong>و<strong>«شعير»</strong>و<strong>«ذرة»</strong>ثم',
    ],
  ])('is joined by what it leaves alone: %s', (_, text, inside) => {
    expect(parseArabic(text)).toBe(`<p>${inside}</p>`);
  });
});

const pieces = 'قمح و ال شعير A b 1 ١ « » “ ” " ( ) ، . : ! ؟ … ﴿ ﴾ [ ](/a) ![ `c` * ** *** **** _ __ ~~ ~~ ** ** * **'
  .split(' ')
  .concat([' ', ' ', ' ', '\nقمح ', '\u200f']);
const texts = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 24 })
  .map((parts) => `قمح${parts.join('')}`);
const runs = { seed: 20261130, numRuns: 1500 };

interface Emphasis {
  type: string;
  start: number;
  end: number;
}

function emphasesOf(tree: Root): Emphasis[] {
  const found: Emphasis[] = [];
  eachNode(tree, ({ type, position }) => {
    if (type === 'strong' || type === 'emphasis' || type === 'delete')
      found.push({ type, start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 });
  });
  return found;
}

function visibleMarkers(tree: Root): number {
  let count = 0;
  eachNode(tree, (node) => {
    if (node.type === 'text' || node.type === 'image')
      count += (node.type === 'text' ? node.value : (node.alt ?? '')).match(/\*|~~/g)?.length ?? 0;
  });
  return count;
}

describe('any text', () => {
  it('in which CommonMark and GFM leave no run alone has the same HTML', () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (visibleMarkers(parseTree(text, 'gfmWithoutIndentedCode')) > 0) return;
        expect(parseArabic(text)).toBe(parseGfmWithoutIndentedCode(text));
      }),
      runs,
    );
  });

  it('keeps every pair that CommonMark and GFM find, or turns it round between two others', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const ours = emphasesOf(parseTree(text, 'arabic'));
        const has = (wanted: (emphasis: Emphasis) => boolean) => ours.some(wanted);
        const lost = emphasesOf(parseTree(text, 'gfmWithoutIndentedCode')).filter(
          ({ type, start, end }) => !has((own) => own.type === type && own.start === start && own.end === end),
        );
        for (const { type, start, end } of lost) {
          const use = type === 'strong' ? 2 : 1;
          expect(
            has((own) => own.type === type && own.end === start + use),
            text,
          ).toBe(true);
          expect(
            has((own) => own.type === type && own.start === end - use),
            text,
          ).toBe(true);
        }
      }),
      runs,
    );
  });
});
