import { describe, expect, it } from 'vitest';
import { findIsolates, splitAtIsolates } from '../../../../src/lib/arabic/bidi.ts';

describe('what is isolated in a text', () => {
  it.each<[what: string, text: string, isolated: string[]]>([
    ['a name with its signs', 'كتاب C++ (2022).', ['C++']],
    ['a name of several parts', 'الكاتبة J. K. Rowling وDr. Smith', ['J. K. Rowling', 'Dr. Smith']],
    ['a quantity with its unit', 'معالج 2.4GHz بسعر 99.99USD', ['2.4GHz', '99.99USD']],
    ['a formula', 'غاز CO₂ والمعادلة E=mc² وx + y = z', ['CO₂', 'E=mc²', 'x + y = z']],
    ['a telephone number', 'اتصل على +961 1 234 567 الآن', ['+961 1 234 567']],
    ['a telephone number in Arabic digits', 'اتصل على +٩٦١ ١ ٢٣٤ ٥٦٧ الآن', ['+٩٦١ ١ ٢٣٤ ٥٦٧']],
    ['a name and its number', 'نظام Windows 11 ونظام iOS', ['Windows 11', 'iOS']],
    ['a standard and its part', 'علامة المعيار ISO 12312-2.', ['ISO 12312-2']],
    [
      'an e-mail address or URL, without the punctuation after it',
      'راسل info@example.com، أو زر https://example.com/a_(b).',
      ['info@example.com', 'https://example.com/a_(b)'],
    ],
    ['a URL with Arabic in it', 'https://ar.example/wiki/القاهرة هنا', ['https://ar.example/wiki/القاهرة']],
    ['a handle and a hashtag', '@user و#tag و#وسم', ['@user', '#tag']],
    ['each name of a list', 'شركات Google، Apple، Amazon', ['Google', 'Apple', 'Amazon']],
    ['a sentence', 'قال "To be, or not to be: that is the question."', ['To be, or not to be: that is the question']],
    ['a word after a clitic', 'وGoogle والـiPhone 15 Pro', ['Google', 'iPhone 15 Pro']],
    ['a word that begins with a dot or a digit', 'شبكة .NET وشبكة 5G', ['.NET', '5G']],
    ['letters joined by a sign', 'AT&T وCOVID-19 وkm/h', ['AT&T', 'COVID-19', 'km/h']],
    ['a whole Latin block that ends in punctuation', ' Hello, world. ', ['Hello, world.']],
  ])('%s', (_, text, isolated) => {
    expect(findIsolates(text).map(({ start, end }) => text.slice(start, end))).toEqual(isolated);
  });

  it.each([
    ['scores', 'النتيجة 3-2'],
    ['a range of years', 'بين 2020-2022'],
    ['numbers and sums', '1.5 مليون + 3 آلاف و10:30'],
    ['a Latin block without punctuation at its ends', 'ISO 12312-2'],
    ['an Arabic block', 'قال: «نعم»'],
    ['an empty text', ''],
  ])('nothing in %s', (_, text) => {
    expect(findIsolates(text)).toEqual([]);
  });

  it('is only the name when a score follows it', () => {
    const text = 'فوز Barcelona 3-2';
    expect(findIsolates(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Barcelona']);
  });

  it('has an explicit direction if it has no letters', () => {
    expect(findIsolates('هاتف +961 1 234 567')).toEqual([{ start: 5, end: 19, dir: 'ltr' }]);
    expect(findIsolates('كتاب C++')).toEqual([{ start: 5, end: 8 }]);
  });
});

describe('a text split at isolates', () => {
  it.each([
    ['لغة C++ (2022)', [{ text: 'لغة ' }, { text: 'C++', isolate: {} }, { text: ' (2022)' }]],
    ['+961 1 234 567', [{ text: '+961 1 234 567', isolate: { dir: 'ltr' } }]],
    ['خبر', [{ text: 'خبر' }]],
    ['', []],
  ])('%s', (text, runs) => {
    expect(splitAtIsolates(text)).toEqual(runs);
  });
});
