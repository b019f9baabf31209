import { leftToRightLetter } from './characters.ts';

/**
 * A run of text that needs an element of its own (a bidirectional isolate), because the text around it would otherwise
 * decide its order.
 */
export interface Isolate {
  /** `start` and `end` are in UTF-16 code units; `end` is exclusive. */
  start: number;
  end: number;
  /**
   * Set for runs without a letter; the others take the direction of their first letter. An `rtl` run has numbers that
   * are read from the right, as they are after an Arabic letter: `arabicLetterMark` must come before them in the isolate.
   */
  dir?: 'ltr' | 'rtl';
  /**
   * `bdo` for several groups of Arabic digits: these are ordered from the right even in an isolate that runs from the
   * left (UAX #9 N1), unless its direction overrides theirs.
   */
  element: 'bdi' | 'bdo';
}

/** U+061C. Numbers after it are ordered as after an Arabic letter (UAX #9 W2). */
export const arabicLetterMark = '\u061C';

const hasDigitOrLatin = new RegExp(`[0-9٠-٩۰-۹]|${leftToRightLetter}`, 'u');

/** Whether a text can have isolates at all. */
export function mayNeedIsolate(text: string): boolean {
  return hasDigitOrLatin.test(text);
}

/** Returns what must come first in an isolate. */
export function markOf({ dir }: Pick<Isolate, 'dir'>): string {
  return dir === 'rtl' ? arabicLetterMark : '';
}
