import { describe, expect, it } from 'vitest';
import { toFeedHtml } from '../../../src/markdown/feed-html.ts';
import { type Format, parseArabic } from './parse.ts';
import { html, render } from './render.ts';

const rlm = '\u200f';
const nbsp = '\u00a0';
const formats: readonly Format[] = ['md', 'mdx'];

function expectBoth(text: string, expected: string): void {
  for (const format of formats) expect(parseArabic(text, format), format).toBe(expected);
}

const list = (open: string, ...items: string[]) =>
  `${open}\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</${open.slice(1, 3)}>`;
const numbers = (...items: string[]) => list('<ol>', ...items);
const arabicNumbers = (...items: string[]) => list('<ol data-digits="arab">', ...items);
const bullets = (...items: string[]) => list('<ul>', ...items);
const typed = (...items: string[]) => list('<ul data-marks="typed">', ...items);

describe('a list of numbers', () => {
  it.each([
    ['with dashes', '1- خبز\n2- زيت\n3- ملح', numbers('خبز', 'زيت', 'ملح')],
    ['with dashes and Arabic digits', '١- خبز\n٢- زيت', arabicNumbers('خبز', 'زيت')],
    ['with dashes and Persian digits', '۱- خبز\n۲- زيت', arabicNumbers('خبز', 'زيت')],
    ['with long dashes', '1– خبز\n2– زيت', numbers('خبز', 'زيت')],
    ['with tatweels', '١ـ خبز\n٢ـ زيت', arabicNumbers('خبز', 'زيت')],
    ['with spaces on both sides of dashes', '1 - خبز\n2 - زيت', numbers('خبز', 'زيت')],
    ['without a space after dashes', '1-خبز\n2-زيت', numbers('خبز', 'زيت')],
    ['without a space after full stops', '١.خبز\n٢.زيت', arabicNumbers('خبز', 'زيت')],
    ['without a space after brackets', '1)خبز\n2)زيت', numbers('خبز', 'زيت')],
    ['in brackets', '(١) خبز\n(٢) زيت', arabicNumbers('خبز', 'زيت')],
    ['with slashes', '1/ خبز\n2/ زيت', numbers('خبز', 'زيت')],
    ['with tabs, as Word has them', '1-\tخبز\n2-\tزيت', numbers('خبز', 'زيت')],
    ['with no-break spaces', `1-${nbsp}${nbsp}خبز\n2-${nbsp}${nbsp}زيت`, numbers('خبز', 'زيت')],
    ['with invisible marks', `${rlm}1-${rlm} خبز\n${rlm}2-${rlm} زيت`, numbers('خبز', 'زيت')],
    ['with bold beginnings', '1- **خبز** حار\n2- «زيت»', numbers('<strong>خبز</strong> حار', '«زيت»')],
    ['from another number', '4- خبز\n5- زيت', list('<ol start="4">', 'خبز', 'زيت')],
    ['of numbers', '1- 50 رغيفًا\n2- 30 رطلًا\n3- 10 أكياس', numbers('50 رغيفًا', '30 رطلًا', '10 أكياس')],
    ['right under a paragraph', 'اشتر:\n1- خبز\n2- زيت', `<p>اشتر:</p>\n${numbers('خبز', 'زيت')}`],
    [
      'right under a paragraph, from another number',
      'و:\n٢. خبز\n٣. زيت',
      `<p>و:</p>\n${list('<ol start="2" data-digits="arab">', 'خبز', 'زيت')}`,
    ],
    ['right under a heading', '## اشتر\n1- خبز\n2- زيت', `<h2>اشتر</h2>\n${numbers('خبز', 'زيت')}`],
    ['over several lines', '1- خبز\nحار\n2- زيت', numbers('خبز\nحار', 'زيت')],
    ['in a quotation', '> 1- خبز\n> 2- زيت', `<blockquote>\n${numbers('خبز', 'زيت')}\n</blockquote>`],
    ['in an item', '- 1- خبز\n  2- زيت', `<ul>\n<li>\n${numbers('خبز', 'زيت')}\n</li>\n</ul>`],
    [
      'with letters within',
      '1- خبز\n   أ- أسمر\n   ب- أبيض\n2- زيت',
      numbers(`خبز\n${typed('أ- أسمر', 'ب- أبيض')}\n`, 'زيت'),
    ],
    [
      'with letters between, not indented',
      '1- خبز\nأ- أسمر\nب- أبيض\n2- زيت',
      `${numbers('خبز')}\n${typed('أ- أسمر', 'ب- أبيض')}\n${list('<ol start="2">', 'زيت')}`,
    ],
    ['of paragraphs', '1- خبز\n\n2- زيت', '<ol>\n<li>\n<p>خبز</p>\n</li>\n<li>\n<p>زيت</p>\n</li>\n</ol>'],
    ['indented', '    1- خبز\n    2- زيت', numbers('خبز', 'زيت')],
  ])('is recognised %s', (_, text, expected) => {
    expectBoth(text, expected);
  });

  it.each([
    [
      'that do not follow each other',
      '1948- حرب\n1967- حرب\n1973- حرب',
      '<ol start="1948">\n<li>حرب</li>\n<li value="1967">حرب</li>\n<li value="1973">حرب</li>\n</ol>',
    ],
    [
      'with full stops',
      '٣. أ\n٧. ب\n٨. ج',
      '<ol start="3" data-digits="arab">\n<li>أ</li>\n<li value="7">ب</li>\n<li>ج</li>\n</ol>',
    ],
    [
      'that count down',
      '3. أ\n2. ب\n1. ج',
      '<ol start="3">\n<li>أ</li>\n<li value="2">ب</li>\n<li value="1">ج</li>\n</ol>',
    ],
    ['that are all the same, which are to be counted', '1. أ\n1. ب', numbers('أ', 'ب')],
  ])('keeps numbers as typed: those %s', (_, text, expected) => {
    expectBoth(text, expected);
  });

  it('keeps its numbers on the page and in feeds', async () => {
    const page = await html('١٩٤٨. أ\n\n١٩٦٧. ب');
    const items = '\n<li>\n<p>أ</p>\n</li>\n<li value="1967">\n<p>ب</p>\n</li>\n</ol>';
    expect(page).toBe(`<ol start="1948" data-digits="arab" data-numbers="wide">${items}`);
    expect(toFeedHtml(page, 'https://news.example/', 'k7q3m')).toBe(
      `<ol start="1948" style="list-style-type: arabic-indic">${items}`,
    );
  });

  it.each([
    ['a score', '3-2 فاز\n4-1 خسر'],
    ['a score with spaces', '3 - 2 فاز\n4 - 1 خسر'],
    ['a score with one space', '1- 0 فاز\n2- 1 خسر'],
    ['a date', '12-5-2026 موعد\n13-5-2026 موعد'],
    ['a span of years', '2010-2015 مدير\n2016-2020 وزير'],
    ['a negative number', '-5 درجات\n-6 درجات'],
    ['a decimal', '1.5 مليون\n2.5 مليون'],
    ['a fraction', '1/2 كوب\n2/3 كوب'],
    ['an hour', '10:30 خبر\n11:30 خبر'],
    ['one line with a year', '1948- النكبة'],
    ['one line under a paragraph', 'نص\n2- خبز'],
    ['years in the lines of a paragraph', 'من عام\n2015- إلى'],
    ['a Latin name', '3-D طابعة\n4-K شاشة'],
    ['a domain', '1.example خبر\n2.example خبر'],
    ['lines that are broken on purpose', '1- خبز\\\n2- زيت'],
  ])('is not made of: %s', (_, text) => {
    for (const format of formats) expect(parseArabic(text, format), format).not.toMatch(/<li/);
  });

  it('is not made of the rows of a table', () => {
    expectBoth(
      '1- أ | ب\n---|---\n2- ج | د',
      '<table>\n<thead>\n<tr>\n<th>1- أ</th>\n<th>ب</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>2- ج</td>\n<td>د</td>\n</tr>\n</tbody>\n</table>',
    );
  });
});

