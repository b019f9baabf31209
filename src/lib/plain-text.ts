const words = new Intl.Segmenter('ar', { granularity: 'word' });
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** Every run of white space (line breaks and no-break spaces too) becomes one space; none at the ends. */
export function collapseSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The beginning of a text, on one line. A longer text is cut between two words and ends in «…», which counts; a letter is
 * never parted from its tashkeel. `maxCharacters` is measured as JavaScript's `length` does.
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

/** How many words a reader reads; punctuation is none, a number is one. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count += 1;
  return count;
}

/**
 * The text without what no XML 1.0 document may hold, even escaped: control characters other than tab and line breaks,
 * U+FFFE, U+FFFF; half surrogate pairs become U+FFFD. `&` and `<` are left for the writer to escape.
 */
export function xmlSafe(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** A plain value with every text in it made XML-safe; keys stay. */
export function xmlSafeValue<Value>(value: Value): Value {
  if (typeof value === 'string') return xmlSafe(value) as Value;
  if (Array.isArray(value)) return value.map(xmlSafeValue) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, xmlSafeValue(member)])) as Value;
}

/** Text as the content or a double-quoted attribute of HTML or XML. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
