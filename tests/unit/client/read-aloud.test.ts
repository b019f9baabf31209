import { expect, it } from 'vitest';
import { placeOf } from '../../../src/client/gallery-dialog.ts';
import { sentencesOf } from '../../../src/client/read-aloud.ts';

const words = (count: number) => Array(count).fill('كلمة').join(' ');

it.each([
  ['جملة. وثانية؟ وثالثة!', ['جملة.', 'وثانية؟', 'وثالثة!']],
  ['قال: «نعم.» ثم مضى…', ['قال:', '«نعم.»', 'ثم مضى…']],
  ['  سطر\n آخر ', ['سطر آخر']],
  ['…', []],
  ['زاد 2.5% إلى 1,200.75 جنيه. ومضى', ['زاد 2.5% إلى 1,200.75 جنيه.', 'ومضى']],
  ['عند 10:30 من 14.11.2026: بدأ', ['عند 10:30 من 14.11.2026:', 'بدأ']],
  ['قال أ.د. علي و(د. أحمد) نعم. ثم', ['قال أ.د. علي و(د. أحمد) نعم.', 'ثم']],
  ['في https://a.example/b.c?d لمن شاء', ['في https://a.example/b.c?d لمن شاء']],
])('reads «%s» a sentence at a time', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

it.each([
  ['after a comma', `${words(30)}، ${words(30)}.`, [`${words(30)}،`, `${words(30)}.`]],
  ['between words', `${words(60)}.`, [words(40), `${words(20)}.`]],
])('divides a long sentence %s', (_, text, parts) => {
  expect(sentencesOf(text)).toEqual(parts);
});

it.each([
  ['ArrowLeft', true, 2],
  ['ArrowRight', true, 0],
  ['ArrowLeft', false, 0],
  ['ArrowRight', false, 2],
  ['Home', true, 0],
  ['End', true, 4],
  ['Enter', true, undefined],
])('%s in a gallery from right to left (%s) leads from picture 1 to %s', (key, isRightToLeft, target) => {
  expect(placeOf(key, 1, 5, isRightToLeft)).toBe(target);
});
