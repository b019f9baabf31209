import { expect, test } from 'vitest';
import { collapseSpace, countWords, excerpt, xmlSafe } from '../../../src/lib/plain-text.ts';

test.each([
  ['  سطر\n\tثانٍ \u00a0 هنا ', 'سطر ثانٍ هنا'],
  [' \n ', ''],
])('%j collapses to %j', (text, expected) => {
  expect(collapseSpace(text)).toBe(expected);
});

const question = 'هل يعود اللاجئون إلى مدنهم، أم يبقون حيث هم؟';

test.each([
  [question, 200, question],
  [question, question.length, question],
  [question, question.length - 1, 'هل يعود اللاجئون إلى مدنهم، أم يبقون حيث…'],
  [question, 28, 'هل يعود اللاجئون إلى مدنهم…'],
  [question, 27, 'هل يعود اللاجئون إلى…'],
  [question, 3, 'هل…'],
  [question, 2, 'ه…'],
  [question, 0, ''],
  ['قال «نعم» ثم «لا» وخرج', 17, 'قال «نعم» ثم…'],
  ['قال: «لا أدري» وخرج', 8, 'قال…'],
  ['انتهى. وبدأ من جديد', 9, 'انتهى…'],
  ['سطر\nأول وثانٍ', 9, 'سطر أول…'],
])('an excerpt of %j of at most %d characters is «%s»', (text, max, expected) => {
  expect(excerpt(text, max)).toBe(expected);
});

test('an excerpt never ends inside a grapheme: a letter with its marks, an emoji', () => {
  expect(excerpt('مُّحَمَّد', 3)).toBe('…');
  expect(excerpt('👩‍👩‍👧👩‍👩‍👧', 10)).toBe('👩‍👩‍👧…');
});

test('an excerpt is never longer than the limit', () => {
  for (let max = 0; max < 60; max += 1) expect(excerpt(question, max).length).toBeLessThanOrEqual(max);
});

test.each([
  ['', 0],
  ['كَتَبَ الولدُ الدرسَ.', 3],
  ['«نعم» – قال؛ ثم مضى…', 4],
  ['كُتِب في 2022، بلغة Node.js', 5],
  ['الأخبـــار', 1],
])('%j has %d words', (text, expected) => {
  expect(countWords(text)).toBe(expected);
});

test.each([
  ['سطر\n\tثانٍ\r\n', 'سطر\n\tثانٍ\r\n'],
  ['قبل\u0000\u0008\u000b\u001fبعد', 'قبلبعد'],
  ['قبل\ufffe\uffffبعد', 'قبلبعد'],
  ['قبل\u007f\u0085\u009f\ufdd0بعد', 'قبلبعد'],
  ['نصف \ud83d زوج', 'نصف \ufffd زوج'],
  ['🔥 & <b>', '🔥 & <b>'],
])('%j becomes %j to be safe in XML', (text, expected) => {
  expect(xmlSafe(text)).toBe(expected);
});
