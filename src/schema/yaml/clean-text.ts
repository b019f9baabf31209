import { toPrintable } from '../../lib/printable-text.ts';

/** Zero-width characters that arrive by copy and paste: bidi controls, joiners, byte order marks, soft hyphens. */
const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Removes zero-width and unprintable characters; a break becomes a space. */
export function stripInvisible(text: string): string {
  return toPrintable(text).replace(invisible, '');
}

/** Normalizes a name, a number or a date: no invisible characters, one space between words, none at the ends, NFC. */
export function bareValue(text: string): string {
  return stripInvisible(text).replace(/\s+/g, ' ').trim().normalize('NFC');
}

const smartlyQuoted = /^[“”„‟‘’‚‛]([^“”„‟"]+)[“”„‟‘’‚‛"]$/;

/**
 * Returns the strings inside typographic quotation marks, which YAML takes for letters: `“نص”` → `['نص']`, `“سياسة”،
 * “اقتصاد”` → `['سياسة', 'اقتصاد']`. Undefined if only a part is quoted, and for «», which are meant for readers.
 */
export function unwrapSmartQuotes(text: string): string[] | undefined {
  const parts = text.split(/[،,]/).map((part) => smartlyQuoted.exec(part.trim())?.[1]?.trim());
  const inner = parts.filter((part) => part !== undefined);
  if (inner.length === parts.length) return inner;
  const whole = smartlyQuoted.exec(text)?.[1];
  return whole === undefined ? undefined : [whole.trim()];
}
