import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readNewsroom } from '../../../../src/importers/json-lines/newsroom.ts';
import { readLines } from '../../../../src/importers/json-lines/read-lines.ts';
import { lineJsonSchema, lineSchemas } from '../../../../src/importers/json-lines/schema.ts';
import { composeNewsroom } from '../../../../src/importers/newsroom/compose.ts';
import { jsonLinesStrings } from '../../../../src/strings/json-lines.ts';

const guide = readFileSync('docs/ar/json-lines.md', 'utf8');
const example = /```jsonl\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
const site = '{"kind":"site","title":"ص","url":"https://old.example"}\n';
const article = (fields: object): string =>
  JSON.stringify({ id: '1', title: 'خبر', date: '2024-03-05', html: '<p>متن</p>', ...fields });

async function compose(text: string) {
  const { lines, faults } = await readLines([text]);
  expect(faults).toEqual([]);
  const newsroom = composeNewsroom(readNewsroom(lines), {
    ids: new Map(),
    pages: new Set(),
    records: new Map(),
    missing: new Set(),
    now: '2026-12-01T00:00:00Z',
  });
  const read = (file: string) => {
    const [, matter = '', body = ''] = /^---\n([\s\S]*?)---\n\n([\s\S]*)$/.exec(newsroom.files.get(file) ?? '') ?? [];
    return { matter: parse(matter), body: body.trim() };
  };
  return { ...newsroom, read };
}

describe('the example of the guide', async () => {
  const { files, media, threads, read, notes } = await compose(example);

  it('becomes a newsroom, with nothing lost', () => {
    expect([...files.keys()].sort()).toEqual([
      'articles/2024/01/شحنة-القمح-تصل-غدا.md',
      'articles/2024/03/new-crane.md',
      'articles/2024/04/حديث-الصيادين.md',
      'authors/7.yaml',
      'authors/هيئة-التحرير.yaml',
      'categories/port.yaml',
      'pages/about.md',
      'site.yaml',
    ]);
    expect(notes).toEqual([]);
    expect(parse(files.get('site.yaml') ?? '')).toMatchObject({ title: 'صحيفة المرفأ', 'time-zone': 'Asia/Beirut' });
  });

  it('has all fields of an article, and links between articles', () => {
    const { matter, body } = read('articles/2024/03/new-crane.md');
    const bridge = read('articles/2024/01/شحنة-القمح-تصل-غدا.md');
    expect({ ...matter, id: 'id' }).toEqual({
      title: 'رافعة جديدة تدخل المرفأ',
      author: ['7', 'هيئة-التحرير'],
      date: '2024-03-05T10:00:00+02:00',
      'last-updated': '2024-03-06T09:30:00+02:00',
      category: 'port',
      id: 'id',
      kicker: 'بعد انتظار عامين',
      summary: 'تحمل الرافعة ضعف ما تحمله القديمة.',
      image: { src: 'crane.jpg', alt: 'رافعة في المرفأ' },
      tags: ['النقل البحري', 'رافعات'],
      aliases: ['/2024/03/new-crane.html'],
    });
    expect(body).toBe(`دخلت الرافعة **الخدمة** اليوم، كما ورد في [خبر الشحنة](/${bridge.matter.id}/).`);
    expect(bridge.body).toBe('تصل الشحنة **غدًا**، وفيها *عشرة آلاف* طن.');
    expect(bridge.matter.comments).toBe('closed');
    expect([...media.values()]).toEqual(['https://old.example/files/2024/crane.jpg']);
    expect(threads.get(matter.id)).toMatchObject([{ author: 'رائد' }, { parent: 'c-1', staff: true }]);
  });

  it('names every kind and every key', () => {
    for (const [kind, { shape }] of Object.entries(lineSchemas)) {
      for (const name of [kind, ...Object.keys(shape)]) expect(guide).toContain(`\`${name}\``);
    }
  });
});

