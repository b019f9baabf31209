import type { Isolate } from '../isolates.ts';
import { findWords, type WordSpan } from './words.ts';

/** Begins a word that follows the one before it without a space. Texts never contain this noncharacter. */
export const joint = '\ufdd0';
/** A space inside a word, as initials have («أ ف ب»). Texts never contain this noncharacter either. */
const innerSpace = '\ufdd1';
/** Ends an isolate; one of the noncharacters after it begins one of the kind of its place in `isolateKinds`. */
const isolateEnd = '\ufdd2';
const isolateKinds: Pick<Isolate, 'dir' | 'element'>[] = [
  { element: 'bdi' },
  { element: 'bdi', dir: 'ltr' },
  { element: 'bdi', dir: 'rtl' },
  { element: 'bdo', dir: 'ltr' },
];
const isolateSigns = /[\ufdd2-\ufdd6]/g;

/** A text with its isolates, as pages show it. */
export interface IsolatedText {
  text: string;
  isolates: Isolate[];
}

/** Writes a text with signs for its isolates, so that browsers need not find them. `readIsolates` reads it. */
export function writeIsolates(text: string, isolates: readonly Isolate[]): string {
  let written = '';
  let at = 0;
  for (const { start, end, dir, element } of isolates) {
    const kind = isolateKinds.findIndex((each) => each.element === element && each.dir === dir);
    const sign = String.fromCharCode(isolateEnd.charCodeAt(0) + 1 + kind);
    written += text.slice(at, start) + sign + text.slice(start, end) + isolateEnd;
    at = end;
  }
  return written + text.slice(at);
}

/** Reads a text of `writeIsolates`, or a part of one: an isolate that was cut is whole in it. */
export function readIsolates(written: string): IsolatedText {
  const isolates: Isolate[] = [];
  let start = 0;
  let kind = 0;
  const text = written.replace(isolateSigns, '');
  const close = (end: number): void => {
    if (end > start) isolates.push({ start, end, ...(isolateKinds[kind] as (typeof isolateKinds)[number]) });
  };
  let signs = 0;
  let isOpen = false;
  for (const { 0: sign, index } of written.matchAll(isolateSigns)) {
    const at = index - signs;
    signs += 1;
    isOpen = sign !== isolateEnd;
    if (!isOpen) close(at);
    else [start, kind] = [at, sign.charCodeAt(0) - isolateEnd.charCodeAt(0) - 1];
  }
  if (isOpen) close(text.length);
  return { text, isolates };
}

/**
 * Writes a text so that a space stands before each of its words but the first, as Pagefind counts words. `joinShown`
 * makes it a text again.
 */
export function separateWords(text: string): string {
  return separateSpans(text, findWords(text));
}

/** Does the same as `separateWords`, with the words that `findWords` has found, and with signs for isolates. */
export function separateSpans(text: string, words: readonly WordSpan[], isolates: readonly Isolate[] = []): string {
  const written = writeIsolates(text, isolates);
  let ended = 0;
  let begun = 0;
  /** Where a place of the text is in `written`: after the signs that end there, before those that begin there. */
  const placeOf = (at: number): number => {
    while ((isolates[ended]?.end ?? Number.POSITIVE_INFINITY) <= at) ended += 1;
    while ((isolates[begun]?.start ?? Number.POSITIVE_INFINITY) < at) begun += 1;
    return at + ended + begun;
  };
  return words
    .map(({ start, end }, index) => {
      const word = written.slice(placeOf(start), placeOf(end)).replace(/\s/g, innerSpace);
      return words[index - 1]?.end === start ? joint + word : word;
    })
    .join(' ');
}

/** Returns the text that these words are of, with its isolates and the place of each word in it. */
export function joinShown(words: readonly string[]): IsolatedText & { places: WordSpan[] } {
  let written = '';
  let length = 0;
  const places = words.map((shown, index): WordSpan => {
    const isJoined = shown.startsWith(joint);
    const word = (isJoined ? shown.slice(joint.length) : shown).replaceAll(innerSpace, ' ');
    const space = index > 0 && !isJoined ? ' ' : '';
    const start = length + space.length;
    written += space + word;
    length = start + word.replace(isolateSigns, '').length;
    return { start, end: length };
  });
  return { ...readIsolates(written), places };
}
