import { type Edit, withEdits } from './tracked-text.ts';

/*
 * Characters that show nothing, and that XML, JSON parsers, terminals or encoders refuse: control characters, halves of
 * surrogate pairs and noncharacters. Tab and line breaks are not among them.
 */

/** A quick test, which whole surrogate pairs pass too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const suspicious = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;
const unprintable = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
/** Vertical tab, form feed and next line, which word processors write for a line or page break. */
const breaks = /[\v\f\u0085]/;

/** Finds the unprintable characters of a text, as edits: a break becomes a space, the others are removed. */
export function findUnprintable(text: string): Edit[] {
  if (!suspicious.test(text)) return [];
  return [...text.matchAll(unprintable)].map(({ 0: character, index }) => ({
    start: index,
    end: index + character.length,
    replacement: breaks.test(character) ? ' ' : '',
  }));
}

/** Removes the unprintable characters of a text; breaks become spaces. The number of lines stays the same. */
export function toPrintable(text: string): string {
  return withEdits(text, findUnprintable(text));
}

/** Replaces each unprintable code unit by one that terminals show: `\u0002` → `␂`. */
export function showUnprintable(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.charCodeAt(0);
    if (code > 0x7f) return '\ufffd'.repeat(character.length);
    return String.fromCharCode(code === 0x7f ? 0x2421 : 0x2400 + code);
  });
}
