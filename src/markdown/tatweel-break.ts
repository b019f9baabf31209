import { thematicBreak } from 'micromark-core-commonmark';
import type { Code, Extension } from 'micromark-util-types';
import { translateConstruct } from './translated-construct.ts';

const tatweel = 0x0640;
const asterisk = 0x002a;

/** `ـــ` ↔ `***`: neither may stand among the other. */
function swap(code: Code): Code {
  if (code === tatweel) return asterisk;
  return code === asterisk ? tatweel : code;
}

/** A line of three or more tatweels and nothing else is a thematic break, as `***` is in CommonMark. */
export const tatweelBreakSyntax: Extension = { flow: { [tatweel]: translateConstruct(thematicBreak, swap) } };
