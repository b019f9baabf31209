import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import { list } from 'micromark-core-commonmark';
import type { Code, Construct, ConstructRecord, Extension } from 'micromark-util-types';
import { toLatinDigits } from '../lib/arabic/digits.ts';
import { translateConstruct } from './translated-construct.ts';

const digits = '0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹';

function readDigit(code: Code): Code {
  return code === null || code < 0 ? code : toLatinDigits(String.fromCharCode(code)).charCodeAt(0);
}

const anyDigitList: Construct = translateConstruct(list, readDigit);

/** `١. ` and `١) ` begin lists wherever `1. ` and `1) ` do in CommonMark; the digits of one list may be mixed. */
export const arabicListSyntax: Extension = {
  document: Object.fromEntries(
    Array.from(digits, (digit) => [digit.charCodeAt(0), anyDigitList]),
  ) satisfies ConstructRecord,
};

/** A list whose first marker is Arabic is shown with Arabic-Indic markers: `<ol data-digits="arab">`. */
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
