import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { composeNewsroom, type ExistingNewsroom } from '../../../../src/importers/newsroom/compose.ts';
import type { WordPressExport } from '../../../../src/importers/wordpress/export.ts';
import { readNewsroom } from '../../../../src/importers/wordpress/newsroom.ts';
import { isShortId } from '../../../../src/lib/short-id.ts';
import { oldSite, parseExport, type WrittenItem } from '../../../support/wordpress.ts';

const nothing: ExistingNewsroom = {
  ids: new Map(),
  pages: new Set(),
  records: new Map(),
  missing: new Set(),
  now: '2030-06-01T12:00:00Z',
};
const composeExport = (source: WordPressExport, existing: ExistingNewsroom) =>
  composeNewsroom(readNewsroom(source, existing.timeZone), existing);
const compose = async (items: WrittenItem[], existing: Partial<ExistingNewsroom> = {}, channel = '') =>
  composeExport(await parseExport(items, channel), { ...nothing, ...existing });
type Newsroom = Awaited<ReturnType<typeof compose>>;

const articlesOf = ({ files }: Newsroom) => [...files.keys()].filter((file) => file.startsWith('articles/'));
const matterOf = ({ files }: Newsroom, file: string) =>
  parse(/^---\n([\s\S]*?)---\n/.exec(files.get(file) ?? '')?.[1] ?? '');
const bodyOf = ({ files }: Newsroom, file: string) =>
  (files.get(file) ?? '').replace(/^---\n[\s\S]*?---\n\n/, '').trim();
/** Imports a post, possibly with other items. Returns the newsroom and the parts of the post's article. */
const only = async (item: Omit<WrittenItem, 'id'>, others: WrittenItem[] = []) => {
  const newsroom = await compose([{ id: 5, ...item }, ...others]);
  const file = articlesOf(newsroom)[0] ?? '';
  return { ...newsroom, newsroom, file, matter: matterOf(newsroom, file), body: bodyOf(newsroom, file) };
};

