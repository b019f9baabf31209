import { describe, expect, it } from 'vitest';
import { fixBody, reviewBody, reviewMatter } from './review.ts';

/** The findings of the rule for visible marks: the line, and the words as they should be. */
function marks(body: string, format: 'md' | 'mdx' = 'md'): [line: number, meant: string | undefined][] {
  return reviewBody(body, { format })
    .findings.filter(({ rule }) => rule === 'visible-marks')
    .map(({ line, suggestion }) => [line - 6, suggestion]);
}

describe('markup that readers would see is mended', () => {
  it.each([
    [
      'a link whose brackets are apart',
      'قرأ [الخبر] (https://a.example/x) أمس.',
      'قرأ [الخبر](https://a.example/x) أمس.',
    ],
    ['with a mark of direction between them', '[الخبر]\u200f(https://a.example/)', '[الخبر](https://a.example/)'],
    ['with the space of a word processor', '[الخبر]\u00a0(www.a.example)', '[الخبر](https://www.a.example)'],
    ['with spaces inside', '[الخبر] ( https://a.example/ )', '[الخبر](https://a.example/)'],
    ['with full-width brackets', '［الخبر］（https://a.example/）', '[الخبر](https://a.example/)'],
    ['of an address with brackets', '[نهر] (https://a.example/نهر_(اسم))', '[نهر](https://a.example/نهر_(اسم))'],
    ['a link turned round', '(https://a.example/x)[الخبر] أمس', '[الخبر](https://a.example/x) أمس'],
    ['a link with the brackets swapped', 'اقرأ (الخبر)[https://a.example/x].', 'اقرأ [الخبر](https://a.example/x).'],
    ['a link as an editor shows it from the right', ']الخبر[(https://a.example/x)', '[الخبر](https://a.example/x)'],
    ['an address with spaces', '[نهر](https://a.example/نهر الليطاني)', '[نهر](<https://a.example/نهر الليطاني>)'],
    ['the name of an image with spaces', '![جسر](جسر المدينة (1).jpg)', '![جسر](<جسر المدينة (1).jpg>)'],
    [
      'with a caption',
      '![جسر](WhatsApp Image 1 (2).jpeg "تعليق | تصوير هدى")',
      '![جسر](<WhatsApp Image 1 (2).jpeg> "تعليق | تصوير هدى")',
    ],
    ['a caption in the marks of Arabic', '![جسر](a.jpg «على النهر»)', '![جسر](a.jpg "على النهر")'],
    ['a caption in curly marks', '![جسر](a.jpg “على النهر”)', '![جسر](a.jpg "على النهر")'],
    ['an image without Arabic letters', '![](IMG 2041.JPG)', '![](<IMG 2041.JPG>)'],
    ['a link without its end', 'قرأ [الخبر](https://a.example/x أمس.', 'قرأ [الخبر](https://a.example/x) أمس.'],
    ['a link without its middle', 'قرأ [الخبر(https://a.example/x) أمس', 'قرأ [الخبر](https://a.example/x) أمس'],
    ['a link in braces', 'قرأ {الخبر}(https://a.example/x)', 'قرأ [الخبر](https://a.example/x)'],
    ['a link in two lines', 'قرأ [الخبر]\n(https://a.example/x)', 'قرأ [الخبر](https://a.example/x)'],
    ['an address with a space', 'انظر https:// a.example هنا', 'انظر https://a.example هنا'],
    ['an image without its end', '![جسر](a.png', '![جسر](a.png)'],
    ['an image turned round', '(a.png)![جسر]', '![جسر](a.png)'],
    ['an image with a space', '! [جسر](a.png)', '![جسر](a.png)'],
    ['an image with its mark at the end', '[جسر](a.png)!', '![جسر](a.png)'],
    ['bold with spaces inside', 'قال ** كلام بارز ** ثم سكت', 'قال **كلام بارز** ثم سكت'],
    ['bold with a space at its end', '**مهم ** جدًّا', '**مهم** جدًّا'],
    ['bold with a space at its start, after a clitic', 'وفي و** المساء**، ثم', 'وفي و**المساء**، ثم'],
    ['struck words with spaces', 'كان ~~ أحمر ~~ فصار', 'كان ~~أحمر~~ فصار'],
    ['bold with the space of a word processor', 'قال **\u00a0نعم\u00a0** ثم', 'قال **نعم** ثم'],
    ['two bold words in a line', '** أول ** و** ثان **', '**أول** و**ثان**'],
    ['underlines after a clitic', 'و__مائل__ هنا', 'و**مائل** هنا'],
    ['struck words of a chat', 'صار ~محذوف~ هنا', 'صار ~~محذوف~~ هنا'],
    ['signs between numbers', 'مساحتها 5*3*2 و2**3**4 متر', 'مساحتها 5\\*3\\*2 و2\\*\\*3\\*\\*4 متر'],
    ['signs between numbers far apart', 'قطعة ٢٠*٣٠ وأخرى ١٢*٣٤', 'قطعة ٢٠\\*٣٠ وأخرى ١٢\\*٣٤'],
    ['a heading without a space and with an id', '##عنوان {#about}', '## عنوان'],
    ['a heading of wide signs', '＃＃عنوان', '## عنوان'],
    ['a heading with an id', '## عنوان {#about}', '## عنوان'],
    ['a heading with a class', '## عنوان {.big}', '## عنوان'],
    ['a table without its second line', '| أ | ب |\n| 1 | 2 |', '| أ | ب |\n| --- | --- |\n| 1 | 2 |'],
    ['a table with long dashes', '| أ | ب |\n|—|—|\n| 1 | 2 |', '| أ | ب |\n| --- | --- |\n| 1 | 2 |'],
    ['a table with too few dashes', '| أ | ب |\n|---|\n| 1 | 2 |', '| أ | ب |\n| --- | --- |\n| 1 | 2 |'],
    [
      'an aligned table with too many dashes',
      '| أ | ب |\n|:-:|-:|-|\n| 1 | 2 |',
      '| أ | ب |\n| :---: | ---: |\n| 1 | 2 |',
    ],
    ['columns of a spreadsheet', 'أ\tب\n1\t2', '| أ | ب |\n| --- | --- |\n| 1 | 2 |'],
    ['a paragraph with dashes under it', 'قال الوزير. ثم مضى.\n---\n\nنص', 'قال الوزير. ثم مضى.\n\n---\n\nنص'],
    ['two lines with dashes under them', 'سطر\nوسطر\n------', 'سطر\nوسطر\n\n------'],
    ['a paragraph with signs under it', 'قال الوزير. ثم مضى.\n=====\nنص', 'قال الوزير. ثم مضى.\n\n---\nنص'],
    ['underlines of one dash after a clitic', 'قال و_خبر_ هنا', 'قال و*خبر* هنا'],
    ['a footnote in other digits', 'نص[^٣].\n\n[^3]: حاشية.', 'نص[^3].\n\n[^3]: حاشية.'],
    ['a footnote with a space before its colon', 'نص[^1].\n\n[^1] : حاشية.', 'نص[^1].\n\n[^1]: حاشية.'],
    ['a footnote without its colon', 'نص[^1].\n\n[^1] حاشية.', 'نص[^1].\n\n[^1]: حاشية.'],
    ['a footnote with spaces in its brackets', 'نص[^ ب ] هنا.\n\n[^ب]: حاشية.', 'نص[^ب] هنا.\n\n[^ب]: حاشية.'],
    ['bold of a forum', 'قال [b]نعم[/b] ثم', 'قال **نعم** ثم'],
    ['a link of a forum', '[url=https://a.example/]الخبر[/url]', '[الخبر](https://a.example/)'],
    ['a reference of HTML without its semicolon', 'نص&nbsp آخر', 'نص آخر'],
    [
      'a tag of HTML without quotation marks',
      'نص <a href=https://a.example/x>الخبر</a> ثم',
      'نص <a href="https://a.example/x">الخبر</a> ثم',
    ],
    ['a backslash at the end', 'سطر أول\\\nسطر ثان\\', 'سطر أول\\\nسطر ثان'],
  ])('%s', (_, typed, meant) => {
    expect(fixBody(typed)).toBe(meant);
    expect(fixBody(meant)).toBe(meant);
    const found = reviewBody(typed).findings.filter(({ rule }) => rule === 'visible-marks' || rule === 'lost-text');
    expect(found.map(({ isFixable }) => isFixable)).toContain(true);
    expect(reviewBody(meant).findings.filter(({ rule }) => rule === 'visible-marks' || rule === 'lost-text')).toEqual(
      [],
    );
  });

  it('in MDX too', () => {
    expect(fixBody('قرأ [الخبر] (https://a.example/x) و** نعم **', { format: 'mdx' })).toBe(
      'قرأ [الخبر](https://a.example/x) و**نعم**',
    );
  });

  it('before the rules for prose, which then know the links', () => {
    expect(fixBody('قال "نعم" ، ثم [رابط] (https://a.example/"x") .')).toBe(
      'قال «نعم»، ثم [رابط](https://a.example/"x").',
    );
  });
});