it('the published schema is that of the lines', () => {
  expect(JSON.parse(readFileSync('docs/json-lines.schema.json', 'utf8'))).toEqual(lineJsonSchema());
});

describe('a faulty line', () => {
  const words = jsonLinesStrings;
  it.each<[text: string, line: number, message: string]>([
    [`${site}{"title":`, 2, words.notAnObject],
    [`${site}[1]`, 2, words.notAnObject],
    [`${site}${article({ kind: 'artcle' })}`, 2, words.unknownKind('artcle', Object.keys(lineSchemas), 'article')],
    [`${site}${article({ titel: 'x' })}`, 2, 'لا يُعرف الحقل titel. لعلك أردت title.'],
    [
      `${site}${article({ comments: [{ id: 1, name: '', text: 'أ', date: '2024-01-01', mail: 'x' }] })}`,
      2,
      'لا يُعرف الحقل comments.0.mail.',
    ],
    [`${site}${article({ title: undefined })}`, 2, 'ينقص الحقل title.'],
    [`${site}${article({ title: '' })}`, 2, 'الحقل title فارغ.'],
    [`${site}${article({ tags: 'وسم' })}`, 2, 'يُكتب الحقل tags قائمة.'],
    [`${site}${article({ draft: 'yes' })}`, 2, 'يُكتب الحقل draft true أو false.'],
    [`${site}${article({ markdown: 'أ' })}`, 2, words.oneBody],
    [`${site}${article({ html: undefined })}`, 2, words.oneBody],
    [`${site}\n${article({})}\n${article({ title: 'آخر' })}`, 4, words.repeatedId('1', 3)],
    [`${site}${site}${article({})}`, 2, words.secondSite],
    [article({}), 1, words.noSite],
    [site, 1, words.noEntries],
    ['{"kind":"site","title":"ص","url":"old.example"}', 1, words.notAnAddress('url', 'old.example')],
    ['{"kind":"site","title":"ص","url":"https://old.example","time-zone":"مكة"}', 1, words.notATimeZone('مكة')],
    [`${site}{"kind":"list","address":"/x","to":"home"}`, 2, words.notOneOf('to', ['front-page', 'feed', 'archive'])],
  ])('%s is told with its line', async (text, line, message) => {
    expect((await readLines([text])).faults[0]).toEqual({ line, message });
  });

  it('with a date that does not exist is told with its key', async () => {
    const { faults } = await readLines([`${site}${article({ date: '2024-02-31' })}`]);
    expect(faults).toEqual([
      { line: 2, message: 'الحقل date: اليوم 31 لا وجود له: الشهر 2 من سنة 2024 آخره اليوم 29.' },
    ]);
  });

  it('is told with at most 49 others', async () => {
    expect((await readLines([`${site}${'{}\n'.repeat(500)}`])).faults).toHaveLength(50);
  });
});

it('lines are read whole if a piece ends within one', async () => {
  const whole = await readLines([example]);
  expect(await readLines(example.match(/[\s\S]{1,7}/g) ?? [])).toEqual(whole);
});

it('links to what readers do not see yet become text: drafts, articles to come and those with refused dates', async () => {
  const link = (id: string) => `<a href="https://old.example/${id}">${id}</a>`;
  const other = (id: string, fields: object) => article({ id, slug: id, addresses: [`/${id}`], ...fields });
  const { read, notes } = await compose(
    [
      site.trim(),
      article({ slug: 'a', html: `<p>${['seen', 'draft', 'later', 'refused'].map(link).join(' ')}</p>` }),
      other('seen', {}),
      other('draft', { draft: true }),
      other('later', { date: '2027-05-01' }),
      other('refused', { date: '2090-05-01' }),
    ].join('\n'),
  );
  const { matter } = read('articles/2024/03/seen.md');
  expect(read('articles/2024/03/a.md').body).toBe(`[seen](/${matter.id}/) draft later refused`);
  expect(notes.filter(({ kind }) => kind === 'loss')).toHaveLength(3);
});