describe('an article', () => {
  it('has all fields that WordPress has, and its old path as an alias', async () => {
    const { file, matter, body } = await only({
      title: 'الجسر &amp; <em>النهر</em>',
      slug: 'قصة-الجسر',
      excerpt: 'ملخص <b>قصير</b>.',
      date: '2022-01-13 08:30:00',
      modified: '2022-01-14 08:30:00',
      categories: { محليات: 'محليات' },
      tags: { نهر: 'نهر', جسور: 'جسور، قديمة', j: 'J#', hash: '#نهر' },
      commentStatus: 'closed',
      content: '<p>متن.</p>',
    });
    expect(file).toBe('articles/2022/01/قصة-الجسر.md');
    expect(isShortId(matter.id)).toBe(true);
    expect({ ...matter, id: 'id' }).toEqual({
      title: 'الجسر & النهر',
      author: 'nour',
      date: '2022-01-13T11:30:00+03:00',
      'last-updated': '2022-01-14T11:30:00+03:00',
      category: 'محليات',
      id: 'id',
      summary: 'ملخص قصير.',
      tags: ['نهر', 'جسور قديمة', 'J#'],
      comments: 'closed',
      aliases: ['/2022/01/قصة-الجسر/'],
    });
    expect(body).toBe('متن.');
  });

  it('has aliases below the path of a site that has one, and keeps that path in the settings', async () => {
    const source = await parseExport([{ id: 5, link: `${oldSite}/blog/2022/01/a/` }]);
    const below = composeExport({ ...source, url: `${oldSite}/blog` }, nothing);
    expect(matterOf(below, articlesOf(below)[0] ?? '').aliases).toEqual(['/2022/01/a/']);
    expect(parse(below.files.get('site.yaml') ?? '').url).toBe(`${oldSite}/blog`);
    const moved = composeExport({ ...source, url: `${oldSite}/blog` }, { ...nothing, url: oldSite });
    expect(matterOf(moved, articlesOf(moved)[0] ?? '').aliases).toEqual(['/blog/2022/01/a/']);
    const elsewhere = composeExport(source, { ...nothing, url: `${oldSite}/news` });
    expect(matterOf(elsewhere, articlesOf(elsewhere)[0] ?? '').aliases).toBeUndefined();
  });

  it('has an alias for its previous slug, and none for a URL with a query', async () => {
    const { matter } = await only({ slug: 'جديد', meta: { _wp_old_slug: encodeURIComponent('قديم') } });
    expect(matter.aliases).toEqual(['/2022/01/جديد/', '/2022/01/قديم/']);
    expect((await only({ link: `${oldSite}/?p=5` })).matter.aliases).toBeUndefined();
  });

  it('can have an alias with a percent sign, but not the alias of another article', async () => {
    const newsroom = await compose([
      { id: 1, slug: 'a', link: `${oldSite}/2022/01/19%25-%D8%A3/` },
      { id: 2, slug: 'b', link: `${oldSite}/2022/01/19%25-%D8%A3/` },
    ]);
    const aliases = articlesOf(newsroom).map((file) => matterOf(newsroom, file).aliases);
    expect(aliases).toEqual([['/2022/01/19%25-أ/'], undefined]);
  });

  it('has old addresses below those of the site, but none that the site has itself, which is told', async () => {
    const { matter } = await only({ link: `${oldSite}/archive/7` });
    expect(matter.aliases).toEqual(['/archive/7']);
    for (const from of ['/archive/', '/t/نهر/', '/a/nour']) {
      const { matter, notes, file } = await only({ link: oldSite + encodeURI(from), tags: { نهر: 'نهر' } });
      expect([matter.aliases, notes]).toEqual([undefined, [{ file, kind: 'reserved', from }]]);
    }
  });

  it('is not marked as updated by a change within the first hour', async () => {
    const { matter } = await only({ date: '2022-01-13 08:30:00', modified: '2022-01-13 09:20:00' });
    expect(matter['last-updated']).toBeUndefined();
  });

  it.each<[byline: string, reporter: unknown]>([
    ['<p>كتب – رامي النجّار:</p>', 'رامي النجّار'],
    ['<p><strong>كتبت: ليان الحاج</strong></p>', { name: 'ليان الحاج', gender: 'female' }],
    ['<p>كتب الوزير في حسابه: سنعود.</p>', undefined],
    ['<p>كتبوا – رامي وليان:</p>', undefined],
  ])('that begins with %s has the reporter of its byline, if it is one', async (byline, reporter) => {
    const { matter, body } = await only({ content: `${byline}<p>متن الخبر.</p>` });
    expect(matter.reporter).toEqual(reporter);
    expect(body === 'متن الخبر.').toBe(reporter !== undefined);
  });

  it('without a title gets its first words, and a note', async () => {
    const { matter, notes, file } = await only({ title: ' … ', content: '<p>في <b>السابعة</b> دقّت الساعة.</p>' });
    expect(matter.title).toBe('في السابعة دقّت الساعة.');
    expect(notes).toEqual([{ file, kind: 'untitled' }]);
    expect((await only({ title: '', content: '' })).matter.title).toBe('بلا عنوان');
  });

  it.each(['draft', 'pending', 'private'])('with the status %s is a draft', async (status) => {
    expect((await only({ status })).matter.draft).toBe(true);
  });

  it('with the status future is not a draft, and keeps its date', async () => {
    const { matter } = await only({ status: 'future', date: '2031-05-01 08:00:00' });
    expect([matter.draft, matter.date]).toEqual([undefined, '2031-05-01T11:00:00+03:00']);
  });

  it('behind a password is a draft, with a note', async () => {
    const { matter, notes, file } = await only({ password: 'سر' });
    expect([matter.draft, notes]).toEqual([true, [{ file, kind: 'password' }]]);
  });

  it.each(['trash', 'auto-draft', 'inherit'])('with the status %s is not imported', async (status) => {
    expect(articlesOf(await compose([{ id: 5, status }]))).toEqual([]);
  });

  it('gets a numbered file name if others have the same slug', async () => {
    const newsroom = await compose([
      { id: 1, slug: 'خبر' },
      { id: 2, slug: 'خبر' },
      { id: 3, slug: '', title: '' },
    ]);
    expect(articlesOf(newsroom)).toEqual([
      'articles/2022/01/خبر.md',
      'articles/2022/01/خبر-2.md',
      'articles/2022/01/wordpress-3.md',
    ]);
  });
});

