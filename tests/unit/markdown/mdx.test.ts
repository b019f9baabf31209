import { describe, expect, it } from 'vitest';
import { renderMdx } from './render.ts';

const problemsOf = async (text: string, firstLine?: number) =>
  (await renderMdx(text, firstLine)).problems.map(({ line, message }) => [line, message]);

describe('an MDX body', () => {
  it('is rendered to text, headings and images, but not to HTML', async () => {
    const text = [
      '## الخط الزمني',
      '<Timeline title="سنوات">',
      '<Moment when="1957">البداية **هنا**</Moment>',
      '<Moment when={1960}>{"ثم"} {/* سرّ */} النهاية</Moment>',
      '</Timeline>',
      '',
      '<PullQuote by="فلان">نص</PullQuote>',
      '',
      '<Gallery caption="من المعرض">',
      '![أ](a.jpg "شرح | رويترز")',
      '![ب](b.jpg)',
      '</Gallery>',
      '',
      '<Video url="https://www.youtube.com/watch?v=1" title="تقرير">![ملصق](c.jpg)</Video>',
      '',
      'قال \\{نعم\\} و<b>لا</b>.[^١]',
      '',
      '[^١]: حاشية.',
    ].join('\n');
    expect(await renderMdx(text)).toEqual({
      html: '',
      text: 'الخط الزمني\nسنوات\n1957\nالبداية هنا\n1960\nثم النهاية\nنص\nفلان\nشرح رويترز\nمن المعرض\nتقرير\nقال {نعم} ولا.\nحاشية.',
      excerpt: 'قال {نعم} ولا.',
      headings: [{ depth: 2, id: 'الخط-الزمني', text: 'الخط الزمني' }],
      images: ['articles/a.jpg', 'articles/b.jpg', 'articles/c.jpg'],
      references: [],
      anchors: ['الخط-الزمني', 'fnref-1', 'footnote-label', 'fn-1'],
      hasVerse: false,
      hasEmbeds: false,
      hasTables: false,
      components: ['Gallery', 'Moment', 'PullQuote', 'Timeline', 'Video'],
      files: [],
      embeds: [],
      problems: [],
    });
  });

  it('uses components of the newsroom, whose values are texts', async () => {
    const text = '<Score home="أ" away={2}>\n\nنص **مهم**\n\n</Score>';
    const { problems, components, text: shown } = await renderMdx(text, 1, { components: ['Chart', 'Score'] });
    expect([problems, components, shown]).toEqual([[], ['Score'], 'نص مهم']);
  });

  it.each([
    ['<Scor>نص</Scor>', 'لا مكوّن باسم <Scor>. لعلك تقصد <Score>.'],
    [
      '<Weather>نص</Weather>',
      'لا مكوّن باسم <Weather>. المكوّنات المتاحة: PullQuote، Poem، FactBox، Timeline، Moment، Gallery، Video، Score.',
    ],
    [
      '<Score home={x}>نص</Score>',
      'قيمة «home» بين { و} برنامج، ولا تُقبل في نص المقال. اكتب القيمة نصًّا بين علامتي اقتباس.',
    ],
  ])('names the components of the newsroom too: %s', async (text, message) => {
    const { problems } = await renderMdx(text, 1, { components: ['Score'] });
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });

  const expression = 'ما بين { و} يُقرأ في ملفات .mdx برنامجًا، ولا يُقبل في نص المقال. إن أردت القوس نفسه فاكتب \\{.';
  const moduleCode =
    'سطر يبدأ بكلمة import أو export يُقرأ في ملفات .mdx برنامجًا، ولا حاجة إليه: المكوّنات متاحة من غير استيراد. احذفه.';
  it.each([
    ['an import', 'نص\n\nimport x from "y"', 3, moduleCode],
    ['an export', 'export const x = 1', 1, moduleCode],
    ['a computed value', 'نص\n\nنص {1 + 1}', 3, expression],
    ['a variable', '{process.env.SECRET}', 1, expression],
    ['a call', 'نص {(() => 1)()}', 1, expression],
    ['a template with code in it', `{\`\${x}\`}`, 1, expression],
    [
      'a computed attribute',
      '<FactBox title={x}>نص</FactBox>',
      1,
      'قيمة «title» بين { و} برنامج، ولا تُقبل في نص المقال. اكتب القيمة نصًّا بين علامتي اقتباس.',
    ],
    [
      'a spread',
      '<FactBox {...x}>نص</FactBox>',
      1,
      'ما بين { و} في الوسم برنامج، ولا يُقبل في نص المقال. اكتب كل خاصية باسمها وقيمتها.',
    ],
    [
      'a directive of Astro',
      '<FactBox title="ت" set:html="<script>">نص</FactBox>',
      1,
      'الخاصية «set:html» تعليمة للمبرمجين ولا تُقبل في نص المقال. احذفها من الوسم.',
    ],
    [
      'a directive on HTML',
      '<div client:load>نص</div>',
      1,
      'الخاصية «client:load» تعليمة للمبرمجين ولا تُقبل في نص المقال. احذفها من الوسم.',
    ],
    [
      'an event handler',
      'نص\n\n<FactBox title="ت" onClick="x">نص</FactBox>',
      3,
      'الخاصية «onClick» تشغّل برنامجًا عند القارئ ولا تُقبل في نص المقال. احذفها من الوسم.',
    ],
    [
      'a script',
      'نص\n\n<script>alert(1)</script>',
      3,
      'الوسم <script> لا يُقبل في نص المقال لأنه يشغّل برنامجًا عند القارئ. احذفه، وللمقطع أو المنشور اكتب عنوان صفحته وحده بين سطرين فارغين.',
    ],
    [
      'a javascript: URL',
      '<Video url="javascript:alert(1)" title="ت" />',
      1,
      'الرابط الذي يبدأ بـ «javascript:» يشغّل برنامجًا عند القارئ ولا يُقبل. اكتب رابطًا يبدأ بـ https:// أو احذفه.',
    ],
    [
      'a video that is no page',
      'نص\n\n<Video url="mailto:a@example.com" title="ت" />',
      3,
      'الرابط الذي يبدأ بـ «mailto:» لا يُقبل هنا. اكتب مسارًا في الموقع، أو رابطًا يبدأ بواحد من هذه: https:، http:.',
    ],
    [
      'a component without what it shows',
      'نص\n\n<FactBox>نص</FactBox>',
      3,
      'المكوّن <FactBox> بلا «title»، ولا بدّ منه. اكتبه هكذا: <FactBox title="…">.',
    ],
    [
      'a component with an attribute that is empty',
      '<Video url="https://youtu.be/x" title />',
      1,
      'المكوّن <Video> بلا «title»، ولا بدّ منه. اكتبه هكذا: <Video title="…">.',
    ],
    ['a misspelt component', '<Pullquote>نص</Pullquote>', 1, 'لا مكوّن باسم <Pullquote>. لعلك تقصد <PullQuote>.'],
    [
      'an unknown component',
      '<Carousel>نص</Carousel>',
      1,
      'لا مكوّن باسم <Carousel>. المكوّنات المتاحة: PullQuote، Poem، FactBox، Timeline، Moment، Gallery، Video.',
    ],
    [
      'a member expression',
      '<Astro.self />',
      1,
      'لا مكوّن باسم <Astro.self>. المكوّنات المتاحة: PullQuote، Poem، FactBox، Timeline، Moment، Gallery، Video.',
    ],
  ])('must not contain %s', async (_, text, line, message) => {
    expect(await problemsOf(text)).toEqual([[line, message]]);
  });

  it.each([
    [
      'an unclosed component',
      'نص\n\n<FactBox title="ت">\n\nنص',
      3,
      'الوسم <FactBox> فُتح ولم يُغلق في موضعه. أغلقه بـ </FactBox>، وضع كل وسم من المكوّن في سطر وحده. (Expected a closing tag for `<FactBox>`)',
    ],
    [
      'an unclosed tag in a line',
      'نص\n\nقال <b>نعم',
      3,
      'الوسم <b> فُتح ولم يُغلق في موضعه. أغلقه بـ </b>، وضع كل وسم من المكوّن في سطر وحده. (Expected a closing tag for `<b>` before the end of `paragraph`)',
    ],
    [
      'overlapping tags',
      '<Timeline>\n<Moment when="1">\nنص\n</Timeline>',
      2,
      'الوسم <Moment> فُتح ولم يُغلق في موضعه. أغلقه بـ </Moment>، وضع كل وسم من المكوّن في سطر وحده. (Unexpected closing tag `</Timeline>`, expected corresponding closing tag for `<Moment>`)',
    ],
    [
      'a closing tag alone',
      'نص\n\n</FactBox>',
      3,
      'في هذا السطر وسم إغلاق لم يُفتح. احذفه أو افتحه قبله. (Unexpected closing slash `/` in tag, expected an open tag first)',
    ],
    [
      'an HTML comment',
      'نص\n\n<!-- تعليق -->',
      3,
      expect.stringMatching(
        /^التعليق <!-- --> لا يُقبل في ملفات \.mdx\. اكتبه هكذا: \{\/\* تعليق \*\/\}\. \(Unexpected character `!`/,
      ),
    ],
    [
      'a link in angle brackets',
      'نص <https://example.com>',
      1,
      expect.stringMatching(/^الرابط بين < و> لا يُقبل في ملفات \.mdx\. اكتبه هكذا: \[النص\]\(العنوان\)\. \(Unexpected/),
    ],
    ['an e-mail address in angle brackets', 'نص <a@example.com>', 1, expect.stringMatching(/^الرابط بين < و> لا يُقبل/)],
    [
      'a value without quotes',
      '<Moment when=1957>نص</Moment>',
      1,
      expect.stringMatching(/^قيمة الخاصية في هذا الوسم بلا علامتي اقتباس\. ضعها بين "…"\. \(Unexpected/),
    ],
    [
      'a < that opens no tag',
      'نص\n\nأقل من <5 درجات',
      3,
      expect.stringMatching(/^العلامة < تفتح في ملفات \.mdx وسمًا، ولا وسم هنا\. اكتب \\< مكانها\. \(Unexpected/),
    ],
    [
      'a tag without an end',
      'نص\n\n<FactBox',
      3,
      expect.stringMatching(/^في هذا الموضع وسم لم يكتمل\. أتمّه أو احذف العلامة < من أوله\. \(Unexpected/),
    ],
    [
      'a brace without an end',
      'نص\n\nالرقم {س',
      3,
      expect.stringMatching(
        /^القوس \{ في ملفات \.mdx يفتح برنامجًا، وما بعده لا يُقرأ كذلك\. إن أردت القوس نفسه فاكتب \\\{\. \(Unexpected end/,
      ),
    ],
    ['Arabic between braces', 'نص {قال نعم}', 1, expect.stringMatching(/^القوس \{ في ملفات/)],
    [
      'a sentence about imports',
      'نص\n\nimport duties rose',
      3,
      expect.stringMatching(
        /^سطر يبدأ بكلمة import أو export يُقرأ في ملفات \.mdx برنامجًا\. احذفه، أو ابدأ السطر بكلمة غيرها\. \(Could not parse/,
      ),
    ],
  ])('that cannot be parsed is reported with its line: %s', async (_, text, line, message) => {
    expect(await problemsOf(text)).toEqual([[line, message]]);
    expect(await problemsOf(text, 11)).toEqual([[line + 10, message]]);
  });
});
