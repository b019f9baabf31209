import type { ListItem } from 'mdast';
import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import { list } from 'micromark-core-commonmark';
import type { Code, Construct, ConstructRecord, Extension } from 'micromark-util-types';
import { toLatinDigits } from '../lib/arabic/digits.ts';
import { isInVerse } from './list-lines.ts';
import { type SourceLines, sourceLinesAt } from './source-lines.ts';
import { translateConstruct } from './translated-construct.ts';

/** The marks of bullets, and all digits. */
const firstCharacters = '*+-0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹';

/** Maps digits to Latin ones. Negative codes, which micromark uses for line endings and tabs, stay. */
function toLatinDigitCode(code: Code): Code {
  return code === null || code < 0 ? code : toLatinDigits(String.fromCharCode(code)).charCodeAt(0);
}

/** CommonMark's own construct is switched off by its name, so that this one alone decides. */
const anyDigitList: Construct = exceptInVerse(exceptOverUnderline(translateConstruct(list, toLatinDigitCode)));

/** A dash or a number in a quotation of verse begins speech or a line of the poem. */
function exceptInVerse(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const begin = construct.tokenize.call(this, effects, ok, nok);
      return (code) => (isInVerse(sourceLinesAt(this)) ? nok(code) : begin(code));
    },
  };
}

/** A line over `---` is a heading when it begins with `١.`: without the Arabic extension it would be one. */
function exceptOverUnderline(construct: Construct): Construct {
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      const begin = construct.tokenize.call(this, effects, ok, nok);
      const isFirst = !this.containerState?.type && !this.interrupt;
      return (code) => (isFirst && isArabicDigit(code) && isUnderlined(sourceLinesAt(this)) ? nok(code) : begin(code));
    },
  };
}

function isArabicDigit(code: Code): boolean {
  return code !== toLatinDigitCode(code);
}

/** Whether the line stands alone over an underline, as the text of a heading does. */
function isUnderlined({ lines, index, before }: SourceLines): boolean {
  const isAlone = (lines[index - 1] ?? '').trim() === '' && before.trim() === '';
  return isAlone && /^ {0,3}(?:-+|=+)[ \t]*$/.test(lines[index + 1] ?? '');
}

/**
 * A document construct: `١. ` and `١) ` begin lists by the rules for `1. ` and `1) ` in CommonMark
 * (https://spec.commonmark.org/0.31.2/#ordered-list-marker). One list may mix Arabic, Persian and Latin digits. Verse has
 * no lists.
 */
export const arabicListSyntax: Extension = {
  disable: { null: [list.name ?? 'list'] },
  document: Object.fromEntries(
    Array.from(firstCharacters, (character) => [character.charCodeAt(0), anyDigitList]),
  ) satisfies ConstructRecord,
};

/** The numbers of the items as they were typed. */
const typedNumbers = new WeakMap<ListItem, number>();

/**
 * Marks a list whose first item has Arabic or Persian digits: `<ol data-digits="arab">`, shown with ١، ٢، ٣. Numbers
 * that do not follow each other stay as typed: `<li value="1967">`.
 */
export const arabicListTree: MdastExtension = {
  exit: {
    listItemValue(token) {
      const [parent, item] = this.stack.slice(-2);
      if (parent?.type !== 'list' || item?.type !== 'listItem') return;
      const typed = this.sliceSerialize(token);
      const latin = toLatinDigits(typed);
      typedNumbers.set(item, Number(latin));
      if (latin === typed || parent.children.length > 1) return;
      parent.start = Number(latin);
      parent.data = { hProperties: { dataDigits: 'arab' } };
    },
    listOrdered(token) {
      const list = this.stack.at(-1);
      if (list?.type === 'list') keepNumbers(list.children);
      this.exit(token);
    },
  },
};

/** Gives items their numbers, except where all have the same: `1.` before each means that they are to be counted. */
function keepNumbers(items: readonly ListItem[]): void {
  const numbers = items.map((item) => typedNumbers.get(item) ?? 0);
  if (numbers.every((number) => number === numbers[0])) return;
  for (const [index, item] of items.entries()) {
    const number = numbers[index] ?? 0;
    if (index > 0 && number !== (numbers[index - 1] ?? 0) + 1) item.data = { hProperties: { value: String(number) } };
  }
}