describe('a list of letters', () => {
  it.each([
    ['in the order of numerals', 'أ- خبز\nب- زيت\nج- ملح\nد- ماء', typed('أ- خبز', 'ب- زيت', 'ج- ملح', 'د- ماء')],
    ['in the order of the alphabet', 'أ- خبز\nب- زيت\nت- ملح\nث- ماء', typed('أ- خبز', 'ب- زيت', 'ت- ملح', 'ث- ماء')],
    ['with brackets', 'أ) خبز\nب) زيت', typed('أ) خبز', 'ب) زيت')],
    ['in brackets', '(أ) خبز\n(ب) زيت', typed('(أ) خبز', '(ب) زيت')],
    ['with full stops', 'أ. خبز\nب. زيت', typed('أ. خبز', 'ب. زيت')],
    ['without hamza', 'ا- خبز\nب- زيت', typed('ا- خبز', 'ب- زيت')],
    ['without a space', 'أ-خبز\nب-زيت', typed('أ- خبز', 'ب- زيت')],
    ['with a tatweel', 'هـ- خبز\nو- زيت', typed('هـ- خبز', 'و- زيت')],
    [
      'of paragraphs',
      'أ- خبز\n\nب- زيت',
      '<ul data-marks="typed">\n<li>\n<p>أ- خبز</p>\n</li>\n<li>\n<p>ب- زيت</p>\n</li>\n</ul>',
    ],
    ['right under a paragraph', 'اشتر:\nأ- خبز\nب- زيت', `<p>اشتر:</p>\n${typed('أ- خبز', 'ب- زيت')}`],
  ])('is recognised %s', (_, text, expected) => {
    expectBoth(text, expected);
  });

  it.each([
    ['titles', 'أ. سعاد\nأ. سمير'],
    ['other titles', 'ج. سعاد\nد. سمير'],
    ['one line', 'أ- خبز'],
    ['letters that do not follow each other', 'م- خبز\nس- زيت'],
    ['words with tatweel', 'بـ 5 جنيهات\nتـ 6 جنيهات'],
    ['words', 'أب\nبيت'],
  ])('is not made of: %s', (_, text) => {
    for (const format of formats) expect(parseArabic(text, format), format).not.toMatch(/<li/);
  });

  it('has its letters in the plain text, and once', async () => {
    expect((await render('أ- خبز\nب- زيت')).text).toBe('أ- خبز\nب- زيت');
  });
});

