import { describe, expect, it, test } from 'vitest';
import { cleanName, cleanText, findLinks, readParagraphs } from '../../../../src/lib/comments/comment-text.ts';
import { textOfHtml } from '../../../../src/lib/comments/html-text.ts';

describe('a comment as plain text', () => {
  it.each([
    ['  نعم \r\n\r\n\r\n\r\nلا  ', 'نعم\n\nلا'],
    ['سطر\u2028سطر\u0085سطر', 'سطر\nسطر\nسطر'],
    ['أ\u202Eب\u2066ج\u200Fد\u061C', 'أبجد'],
    ['مي\u200Cخواهم 👩\u200D💻', 'مي\u200Cخواهم 👩\u200D💻'],
    ['❤\uFE0F', '❤\uFE0F'],
    ['a\u0000b\u0007c\td', 'abc\td'],
    ['ا\u0654خبار', 'أخبار'],
    ['نصف \uD83D زوج', 'نصف \uFFFD زوج'],
    ['مُحَمَّدٌ', 'مُحَمَّدٌ'],
    [`ع${'\u0300'.repeat(300)}`, `ع${'\u0300'.repeat(5)}`],
    ['ك'.repeat(450), `${'ك'.repeat(200)} ${'ك'.repeat(200)} ${'ك'.repeat(50)}`],
    ['ـ'.repeat(201), `${'ـ'.repeat(200)} ـ`],
    ['w'.repeat(450), 'w'.repeat(450)],
    ['\u{E0041}\u{E0100}\u3164\u00AD', ''],
    ['<b>نص</b> & "اقتباس"', '<b>نص</b> & "اقتباس"'],
  ])('%j becomes %j', (written, cleaned) => {
    expect(cleanText(written)).toBe(cleaned);
    expect(cleanText(cleaned)).toBe(cleaned);
  });

  it.each([
    ['  سلمى \n الكاتب ', 'سلمى الكاتب'],
    ['\u200D\u200C', ''],
    ['\u0301\u0302', ''],
    ['<img src=x>', '<img src=x>'],
    ['٣', '٣'],
  ])('as a name, %j becomes %j', (written, cleaned) => {
    expect(cleanName(written)).toBe(cleaned);
  });

  // A regular expression that backtracks takes half a minute of processor time for such a text; ours take a tenth of a
  // second. Only the time of this thread counts, so other programs cannot make the test fail.
  it.each([' ', '\n', '\u0301', '<', 'https://', '&#', '\u202E'])(
    'a text of 300 KB of %j is read without backtracking',
    (unit) => {
      const text = `ا${unit.repeat(3e5 / unit.length)}ب`;
      const before = process.threadCpuUsage();
      cleanText(text);
      findLinks(text);
      textOfHtml(text);
      const microseconds = process.threadCpuUsage(before).user;
      expect(microseconds).toBeLessThan(5e6);
    },
  );
});

describe('links in a comment', () => {
  const hrefs = (text: string) => findLinks(text).map(({ href }) => href);

  it.each([
    ['انظر https://example.com/a، ثم', ['https://example.com/a']],
    ['(https://example.com/a_(b)).', ['https://example.com/a_(b']],
    ['«https://example.com»', ['https://example.com/']],
    ['HTTP://EXAMPLE.COM/', ['http://example.com/']],
    ['javascript:alert(1) data:text/html,x //x.example ftp://x', []],
    ['https:// و https://[', []],
    ['https://a.example https://b.example', ['https://a.example/', 'https://b.example/']],
  ])('%s has the links %j', (text, expected) => {
    expect(hrefs(text)).toEqual(expected);
  });

  test('are runs of their own in a line, and paragraphs keep their lines', () => {
    expect(readParagraphs('أول\nثان https://a.example/\n\nآخر')).toEqual([
      [[{ text: 'أول' }], [{ text: 'ثان ' }, { text: 'https://a.example/', href: 'https://a.example/' }]],
      [[{ text: 'آخر' }]],
    ]);
  });
});

describe('the text of a comment in HTML', () => {
  it.each([
    ['<p>فقرة</p>\n<p>أخرى<br>سطر</p>', 'فقرة\n\nأخرى\nسطر'],
    ['<ul><li>أ</li><li>ب</li></ul>', '• أ\n• ب'],
    ['&lt;b&gt; &amp;amp; &#39;&#x27; &nbsp;&#99999999;', "<b> &amp; ''  &#99999999;"],
    ['<script>alert(1)</script>نص<style>p{}</style>', 'نص'],
    ['قبل<img src=x onerror="alert(1)">بعد', 'قبلبعد'],
    ['2 < 3 <!-- سر --> نعم', '2 < 3  نعم'],
    ['<p>مفتوح <b>بلا', 'مفتوح بلا'],
  ])('%j is %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});