describe('the section of an article', () => {
  it.each<
    [categories: Record<string, string>, meta: Record<string, string>, category: string, tags: string[] | undefined]
  >([
    [{ محليات: 'محليات', فن: 'فن' }, {}, 'محليات', ['فن']],
    [{ uncategorized: 'Uncategorized', فن: 'فن' }, {}, 'فن', undefined],
    [{ فن: 'فن', محليات: 'محليات' }, { _yoast_wpseo_primary_category: '7' }, 'محليات', ['فن']],
    [{ 'غير-مصنف': 'غير مصنف' }, {}, 'غير-مصنف', undefined],
    [{}, {}, 'uncategorized', undefined],
  ])('is one of %j, and the others become tags', async (categories, meta, category, tags) => {
    const { matter, files } = await only({ categories, meta });
    expect([matter.category, matter.tags]).toEqual([category, tags]);
    expect(files.has(`categories/${category}.yaml`)).toBe(true);
  });
});

it('writes a file, named by login or, instead of an e-mail address, by name, for each author who has an article', async () => {
  const { files } = await compose([
    { id: 1, creator: 'sami@old.example' },
    { id: 2, creator: 'gone' },
    { id: 3, creator: '' },
  ]);
  const authors = [...files].filter(([file]) => file.startsWith('authors/')).map(([file, text]) => [file, parse(text)]);
  expect(authors).toEqual([
    ['authors/سامي-كريم.yaml', { name: 'سامي كريم' }],
    ['authors/gone.yaml', { name: 'gone', aliases: ['/author/gone/', '/author/gone/feed/'] }],
    ['authors/desk.yaml', { name: 'هيئة التحرير' }],
  ]);
});

describe('ids', () => {
  it('are derived from the guid, which WordPress never changes', async () => {
    const [one, two] = await Promise.all([only({ slug: 'a', title: 'أول' }), only({ slug: 'b', title: 'ثانٍ' })]);
    expect(one.matter.id).toBe(two.matter.id);
  });

  it('are kept by articles that exist, and never given to another article', async () => {
    const { matter } = await only({ slug: 'a' });
    const existing = {
      ids: new Map([
        ['articles/2022/01/a', 'k7q3m'],
        ['articles/2020/05/b', 'm4t9x'],
      ]),
    };
    const again = await compose([{ id: 5, slug: 'a' }], existing);
    expect(matterOf(again, 'articles/2022/01/a.md').id).toBe('k7q3m');
    const newer = await compose(
      [
        { id: 5, slug: 'new' },
        { id: 6, slug: 'old' },
      ],
      { ids: new Map([['articles/2022/01/old', matter.id]]) },
    );
    expect(matterOf(newer, 'articles/2022/01/old.md').id).toBe(matter.id);
    expect(matterOf(newer, 'articles/2022/01/new.md').id).not.toBe(matter.id);
    const taken = await compose([{ id: 5, slug: 'a' }], { ids: new Map([['articles/2020/05/b', matter.id]]) });
    expect(matterOf(taken, 'articles/2022/01/a.md').id).not.toBe(matter.id);
  });
});

