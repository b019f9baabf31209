import { letters } from './characters.ts';
import type { Suggestion } from './wording.ts';

/** White space within a line. */
const blank = '[^\\S\\n\\r\\u2028\\u2029]';

/** What news agencies, editorial systems and web pages leave in a text that is copied from them. */
const leftovers = [
  // Initials of writers and editors at the end: `/س.م/`, `م.ع/ن.ت`, `ف ب/ ر د`.
  `(?:^|[ .\\n])\\(?/?[${letters}]{1,3}[. ][${letters}]{1,3}\\.?(?:\\/ ?[${letters}]{1,3}[. ][${letters}]{1,3}\\.?){1,3}/?\\)?(?=\\s*$)`,
  `/[${letters}]\\.[${letters}]\\.?/(?=\\s*$)`,
  '\\((?:انتهى|يتبع|النهاية)\\)\\s*$',
  '(?:^|(?<=[.…!؟»\\n] ?))(?:انتهى|يتبع)(?:\\.|\\s)*$',
  `^${blank}*(?:-0-|-30-|—30—|###+|\\*\\*\\*)\\s*$`,
  // Character references that were escaped twice: `&quot;`.
  '&(?:nbsp|quot|amp|lt|gt|laquo|raquo|[lr]dquo|#\\d{2,5});',
  '\\[(?:صورة|فيديو|رابط)[^\\][]*\\]',
  `^${blank}*(?:اقر[أا] أيض[ًا]{1,2}|شاهد أيض[ًا]{1,2}|تابعونا على|انقر هنا|Read more|Click here)\\s*:?.*$`,
].join('|');
const leftover = new RegExp(leftovers, 'gimu');

/** Finds the leftovers of wire copy in the text of a block: «(انتهى)», `/س.م/`, `&quot;`, «اقرأ أيضا: …». */
export function findWireCopy(text: string): Suggestion<'wire-copy'>[] {
  return [...text.matchAll(leftover)].map(({ 0: found, index }) => {
    const start = index + found.length - found.trimStart().length;
    return { rule: 'wire-copy', start, end: index + found.trimEnd().length, meant: [] };
  });
}