describe('a list of bullets', () => {
  it.each([
    ['of one line', '• خبز', bullets('خبز')],
    ['of several', '• خبز\n• زيت', bullets('خبز', 'زيت')],
    ['without spaces', '•خبز\n•زيت', bullets('خبز', 'زيت')],
    ['right under a paragraph', 'اشتر:\n• خبز', `<p>اشتر:</p>\n${bullets('خبز')}`],
    [
      'of other shapes',
      '● خبز\n● زيت\n\n▪ ملح\n\n‣ ماء',
      `${bullets('خبز', 'زيت')}\n${bullets('ملح')}\n${bullets('ماء')}`,
    ],
    ['of points in the middle of the line', '· خبز\n· زيت', bullets('خبز', 'زيت')],
    ['from Word, with a tab', '•\tخبز\n•\tزيت', bullets('خبز', 'زيت')],
    ['from Word, in its own font', '\uf0b7\tخبز\n\uf0b7\tزيت', bullets('خبز', 'زيت')],
    [
      'from Word, without its font',
      'o\tخبز\n§\tزيت\nØ\tملح',
      `${bullets('خبز')}\n${bullets('زيت')}\n${bullets('ملح')}`,
    ],
    ['from Word, with no-break spaces', `·${nbsp.repeat(9)}خبز\n·${nbsp.repeat(9)}زيت`, bullets('خبز', 'زيت')],
    ['within an item', '• خبز\n  ◦ أسمر\n• زيت', bullets(`خبز\n${bullets('أسمر')}\n`, 'زيت')],
    ['under items of Markdown', '- خبز\n• زيت', `${bullets('خبز')}\n${bullets('زيت')}`],
    ['of dashes without spaces', '-خبز\n-زيت', bullets('خبز', 'زيت')],
    ['of long dashes', '– خبز\n– زيت', typed('– خبز', '– زيت')],
    ['of signs', '✔ خبز\n✔ زيت', typed('✔ خبز', '✔ زيت')],
    ['of two signs', '✅ خبز\n✅ زيت\n❌ ملح', typed('✅ خبز', '✅ زيت', '❌ ملح')],
    ['of pictures', '🔹 خبز\n🔹زيت', typed('🔹 خبز', '🔹 زيت')],
    ['with paragraphs of the item', '• خبز\n\n  حار', '<ul>\n<li>\n<p>خبز</p>\n<p>حار</p>\n</li>\n</ul>'],
  ])('is recognised: %s', (_, text, expected) => {
    expectBoth(text, expected);
  });

  it.each([
    ['a dialogue', '— من هناك؟\n— أنا جارك.'],
    ['a dialogue without spaces', '-من هناك؟\n-جارك\n-ادخل يا جاري'],
    ['the name under a quotation', '— أم كلثوم'],
    ['a dash in the lines of a paragraph', 'قال\n– ولم يزد – نعم'],
    ['one sign', '✔ تم النشر'],
    ['different pictures', '🎉 مبروك\n🌹 شكرًا'],
    ['bullets alone', '•••\n• •'],
    ['one Latin letter', 'o خبز'],
    ['a paragraph of law', '§ 5 من القانون'],
  ])('is not made of: %s', (_, text) => {
    for (const format of formats) expect(parseArabic(text, format), format).not.toMatch(/<li/);
  });
});