describe('markup that readers would see is told', () => {
  it.each<[name: string, body: string, ...found: ReturnType<typeof marks>]>([
    ['a link within the site, apart', '[من نحن] (/about/)', [1, '[من نحن](/about/)']],
    ['an image beside the article, apart', '![جسر] (bridge.jpg)', [1, '![جسر](bridge.jpg)']],
    ['an image with spaces, apart', '![جسر] (my bridge.jpg)', [1, '![جسر](<my bridge.jpg>)']],
    ['a file with spaces', '[تقرير](my report.pdf)', [1, '[تقرير](<my report.pdf>)']],
    ['a page of a wiki', 'زار [[الجسر]] أمس', [1, 'زار الجسر أمس']],
    ['a page of a wiki with words', 'زار [[الجسر|جسرنا]]', [1, 'زار جسرنا']],
    ['an image of a notebook', '![[جسر.png]]', [1, '![](جسر.png)']],
    ['a footnote that is not there', 'نص[^9] هنا', [1, 'نص هنا']],
    ['a footnote turned round', 'نص[ن^]\n\n[ن^]: حاشية طويلة', [1, 'نص[^ن]'], [3, '[^ن]: حاشية طويلة']],
    ['bold that nothing closes', 'قال **نعم ثم مضى', [1, 'قال نعم ثم مضى']],
    ['bold between sentences', 'قال ** ثم مضى', [1, undefined]],
    ['a part of a longer sequence', '**ماء****:****ماء**', [1, undefined]],
    ['two bold words as one', '**ماء****وهواء** هنا', [1, '**ماءوهواء** هنا']],
    ['hidden words of a chat', 'قال ||نعم|| ثم', [1, 'قال نعم ثم']],
    ['words marked in a notebook', 'قال ==نعم== ثم', [1, 'قال **نعم** ثم']],
    ['words without an address', 'اقرأ [الخبر](', [1, undefined]],
    ['an image without an address', '![جسر] هنا', [1, undefined]],
    ['a link that leads nowhere', 'اقرأ [الخبر]()', [1, undefined]],
    ['a link by a name that is nowhere', 'اقرأ [الخبر][news]', [1, undefined]],
    ['a code of a blog', 'نص [caption id="a"]جسر[/caption]', [1, 'نص جسر[/caption]']],
    ['a code of a generator', '{{< youtube abc >}}', [1, undefined]],
    ['settings in the text', '---\ntitle: عنوان\nauthor: هدى\n---\n\nنص', [2, undefined]],
    ['a table in a quotation', '> | أ | ب |\n> | 1 | 2 |', [1, undefined]],
    ['columns in a quotation', '> أ\tب\n> 1\t2', [1, undefined]],
    ['a table with doubled bars', '||أ||ب||\n|-|-|\n|1|2|', [1, undefined]],
    ['questions and answers', 'س- من أين؟\nج- من النهر.', [1, '- س- من أين؟']],
    ['items that are bold', '**١- أول**\n**٢- ثان**', [1, undefined]],
    ['columns with an empty cell at the end', 'الاسم\tالعمر\nهدى\t\nليلى\t30', [1, undefined]],
    ['columns with an empty cell at the beginning', '\tالسبت\tالأحد\nصباحًا\t5\t6', [1, undefined]],
    ['a line of text under a table', '| أ | ب |\n|---|---|\n| 1 | 2 |\nالمصدر: هدى', [4, '\nالمصدر: هدى']],
    ['a sign of a list with another sign under it', '- نهر\n✔ ضفة\n➢ جسر', [2, '- ضفة']],
    ['items with tatweels', 'ـ نهر\nـ ضفة', [1, '- نهر']],
    ['items with stars', '*نهر\n*ضفة', [1, '- نهر']],
    ['items with numbers in brackets', '[1] نهر\n[2] ضفة', [1, '1. نهر']],
    ['years under a line', 'أحداث:\n2011. بني الجسر\n2013. فتح الجسر', [2, undefined]],
    ['bullets in one line', '• نهر • ضفة • جسر', [1, '• نهر\n• ضفة\n• جسر']],
    ['numbers in one line', '1. نهر 2. ضفة 3. جسر', [1, '1. نهر\n2. ضفة\n3. جسر']],
    ['hand-typed numbers in one line', '١- نهر ٢- ضفة ٣- جسر', [1, '١- نهر\n٢- ضفة\n٣- جسر']],
    ['numbers in brackets in one line', '(1) نهر (2) ضفة (3) جسر', [1, '(1) نهر\n(2) ضفة\n(3) جسر']],
    ['bullets in one line of a quotation', '> • نهر • ضفة', [1, undefined]],
    ['pictures before items', '✅ نهر\n❌ ضفة', [1, '- ✅ نهر']],
    ['a table of one line', '| أ | ب |', [1, undefined]],
    ['a task outside a list', '[ ] اكتب', [1, '- [ ] اكتب']],
    ['a comment whose dashes were joined', 'نص <!— تعليق —> نص', [1, 'نص <!-- تعليق --> نص']],
    ['a comment with a space', 'نص <! -- تعليق -- > نص', [1, 'نص <!-- تعليق --> نص']],
    ['a separator of other signs', 'نص\n\n=====\n\nنص\n\n+++', [3, '---'], [7, '---']],
    ['one dash under a paragraph', 'نص\n-\nنص', [2, '\n---']],
  ])('%s', (_, body, ...found) => {
    expect(marks(body)).toEqual(found);
    expect(fixBody(body)).toBe(body);
  });

  it.each([
    ['summary: نص <b>غامق</b> و**نجوم**', 'summary: نص غامق ونجوم'],
    ['title: اقرأ [الخبر](https://a.example/)', 'title: اقرأ الخبر'],
  ])('in the front matter: %s', (line, meant) => {
    const [finding] = reviewMatter(line).findings;
    expect(finding).toMatchObject({ rule: 'visible-marks', line: 2, suggestion: meant, isFixable: false });
  });

  it.each([
    'ضرب 3 * 4 و2 ** 3 و5*3*2',
    'سعره 5$ (*) وفي الحاشية (**)',
    'اسم الملف my_file__name.txt والدالة __init__ هنا',
    'قال «[الوزير] إنه» و[بتصرف] و[…] و[هامش] (انظر الصفحة 3)',
    'قال [المصدر (https://a.example/x) أمس] و[المصدر] ثم\n(نعم)',
    'ما أجمله! [جسر](a.png) ثم [جسر](a.png)!',
    'من أخبار #وسم_هنا و#وسم2',
    'أثر[1][2] و[1] و(1)',
    'اكتب \\[نص\\] (https://a.example/) و\\*\\*نجوم\\*\\* و\\##عنوان',
    'الكود `[نص] (https://a.example/)` و`**` و`[[ويكي]]`',
    '```\n[نص] (https://a.example/)\n| أ | ب |\n```',
    'قال <code>[نص] (https://a.example/)</code> ثم',
    'صنف [^a-z] من المحارف',
    '## عنوان {معًا}',
    'عنوان\n=====\n\nعنوان آخر\n----------',
    'بين ~5 و~10 كيلو، وشكرا ~',
    '1948. بدأ\n\nد. محمد وأ. علي',
    'أ. هدى\nد. سالم',
    '1. نهر طوله 2. 5 كيلو',
    '• من النهر\n• من الضفة',
    'القاهرة • بيروت • دمشق',
    '1 - 0 للنهر\n2 - 1 للضفة',
    '| أ | ب |\n|---|---|\n| 1 | 2 |',
    'النتيجة 3-2\n-5 درجات',
    'نص \\\nنص',
    'وسعره &amp;نصف و AT&T',
    'قال ____ و******',
    'قال ال****ب ثم',
    '1-\tأول\n2-\tثان',
    'قال: - نعم\n- لا',
  ])('but not what is right: %s', (body) => {
    expect(marks(body)).toEqual([]);
  });
});