describe('links to the old site', () => {
  const others: WrittenItem[] = [
    { id: 6, slug: 'هدف', tags: { نهر: 'نهر' } },
    { id: 7, slug: 'مسودة', status: 'draft' },
    { id: 8, type: 'page', slug: 'من-نحن' },
    { id: 9, slug: 'آت', status: 'future', date: '2031-05-01 08:00:00' },
  ];
  const encoded = (path: string) => encodeURI(path).toLowerCase();
  it.each<[address: string, target: string | undefined]>([
    [`${oldSite}${encoded('/2022/01/هدف/')}`, 'id'],
    [`http://www.old.example/2022/01/هدف#comments`, 'id'],
    [encoded('/2022/01/هدف/'), 'id'],
    [`${oldSite}/?p=6`, 'id'],
    [`${oldSite}/`, '/'],
    [`${oldSite}/من-نحن/`, '/من-نحن/'],
    [`${oldSite}/?page_id=8`, '/من-نحن/'],
    [`${oldSite}/category/أم/محليات/`, '/c/محليات/'],
    [`${oldSite}/tag/نهر/`, '/t/نهر/'],
    [`${oldSite}/author/nour/`, '/a/nour/'],
    [`${oldSite}/feed/`, '/rss.xml'],
    [`${oldSite}/2022/01/هدف/?utm_source=x`, 'id'],
    [`${oldSite}/2022/01/هدف/?replytocom=3#respond`, 'id'],
    [`${oldSite}/?p=6&preview=true`, 'id'],
    [`${oldSite}/2022/01/هدف/amp/`, 'id'],
    [`${oldSite}/2022/01/هدف/2/`, 'id'],
    [`${oldSite}/index.php/2022/01/هدف/`, 'id'],
    [`${oldSite}//2022/01/هدف/`, 'id'],
    [`${oldSite}/category/محليات/page/2/`, '/c/محليات/'],
    ['https://other.example/a', 'https://other.example/a'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['#top', undefined],
    [`${oldSite}/2022/01/مسودة/`, undefined],
    [`${oldSite}/2031/05/آت/`, undefined],
    [`${oldSite}/wp-content/uploads/a.pdf`, 'a.pdf'],
    [`${oldSite}/wp-content/uploads/a.exe`, undefined],
    [`${oldSite}/?cat=2`, undefined],
    [`${oldSite}/?s=x`, undefined],
  ])('%s', async (address, target) => {
    const { body, notes, newsroom } = await only({ content: `<p>قبل <a href="${address}">هنا</a></p>` }, others);
    const { id } = matterOf(newsroom, 'articles/2022/01/هدف.md');
    const shown = target === 'id' ? `/${id}/` : target;
    expect(body).toBe(shown === undefined ? 'قبل هنا' : `قبل [هنا](${shown})`);
    expect(notes.filter((note) => note.kind === 'loss')).toHaveLength(target === undefined ? 1 : 0);
  });
});

describe('images', () => {
  const attachments: WrittenItem[] = [
    {
      id: 20,
      type: 'attachment',
      status: 'inherit',
      attachmentUrl: `${oldSite}/wp-content/uploads/2022/01/صورة-الجسر.JPG`,
      excerpt: 'الجسر <b>مساءً</b>',
      meta: { _wp_attachment_image_alt: 'جسر من حجر' },
      parent: 5,
    },
    {
      id: 21,
      type: 'attachment',
      status: 'inherit',
      attachmentUrl: `${oldSite}/wp-content/uploads/2021/05/صورة-الجسر.jpg`,
    },
  ];

  it('are placed beside the article in their largest size, each under its own name', async () => {
    const { body, media, matter } = await only(
      {
        content:
          '<p><img src="/wp-content/uploads/2022/01/صورة-الجسر-300x200.JPG" class="wp-image-20"></p>' +
          `<p><img src="${oldSite}/wp-content/uploads/2021/05/صورة-الجسر-1024x768.jpg" alt="قديمة"></p>`,
        meta: { _thumbnail_id: '20' },
      },
      attachments,
    );
    expect(body).toBe('![جسر من حجر](صورة-الجسر.jpg)\n\n![قديمة](صورة-الجسر-2.jpg)');
    expect(matter.image).toEqual({ src: 'صورة-الجسر.jpg', alt: 'جسر من حجر', caption: 'الجسر مساءً' });
    expect([...media]).toEqual([
      ['articles/2022/01/صورة-الجسر.jpg', attachments[0]?.attachmentUrl],
      ['articles/2022/01/صورة-الجسر-2.jpg', attachments[1]?.attachmentUrl],
    ]);
  });

  it('and recordings and documents are known by every form of their addresses', async () => {
    const up = '/wp-content/uploads/2022/01';
    const { body, media } = await only(
      {
        content: [
          `<p><img src="https://i0.wp.com/old.example${up}/صورة-الجسر.JPG?w=300&ssl=1"></p>`,
          `<p><img src="//www.old.example${up}/صورة-الجسر-e1643040000000-150x150.JPG"></p>`,
          `<p><img src="${oldSite}/cdn-cgi/image/width=300,quality=80${up}/صورة-الجسر-scaled.JPG"></p>`,
          `<p>راجع <a href="${oldSite}${up}/report.pdf">التقرير</a> و<a href="https://cdn.other.example/a.pdf">غيره</a></p>`,
          `[audio mp3="${up}/talk.mp3"][/audio]`,
          `[pdf-embedder url="${oldSite}${up}/report.pdf"]`,
        ].join('\n\n'),
      },
      attachments,
    );
    expect(body).toBe(
      [
        ...Array.from({ length: 3 }, () => '![جسر من حجر](صورة-الجسر.jpg)'),
        'راجع [التقرير](report.pdf) و[غيره](https://cdn.other.example/a.pdf)',
        '[خبر رقم 5](talk.mp3)',
        '[report.pdf](report.pdf)',
      ].join('\n\n'),
    );
    expect([...media.values()]).toEqual([
      attachments[0]?.attachmentUrl,
      `${oldSite}${up}/report.pdf`,
      `${oldSite}${up}/talk.mp3`,
    ]);
  });

  it('that are not available are replaced by their description, with a note', async () => {
    const address = attachments[0]?.attachmentUrl ?? '';
    const items: WrittenItem[] = [
      { id: 5, slug: 'a', content: `<img src="${address}" alt="رصيف">`, meta: { _thumbnail_id: '20' } },
      ...attachments,
    ];
    const newsroom = await compose(items, { missing: new Set([address]) });
    const file = 'articles/2022/01/a.md';
    expect(bodyOf(newsroom, file)).toBe('رصيف');
    expect(matterOf(newsroom, file).image).toBeUndefined();
    const loss = { kind: 'image', address };
    expect(newsroom.notes).toEqual([
      { file, kind: 'loss', loss },
      { file, kind: 'loss', loss },
    ]);
  });

  it('of a gallery without ids are those attached to the post', async () => {
    const { body } = await only({ content: '[gallery]' }, attachments);
    expect(body).toBe('![جسر من حجر](صورة-الجسر.jpg "الجسر مساءً")');
  });
});

describe('pages', () => {
  it('keep their titles and slugs, and their old path as an alias, with a note if the site needs that path', async () => {
    const newsroom = await compose([
      { id: 1, type: 'page', slug: 'من-نحن', title: 'من نحن' },
      { id: 2, type: 'page', slug: 'search', title: 'ابحث' },
      { id: 3, type: 'page', slug: 'فرع', title: 'فرع', link: `${oldSite}/أصل/فرع/`, status: 'draft' },
    ]);
    expect([...newsroom.files.keys()].filter((file) => file.startsWith('pages/'))).toEqual([
      'pages/من-نحن.md',
      'pages/search-2.md',
      'pages/فرع.md',
    ]);
    expect(matterOf(newsroom, 'pages/فرع.md')).toEqual({ title: 'فرع', draft: true, aliases: ['/أصل/فرع/'] });
    expect(newsroom.notes).toEqual([{ file: 'pages/search-2.md', kind: 'moved', from: '/search/' }]);
  });

  it('that a password protected are drafts with a note', async () => {
    const newsroom = await compose([{ id: 1, type: 'page', slug: 'سر', title: 'سر', password: 'x' }]);
    expect(matterOf(newsroom, 'pages/سر.md')).toEqual({ title: 'سر', draft: true });
    expect(newsroom.notes).toEqual([{ file: 'pages/سر.md', kind: 'password' }]);
  });
});

describe('comments', () => {
  it('have ids of their own, also if the export gives none or one to several', async () => {
    const source = await parseExport([
      { id: 5, comments: ['أول', 'ثانٍ', 'ثالث', 'رابع'].map((content, index) => ({ id: index + 1, content })) },
    ]);
    const [item] = source.items;
    for (const [index, id] of ['7', '7', '', ''].entries()) Object.assign(item?.comments[index] ?? {}, { id });
    Object.assign(item?.comments[3] ?? {}, { parent: '7' });
    const [thread = []] = composeExport(source, nothing).threads.values();
    expect(thread.map(({ id, parent, text }) => [id, parent, text])).toEqual([
      ['wp-7', undefined, 'أول'],
      ['wp-7-n2', undefined, 'ثانٍ'],
      ['wp-n3', undefined, 'ثالث'],
      ['wp-n4', 'wp-7', 'رابع'],
    ]);
  });

  it('without a time in UTC have their local one, and without any time that of the article', async () => {
    const { threads, notes } = await only({
      comments: [
        { id: 1, content: 'بتوقيت الموقع', date: '', localDate: '2022-01-14 10:00:00' },
        { id: 2, content: 'بلا وقت', date: '0000-00-00 00:00:00' },
      ],
    });
    const [thread = []] = threads.values();
    expect(thread.map(({ time }) => time)).toEqual(['2022-01-14T07:00:00.000Z', '2022-01-13T08:30:00.000Z']);
    expect(notes).toMatchObject([{ kind: 'undated-comments', count: 1 }]);
  });

  it('are those that were published, in their threads, without e-mail and IP addresses', async () => {
    const { threads, matter } = await only({
      comments: [
        { id: 1, content: 'شكرًا على <b>الخبر</b>\r\nسطر &amp; ثانٍ<br />وثالث' },
        { id: 2, parent: 1, author: 'نور الهدى', content: 'أهلًا', user: 2 },
        { id: 3, parent: 99, content: 'بلا أصل', user: 44 },
        { id: 4, content: 'رسالة مزعجة', approved: 'spam' },
        { id: 5, content: 'إشارة', type: 'pingback' },
      ],
    });
    const shared = { author: 'قارئ', imported: true };
    expect(threads.get(matter.id)).toEqual([
      { ...shared, id: 'wp-1', text: 'شكرًا على الخبر\nسطر & ثانٍ\nوثالث', time: '2022-01-13T09:00:01.000Z' },
      {
        ...shared,
        id: 'wp-2',
        parent: 'wp-1',
        author: 'نور الهدى',
        text: 'أهلًا',
        time: '2022-01-13T09:00:02.000Z',
        staff: true,
      },
      { ...shared, id: 'wp-3', text: 'بلا أصل', time: '2022-01-13T09:00:03.000Z' },
    ]);
  });

  it('of drafts are not imported', async () => {
    expect((await only({ status: 'draft', comments: [{ id: 1, content: 'شكرًا' }] })).threads.size).toBe(0);
  });
});

describe('settings', () => {
  it('are those of the old site, with the time zone of its posts', async () => {
    const { files, timeZone } = await compose([{ id: 1 }]);
    expect(timeZone).toBe('Asia/Riyadh');
    expect(parse(files.get('site.yaml') ?? '')).toEqual({
      title: 'صدى القديم',
      description: 'صدى القديم',
      url: oldSite,
      'time-zone': 'Asia/Riyadh',
      feeds: { aliases: ['/feed/', '/comments/feed/'] },
    });
  });

  it.each<[zone: string, moments: [utc: string, local: string][]]>([
    [
      'Africa/Cairo',
      [
        ['2014-07-15 10:00:00', '2014-07-15 12:00:00'],
        ['2023-07-15 10:00:00', '2023-07-15 13:00:00'],
      ],
    ],
    [
      'Asia/Dubai',
      [
        ['2022-01-13 10:00:00', '2022-01-13 14:00:00'],
        ['2022-02-13 10:00:00', '2022-02-13 14:00:00'],
        ['2009-01-01 10:00:00', '2009-01-01 10:07:00'],
      ],
    ],
    ['UTC', [['2022-01-13 10:00:00', '2022-01-13 10:00:00']]],
    ['UTC', []],
  ])('have the time zone %s, in which most posts have their local time', async (zone, moments) => {
    const items = moments.map(([date, localDate], id) => ({ id, date, localDate }));
    expect((await compose(items)).timeZone).toBe(zone);
  });

  it('of a newsroom that exists decide the time zone of the dates', async () => {
    const newsroom = await compose([{ id: 1, slug: 'a' }], { timeZone: 'Africa/Cairo' });
    expect(matterOf(newsroom, 'articles/2022/01/a.md').date).toBe('2022-01-13T10:30:00+02:00');
  });
});

it('an old path with an empty part is no alias', async () => {
  expect((await only({ link: `${oldSite}/2022/01//` })).matter.aliases).toBeUndefined();
});

it('the settings have no characters that reorder text', async () => {
  const source = await parseExport([{ id: 1 }]);
  const { files } = composeExport(
    { ...source, title: '\u202bالصدى\u202c', description: 'أول\u200e &amp; آخر' },
    nothing,
  );
  expect(parse(files.get('site.yaml') ?? '')).toMatchObject({ title: 'الصدى' });
});

it.each([
  ['<p>كتب: رامي النجار</p><p>متن.</p>', 'رامي النجار', 'متن.'],
  ['<p>كتب: إن الأمر لم ينته بعد</p><p>متن.</p>', undefined, 'كتب: إن الأمر لم ينته بعد\n\nمتن.'],
  ['<p>كتب: «لن نعود»</p><p>متن.</p>', undefined, 'كتب: «لن نعود»\n\nمتن.'],
  [
    '<p>كتب: سيعود القمح إلى الأسواق غدا صباحا</p><p>متن.</p>',
    undefined,
    'كتب: سيعود القمح إلى الأسواق غدا صباحا\n\nمتن.',
  ],
])('%s has the reporter %s', async (content, reporter, text) => {
  const { matter, body } = await only({ content });
  expect([matter.reporter, body]).toEqual([reporter, text]);
});

describe('an export that is imported again', async () => {
  const post = { id: 5, slug: 'a', content: 'متن' };
  const first = await compose([post]);
  const { id } = matterOf(first, 'articles/2022/01/a.md');
  const recordOf = ({ entries }: Newsroom): ExistingNewsroom['records'] =>
    new Map(entries.map(({ record }) => [`${record.site} ${record.key}`, { ...record, digest: '' }]));
  const records = recordOf(first);

  it('keeps the file and the id of an article that was moved here', async () => {
    const again = await compose([{ ...post, slug: 'b', date: '2023-05-01 08:00:00' }], {
      records,
      ids: new Map([['articles/2022/02/moved', id]]),
    });
    expect(articlesOf(again)).toEqual(['articles/2022/02/moved.md']);
    expect(matterOf(again, 'articles/2022/02/moved.md').id).toBe(id);
  });

  it('gives another name to another image that has the name of one that came before', async () => {
    const photo = (folder: string): WrittenItem => ({
      ...post,
      id: Number(folder),
      slug: `a-${folder}`,
      content: `<img src="${oldSite}/wp-content/uploads/${folder}/photo.jpg">`,
    });
    const before = recordOf(await compose([photo('1')]));
    const [known] = before.values();
    const ids = new Map([[known?.stem ?? '', known?.id ?? '']]);
    const later = await compose([photo('2'), photo('1')], { records: before, ids });
    expect([...later.media].sort()).toEqual([
      ['articles/2022/01/photo-2.jpg', `${oldSite}/wp-content/uploads/2/photo.jpg`],
      ['articles/2022/01/photo.jpg', `${oldSite}/wp-content/uploads/1/photo.jpg`],
    ]);
  });

  it('does not ask for an image whose address is none', async () => {
    const { body, media } = await only({ content: '<img src="https://old example/a.jpg" alt="رصيف">' });
    expect([body, media.size]).toEqual(['[رصيف](https://old%20example/a.jpg)', 0]);
  });

  it('does not bring again what was deleted here', async () => {
    expect((await compose([post], { records })).entries).toEqual([]);
    const withPage = await compose([{ id: 7, type: 'page', slug: 'about' }]);
    expect((await compose([{ id: 7, type: 'page', slug: 'about' }], { records: recordOf(withPage) })).entries).toEqual(
      [],
    );
  });

  it('gives another file to another article of the same name', async () => {
    const ids = new Map([['articles/2022/01/a', id]]);
    const both = await compose([{ ...post, id: 6, title: 'غيره' }], { records, ids });
    expect(articlesOf(both)).toEqual(['articles/2022/01/a-2.md']);
  });

  it('names what is not in it any more, of its own site alone', async () => {
    const ids = new Map([['articles/2022/01/a', id]]);
    const other = { key: 'x', site: 'other.example', stem: 'articles/2022/01/x', digest: '' };
    const later = await compose([], { records: new Map([...records, ['other.example x', other]]), ids });
    expect(later.gone).toEqual([...records.keys()]);
  });
});

describe('old addresses', () => {
  const category = (slug: string, parent = '') =>
    `<wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${slug}</wp:cat_name></wp:category>`;

  it('of sections, authors and tags, and of their feeds, are their aliases', async () => {
    const { files } = await compose([
      { id: 5, categories: { news: 'أخبار', art: 'فن' }, tags: { libya: 'ليبيا', نهر: 'نهر' } },
    ]);
    const aliases = (file: string) => parse(files.get(file) ?? '').aliases;
    expect(aliases('categories/news.yaml')).toEqual(['/category/news/', '/category/news/feed/']);
    expect(aliases('authors/nour.yaml')).toEqual(['/author/nour/', '/author/nour/feed/']);
    expect(parse(files.get('tags.yaml') ?? '')).toEqual([
      { tag: 'فن', aliases: ['/category/art/', '/category/art/feed/'] },
      { tag: 'ليبيا', aliases: ['/tag/libya/', '/tag/libya/feed/'] },
      { tag: 'نهر', aliases: ['/tag/نهر/', '/tag/نهر/feed/'] },
    ]);
  });

  it('of sections below others are those with all of them too', async () => {
    const items: WrittenItem[] = [{ id: 5, categories: { city: 'المدينة' } }];
    const { files } = await compose(
      items,
      {},
      category('city', 'local') + category('local', 'news') + category('news', 'city'),
    );
    expect(
      parse(files.get('categories/city.yaml') ?? '').aliases.filter((path: string) => !path.includes('feed')),
    ).toEqual(['/category/news/local/city/', '/category/city/']);
  });

  it('of an article are those of all slugs that it has had', async () => {
    const source = await parseExport([{ id: 5, slug: 'c', meta: { _wp_old_slug: 'a' } }]);
    for (const item of source.items) item.fields.push({ key: '_wp_old_slug', value: 'b' });
    const { files } = composeExport(source, nothing);
    expect(parse(/---\n([\s\S]*?)---/.exec(files.get('articles/2022/01/c.md') ?? '')?.[1] ?? '').aliases).toEqual([
      '/2022/01/c/',
      '/2022/01/a/',
      '/2022/01/b/',
    ]);
  });

  it('belong to one owner, an article before a page and a page before a list', async () => {
    const { files } = await compose([
      { id: 5, slug: 'a', link: `${oldSite}/tag/x/` },
      { id: 6, type: 'page', slug: 'b', link: `${oldSite}/category/news` },
      { id: 7, slug: 'c', categories: { news: 'أخبار' }, tags: { x: 'س' } },
    ]);
    expect(parse(files.get('categories/news.yaml') ?? '').aliases).toEqual(['/category/news/feed/']);
    expect(parse(files.get('tags.yaml') ?? '')).toEqual([{ tag: 'س', aliases: ['/tag/x/feed/'] }]);
  });

  it('at which no file can be are told', async () => {
    const { notes, matter, file } = await only({ link: `${oldSite}/2022/.hidden/` });
    expect(matter.aliases).toBeUndefined();
    expect(notes).toContainEqual({ file, kind: 'unusable-address', from: '/2022/.hidden/' });
  });
});