describe('indented lines', () => {
  it.each([
    ['four spaces', '    خبز وملح', '<p>خبز وملح</p>'],
    ['a tab', '\tخبز وملح', '<p>خبز وملح</p>'],
    ['tabs, spaces and no-break spaces', `\t  ${nbsp} خبز`, `<p>${nbsp} خبز</p>`],
    ['in an item', '- خبز\n\n      ملح', '<ul>\n<li>\n<p>خبز</p>\n<p>ملح</p>\n</li>\n</ul>'],
    ['in a quotation', '>     خبز', '<blockquote>\n<p>خبز</p>\n</blockquote>'],
    ['a heading', '    ## خبز', '<h2>خبز</h2>'],
    ['a list', '    - خبز\n    - ملح', bullets('خبز', 'ملح')],
    ['a quotation in them', '    > خبز', '<blockquote>\n<p>خبز</p>\n</blockquote>'],
    [
      'a table',
      '    | خبز |\n    |---|\n    | ملح |',
      '<table>\n<thead>\n<tr>\n<th>خبز</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>ملح</td>\n</tr>\n</tbody>\n</table>',
    ],
    ['in fences', '```\n    خبز\n```', '<pre><code>    خبز\n</code></pre>'],
  ])('are read as any others: %s', (_, text, expected) => {
    expectBoth(text, expected);
  });
});

describe('a heading', () => {
  it.each([
    ['underlined, with an Arabic number', '١) خبز\n-----', '<h2>١) خبز</h2>'],
    ['underlined twice', '٢. خبز\n===', '<h1>٢. خبز</h1>'],
    ['underlined, with a dash', '1- خبز\n---', '<h2>1- خبز</h2>'],
    ['of two signs without a space', '##خبز', '<h2>خبز</h2>'],
    ['of three, in bold', '###**خبز** وملح', '<h3><strong>خبز</strong> وملح</h3>'],
    ['closed by signs', '##خبز##', '<h2>خبز</h2>'],
    ['between paragraphs', 'ملح\n##خبز\nماء', '<p>ملح</p>\n<h2>خبز</h2>\n<p>ماء</p>'],
  ])('is recognised: %s', (_, text, expected) => {
    expectBoth(text, expected);
  });

  it.each([
    ['a hashtag', '#خبز', '<p>#خبز</p>'],
    ['hashtags', '##خبز #ملح', '<p>##خبز #ملح</p>'],
    ['Latin', '##bread', '<p>##bread</p>'],
    ['seven signs', '#######خبز', '<p>#######خبز</p>'],
    ['the last item of a list over a rule', '١. خبز\n٢. ملح\n---', `${arabicNumbers('خبز', 'ملح')}\n<hr>`],
  ])('is not recognised: %s', (_, text, expected) => {
    expectBoth(text, expected);
  });
});
