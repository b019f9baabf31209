const words = new Intl.Segmenter('ar', { granularity: 'word' });
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** White space that is not one ordinary space between two words. */
const wideSpace = / \s+|[^\S ]\s*/g;

/** Replaces each run of white space, line breaks and no-break spaces included, by one space, and trims the ends. */
export function collapseSpace(text: string): string {
  return text.replace(wideSpace, ' ').trim();
}

/**
 * Returns the beginning of a text, on one line. A text of more than `maxCharacters` UTF-16 code units is cut between
 * words and ends with «…», which counts too. A single long word is cut between graphemes, so that no letter loses its
 * tashkeel.
 */
export function excerpt(text: string, maxCharacters: number): string {
  const line = collapseSpace(text);
  if (line.length <= maxCharacters) return line;
  const room = maxCharacters - 1;
  if (room <= 0) return '';
  const end = graphemes.segment(line.slice(0, room + 100)).containing(room)?.index ?? room;
  const space = line.lastIndexOf(' ', end);
  const cut = line.slice(0, space > 0 ? space : end);
  return `${cut.replace(/[\s.…،؛:,;\p{Pd}\p{Ps}\p{Pi}]+$/u, '')}…`;
}

/** Arabic letters with tashkeel between punctuation that joins no letters: one word by any segmentation. */
const plainWord =
  /(?<=^|\s)[«"(]{0,3}[\u0620-\u064A\u0671-\u06D3][\u0620-\u065F\u0670-\u06D3]*[»").،؛:!؟…]{0,4}(?=\s|$)/g;

/**
 * Counts words by Unicode's segmentation (UAX #29): a number is a word, punctuation is not. Plain words are counted
 * first, since the segmenter takes five times as long as a pattern does.
 */
export function countWords(text: string): number {
  let count = 0;
  const others = text.replace(plainWord, () => {
    count += 1;
    return '';
  });
  for (const { isWordLike } of words.segment(others)) if (isWordLike) count += 1;
  return count;
}

/**
 * Removes the characters that XML 1.0 forbids even in escaped form, and those that it advises against
 * (https://www.w3.org/TR/xml/#charsets): control characters other than tab and line breaks, noncharacters. Lone
 * surrogates become U+FFFD. Does not escape `&` and `<`.
 */
export function xmlSafe(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '');
}

/** Applies `xmlSafe` to every string in a JSON value, except keys. */
export function xmlSafeValue<Value>(value: Value): Value {
  if (typeof value === 'string') return xmlSafe(value) as Value;
  if (Array.isArray(value)) return value.map(xmlSafeValue) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, xmlSafeValue(member)])) as Value;
}

/**
 * Escapes a text for the content or a double-quoted attribute of HTML or XML. The package `entities` is not used,
 * because its functions also replace apostrophes or no-break spaces.
 */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
