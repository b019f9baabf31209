import { describe, expect, it } from 'vitest';
import { html, render, renderMdx } from './render.ts';

const siteUrl = 'https://news.example';
const found = async (text: string) =>
  (await render(text, { siteUrl })).references.map(({ kind, url, line, column }) => [
    kind,
    decodeURI(url),
    `${line}:${column ?? ''}`,
  ]);

describe('the references of a body', () => {
  it.each<[string, string, string[][]]>([
    ['a link', 'نص [نص](/k7q3m/)', [['link', '/k7q3m/', '1:4']]],
    ['a link on a later line of its text', 'نص [نص\nنص](/k7q3m/)', [['link', '/k7q3m/', '2:']]],
    ['a link by reference, at its definition', '[نص][أ]\n\n[أ]: /k7q3m/', [['link', '/k7q3m/', '3:1']]],
    ['a bare URL of the site', 'https://news.example/k7q3m/', [['link', 'https://news.example/k7q3m/', '1:1']]],
    ['a URL of the site in capitals', '[نص](https://NEWS.example/x/)', [['link', 'https://NEWS.example/x/', '1:1']]],
    ['HTML in a line', 'نص <a href="/k7q3m/">نص</a>', [['link', '/k7q3m/', '1:4']]],
    [
      'media and their parts',
      '<video src="a.mp4"><track src="a.vtt"></video>',
      [
        ['file', 'a.mp4', '1:1'],
        ['file', 'a.vtt', '1:20'],
      ],
    ],
    ['a footnote that is used', 'نص[^١]\n\n[^١]: [نص](/k7q3m/)', [['link', '/k7q3m/', '3:7']]],
    ['an anchor that the body lacks', '[نص](#خاتمة)', [['link', '#خاتمة', '1:1']]],
  ])('have %s', async (_, text, references) => {
    expect(await found(text)).toEqual(references);
  });

  it.each([
    ['links in comments', '<!-- <a href="/x/">نص</a> -->\n\nنص <!-- <a href="/x/"> -->'],
    ['definitions that nothing uses', '[تعليق]: هذا\n\n[س]: /x/'],
    ['definitions that only images use', '![برج][برج]\n\n[برج]: photo.jpg'],
    ['footnotes that nothing refers to', '[^س]: [نص](/x/)'],
    ['links in code', '`[نص](/x/)`\n\n```\n[نص](/x/)\n```'],
    ['links to other sites, mail and telephones', '[أ](https://a.example/) [ب](//b.example) [ج](mailto:a@b.example)'],
    ['links to the headings and notes of the body', '## بداية\n\n[نص](#بداية) نص[^١]\n\n[^١]: حاشية'],
    ['links that are refused for their beginning', '[أ](www.a.example) [ب](https:/b.example) [ج](https؛//c.example)'],
    ['empty links', '[نص]() [نص](#)'],
  ])('have no %s', async (_, text) => {
    expect(await found(text)).toEqual([]);
  });

  it('are those of MDX too, with the URLs of videos', async () => {
    const { references } = await renderMdx('نص <a href="/a/">نص</a>\n\n<Video url="/clip.mp4" title="نص" />', 7);
    expect(references).toEqual([
      { kind: 'link', url: '/a/', line: 7, column: 4 },
      { kind: 'file', url: '/clip.mp4', line: 9, column: 1 },
    ]);
  });
});

const longHeading = 'عنوان طويل جدًّا أراد كاتبه أن يقول فيه كل شيء '.repeat(6).trim();

describe('a link to a heading of the same body', () => {
  it.each([
    ['in Latin letters alone', 'Windows 11', 'windows-11', 'section-windows-11'],
    ['in capitals', 'شركة Apple', 'شركة-Apple', 'شركة-apple'],
    ['with tashkeel and punctuation', 'ماذا تغيّر؟', 'ماذا-تغيّر؟', 'ماذا-تغير'],
    ['percent-encoded', 'السعر', encodeURIComponent('السعر'), 'السعر'],
    ['in decomposed letters', 'أسئلة', 'أسئلة'.normalize('NFD'), 'أسئلة'],
    ['with Arabic digits', 'سنة ٢٠٢٦', 'سنة-٢٠٢٦', 'سنة-2026'],
    ['in full, though its id is cut', longHeading, longHeading.replaceAll(' ', '-'), undefined],
  ])('works as the guide says: %s', async (_, heading, fragment, id) => {
    const text = `## ${heading}\n\n[نص](#${fragment})`;
    const { anchors, references } = await render(text);
    expect(references).toEqual([]);
    expect([id ?? anchors[0]]).toEqual(anchors);
    const href = /<a href="#([^"]*)"/.exec(await html(text))?.[1] ?? '';
    expect(decodeURIComponent(href)).toBe(anchors[0]);
  });

  it('leads to the one that its number names', async () => {
    const text = `## Go\n\n## Go\n\n## ${longHeading}\n\n## ${longHeading}\n\n[أ](#go-2) [ب](#${longHeading.replaceAll(' ', '-')}-2)`;
    const { anchors } = await render(text);
    const links = [...(await html(text)).matchAll(/<a href="#([^"]*)"/g)].map(([, href]) =>
      decodeURIComponent(href ?? ''),
    );
    expect(links).toEqual([anchors[1], anchors[3]]);
  });
});

describe('an image by reference', () => {
  const embedded = 'الصورة مكتوبة كلها داخل النص (data:). احفظها في ملف بجوار المقال واكتب اسمه.';
  it.each([
    [
      'embedded in the text',
      '![][image1]\n\nنص ![برج][image1]\n\n[image1]: <data:image/png;base64,AAAA>',
      [
        [1, 1, embedded],
        [3, 4, embedded],
      ],
    ],
    [
      'on a computer',
      '![برج][١]\n\n[١]: file:///C:/a.jpg',
      [[1, 1, 'مسار الصورة «file:///C:/a.jpg» لا يصل إليه القارئ. انسخ الملف إلى جوار المقال واكتب اسمه وحده.']],
    ],
    ['that is missing', 'نص\n\n![برج][١]\n\n[١]: missing.jpg', [[3, 1, 'لا ملف للصورة «missing.jpg».']]],
    [
      'without a definition',
      'نص\nثم ![برج][غائب] و\\![هذا][نص] و`![a][b]`',
      [
        [
          2,
          4,
          'الصورة تشير إلى «غائب»، ولا سطر في النص يعرّفه، فيظهر للقارئ ما كُتب بدل الصورة. اكتب في سطر وحده: [غائب]: اسم-الملف.jpg.',
        ],
      ],
    ],
  ] as const)('is judged as images are: %s', async (_, text, problems) => {
    const told = (await render(text)).problems.map(({ line, column, message }) => [line, column, message]);
    expect(told).toEqual(problems);
  });

  it('may use a definition that a link uses too, and then both are judged', async () => {
    const { problems } = await render('[نص][أ] ![برج][أ]\n\n[أ]: file:///a.jpg');
    expect(problems.map(({ line }) => line)).toEqual([1, 3]);
  });
});
