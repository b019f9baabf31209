/**
 * Replacement functions for the punctuation rules of typography-rules.ts. Each takes a match of its rule's pattern and
 * returns the new text.
 */
import { isArabicLetterOrMark, isLatinOrDigit } from './characters.ts';

const arabicPunctuation: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };

/**
 * Replaces Latin `,` `;` `?` with ، ؛ ؟ after an Arabic word, even with a space or a closing mark between: «حضر, ثم» →
 * «حضر، ثم», «(نعم)?» → «(نعم)؟». Keeps the Latin mark after Latin (`Node.js, etc.`), before a digit (`1,234`), and in
 * the smileys `;)` and `;-)`.
 */
export function toArabicPunctuation({ 0: run, index, input }: RegExpExecArray): string {
  const mark = run.charAt(0);
  const after = input[index + run.length] ?? '';
  if ((mark === ',' && /\p{Nd}/u.test(after)) || (mark === ';' && /[)(-]/.test(after))) return run;
  let at = index - 1;
  while (/[ \t\u00A0]/.test(input[at] ?? '')) at -= 1;
  if (/[»›)\]؟?]/.test(input[at] ?? '')) at -= 1;
  return isArabicLetterOrMark(input[at]) ? (arabicPunctuation[mark] ?? mark).repeat(run.length) : run;
}

/**
 * Replaces `..`, `...` and `. . .` with `…`, without a space before it: «وغادر .. ثم» → «وغادر… ثم». Keeps the dots
 * between Latin letters or digits (`1..9`, `a...b`), before a slash (`../a`), in a dot leader of six or more, and where
 * they stand for items of a list: «أ، ب، ...، ي».
 */
export function toEllipsis({ 0: run, index, input }: RegExpExecArray): string {
  const after = input[index + run.length];
  if (/[/\\]/.test(after ?? '') || /\.{6}/.test(run)) return run;
  if (/^[ \t\u00A0]/.test(run) && /[،,]/.test(input[index - 1] ?? '')) return run;
  return isLatinOrDigit(input[index - 1]) && isLatinOrDigit(after) ? run : '…';
}

/**
 * Removes spaces before a mark that ends something: «قال ، ثم» → «قال، ثم». They stay before a mark that begins
 * something (`المادة .5`, `منصة .NET`, `:-)`), between numbers (`10 : 30`), after an opening mark, and at the start of
 * a line.
 */
export function dropSpaceBeforeMark({ 0: spaces, index, input }: RegExpExecArray): string {
  const mark = input[index + spaces.length] ?? '';
  const after = input[index + spaces.length + 1];
  const before = input[index - 1];
  if (before === undefined || /[\n«‹([]/.test(before)) return spaces;
  if (/[.:!]/.test(mark) && isLatinOrDigit(after)) return spaces;
  if (
    mark === ':' &&
    /\p{Nd}/u.test(before) &&
    /^[ \t\u00A0]*\p{Nd}/u.test(input.slice(index + spaces.length + 1, index + spaces.length + 9))
  )
    return spaces;
  if (mark === '.' && (after === '.' || /\p{Nd}/u.test(before))) return spaces;
  return /[:;]/.test(mark) && /[)(-]/.test(after ?? '') ? spaces : '';
}