describe('text that no reader would see is told', () => {
  const lost = (body: string) =>
    reviewBody(body)
      .findings.filter(({ rule }) => rule === 'lost-text')
      .map(({ line, suggestion }) => [line - 6, suggestion]);

  it.each<[name: string, body: string, ...found: ReturnType<typeof lost>]>([
    ['a footnote that nothing refers to', 'نص\n\n[^3]: حاشية', [3, undefined]],
    ['a footnote of such a footnote', 'نص\n\n[^3]: حاشية[^4]\n\n[^4]: أخرى', [3, undefined], [5, undefined]],
    ['a second footnote of the same name', 'نص[^1]\n\n[^1]: أولى\n\n[^1]: ثانية', [5, undefined]],
    ['a footnote without words', 'نص[^1]\n\n[^1]:\n\nحاشية', [3, undefined]],
    ['a footnote in a list', 'نص[^1]\n\n- [^1]: حاشية', [3, '[^1]: حاشية']],
    ['footnotes with escapes', 'نص\\[^1\\]\n\n\\[^1\\]: حاشية', [1, 'نص[^1]'], [3, '[^1]: حاشية']],
    [
      'two footnotes with escapes in a line',
      'نص\\[^1\\] نص\\[^2\\]\n\n\\[^1\\]: أ\n\n\\[^2\\]: ب',
      [1, 'نص[^1] نص[^2]'],
      [3, '[^1]: أ'],
      [5, '[^2]: ب'],
    ],
    ['footnotes that read as links', 'نص[ن^]\n\n[ن^]: حاشية', [1, 'نص[^ن]'], [3, '[^ن]: حاشية']],
    ['a link with a colon', '[الخبر]:(https://a.example/)', [1, '[الخبر](https://a.example/)']],
    ['cells beyond the first line', '| أ | ب |\n|---|---|\n| 1 | 2 | ثالث |', [3, undefined]],
    ['a comment without an end', 'نص\n\n<!-- تعليق\n\nنص آخر', [3, '<!-- تعليق -->']],
    ['a comment whose end was changed', '<!-- تعليق —>\n\nنص', [1, '<!-- تعليق -->']],
    ['a fence that nothing closes', 'نص\n\n```\n\nنص آخر', [3, undefined]],
    ['a fence as a separator', 'نص\n\n~~~~\n\nنص آخر', [3, undefined]],
    ['a fence with words after its end', '```\nكود\n``` ثم\n\nنص', [1, undefined]],
    ['a section of XML', 'نص <![CDATA[كلام]]> نص', [1, 'نص كلام نص']],
    ['a tag that nothing closes', 'نص <em>مائل\n\nنص <b>غامق</b> و<i>مائل', [1, undefined], [3, undefined]],
    ['a link without words', 'نص [](https://a.example/) نص', [1, undefined]],
    ['prose that reads as the address of a link', '[ملاحظة]: مهمة', [1, '\\[ملاحظة]: مهمة']],
    ['one sign between numbers', 'قطعة 20*30 و*سعر', [1, 'قطعة 20\\*30 و\\*سعر']],
    ['a word between < and >', 'اكتب <name> هنا', [1, 'اكتب \\<name> هنا']],
    [
      'such words in capitals',
      '<Omar Ali>\n\nقال <ENTER> ثم <name>.',
      [1, '\\<Omar Ali>'],
      [3, 'قال \\<ENTER> ثم \\<name>.'],
    ],
  ])('%s', (_, body, ...found) => {
    expect(lost(body)).toEqual(found);
  });

  it.each([
    'نص[^1]\n\n[^1]: حاشية[^2]\n\n[^2]: أخرى',
    '[تعليق]: هذا\n',
    '[//]: # (تعليق)\n\nنص [م]\n\n[م]: https://a.example/',
    '| أ | ب |\n|---|---|\n| 1 | 2 |\n| 3 |',
    '<!-- تعليق -->\n\nنص <b>غامق</b> و<br> و<o:p></o:p>',
    'السعر **5** و*3*، وقال *10 أيام* و**3**%',
    '[ملاحظة]: نص طويل لا يُقرأ تعريفًا',
    '[](https://www.youtube.com/watch?v=dQw4w9WgXcQ)\n\n[![جسر](a.png)](https://a.example/)',
    'اكتب \\[^1\\] في النص، و`\\[^1\\]: حاشية`',
    '[comment]: <> (تعليق)\n[//]: https://a.example/\n\n![جسر][1]\n\n[1]: https://a.example/a.jpg',
    '```js\nكود\n````\n\n> ~~~\n> كود\n> ~~~\n\n- ```\n  كود\n  ```',
  ])('but not %s', (body) => {
    expect(lost(body)).toEqual([]);
  });

  it('with the spaces beside it as they were', () => {
    const body = 'اضغط <Enter> ثم اكتب <name> هنا و<?x?> نص <![CDATA[نص]]> نص';
    expect(fixBody(body)).toBe(body);
  });

  it('after inline code in HTML that nothing ends', () => {
    expect(fixBody('نص <code>x ،\n\nقال ، ثم')).toBe('نص <code>x ،\n\nقال، ثم');
  });
});
