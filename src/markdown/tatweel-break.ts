import { thematicBreak } from 'micromark-core-commonmark';
import type { Code, Extension } from 'micromark-util-types';
import { translateConstruct } from './translated-construct.ts';

const tatweel = 0x0640;
const asterisk = 0x002a;

/** Swaps the two characters instead of only mapping one, so that a line that mixes both (`ـ*ـ`) is no break. */
function swap(code: Code): Code {
  if (code === tatweel) return asterisk;
  return code === asterisk ? tatweel : code;
}

/**
 * A flow construct: a line of three or more tatweels (`ـــ`) is a thematic break, by the rules for `***` in CommonMark
 * (https://spec.commonmark.org/0.31.2/#thematic-breaks).
 */
export const tatweelBreakSyntax: Extension = { flow: { [tatweel]: translateConstruct(thematicBreak, swap) } };
