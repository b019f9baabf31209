import { expect, test } from 'vitest';
import { slugify } from '../../../../src/lib/arabic/slug.ts';

test.each([
  ['«القاهرة» تستعد، وتنتظر', 'القاهرة-تستعد-وتنتظر'],
  ['مَن هُوَ الرَّئِيسُ؟', 'من-هو-الرئيس'],
  ['مقدمـــة', 'مقدمة'],
  ['اللُّغَةُ الْعَرَبِيَّةُ', 'اللغة-العربية'],
  ['السعودية،والتي', 'السعودية-والتي'],
  ['قال و«الأهرام» نشرت', 'قال-والأهرام-نشرت'],
  ['قال و"الأهرام" نشرت', 'قال-والأهرام-نشرت'],
  ['لـ«الشرق»', 'لالشرق'],
  ['مي\u200cخواهم', 'مي-خواهم'],
  ['\u200fأخبار\u200e العالم\u061c', 'أخبار-العالم'],
  ['ﻻ إله', 'لا-إله'],
  ['ا\u0654حمد', 'أحمد'],
  ['هاتف iPhone ١٥ Pro', 'هاتف-iphone-15-pro'],
  ['سنة ۲۰۲۲', 'سنة-2022'],
  ['Café de l’Élysée', 'cafe-de-lelysee'],
  ['C++ (2022)', 'c-2022'],
  ['أ - ب – ج', 'أ-ب-ج'],
  ['خبر\u00a0عاجل 🔥', 'خبر-عاجل'],
  ['؟!… «»', ''],
  ['ـــــ', ''],
  ['', ''],
])('«%s» gives the slug %j', (text, expected) => {
  expect(slugify(text)).toBe(expected);
});

test.each([
  ['tashkeel', 'كَتَبَ الوَلَدُ الدَّرسَ'],
  ['tatweel', 'كتـب الولـد الدرس'],
  ['bidi marks', '\u202bكتب\u200f الولد \u2067الدرس\u2069'],
  ['punctuation', '«كتب» الولد، الدرس؟!'],
])('%s never changes a slug', (_what, text) => {
  expect(slugify(text)).toBe('كتب-الولد-الدرس');
});

test('a slug is in NFC, and its own slug is the same', () => {
  for (const text of ['ا\u0654حمد إلى آخره', 'E\u0301lyse\u0301e مُؤْمِن', 'یک ﷲ ½']) {
    const slug = slugify(text);
    expect(slug).toBe(slug.normalize('NFC'));
    expect(slugify(slug)).toBe(slug);
  }
});

test('a long title is cut between words, at 180 bytes', () => {
  const slug = slugify('مستشفيات '.repeat(40));
  expect(slug).toBe(Array(10).fill('مستشفيات').join('-'));
  expect(Buffer.byteLength(`${slug}-مستشفيات`)).toBeGreaterThan(180);
});

test('a single word longer than 180 bytes is cut between graphemes', () => {
  expect(slugify('ب'.repeat(200))).toBe('ب'.repeat(90));
  expect(Buffer.byteLength(slugify('語'.repeat(200)))).toBe(180);
});
