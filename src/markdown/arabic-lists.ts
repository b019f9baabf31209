import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import { list } from 'micromark-core-commonmark';
import type { Code, Construct, ConstructRecord, Extension } from 'micromark-util-types';
import { toLatinDigits } from '../lib/arabic/digits.ts';
import { translateConstruct } from './translated-construct.ts';

const digits = '0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹';

/** Maps digits to Latin ones. Negative codes, which micromark uses for line endings and tabs, stay. */
function toLatinDigitCode(code: Code): Code {
  return code === null || code < 0 ? code : toLatinDigits(String.fromCharCode(code)).charCodeAt(0);
}

const anyDigitList: Construct = translateConstruct(list, toLatinDigitCode);

/**
 * A document construct: `١. ` and `١) ` begin lists by the rules for `1. ` and `1) ` in CommonMark
 * (https://spec.commonmark.org/0.31.2/#ordered-list-marker). One list may mix Arabic, Persian and Latin digits.
 */
export const arabicListSyntax: Extension = {
  document: Object.fromEntries(
    Array.from(digits, (digit) => [digit.charCodeAt(0), anyDigitList]),
  ) satisfies ConstructRecord,
};

/** Marks a list whose first item has Arabic or Persian digits: `<ol data-digits="arab">`, shown with ١، ٢، ٣. */
export const arabicListTree: MdastExtension = {
  exit: {
    listItemValue(token) {
      const parent = this.stack.at(-2);
      if (parent?.type !== 'list' || parent.children.length > 1) return;
      const typed = this.sliceSerialize(token);
      const latin = toLatinDigits(typed);
      if (latin === typed) return;
      parent.start = Number(latin);
      parent.data = { hProperties: { dataDigits: 'arab' } };
    },
  },
};
