import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { composeNewsroom, type ExistingNewsroom } from '../../../../src/importers/newsroom/compose.ts';
import { createFieldMapping } from '../../../../src/importers/newsroom/field-mapping.ts';
import { addedTypesOf } from '../../../../src/importers/wordpress/item-types.ts';
import { readNewsroom } from '../../../../src/importers/wordpress/newsroom.ts';
import { parseExport, type WrittenItem } from '../../../support/wordpress.ts';

const nothing: ExistingNewsroom = {
  ids: new Map(),
  pages: new Set(),
  records: new Map(),
  missing: new Set(),
  now: '2026-12-01T12:00:00Z',
};

/** Imports items. Returns the front matter of each article, in their order, and the newsroom. */
async function imported(items: WrittenItem[], types: string[] = [], fields: Record<string, string> = {}) {
  const { mapping } = createFieldMapping(fields);
  const source = readNewsroom(await parseExport(items), undefined, { types, mapping });
  const newsroom = composeNewsroom(source, nothing);
  const texts = newsroom.entries.map(({ file }) => newsroom.files.get(file) ?? '');
  const matters = texts.map((text) => parse(/^---\n([\s\S]*?)---\n/.exec(text)?.[1] ?? ''));
  return { source, newsroom, texts, matters, matter: matters[0] };
}

describe('types of posts that a theme has added', () => {
  const items: WrittenItem[] = [
    { id: 1, type: 'video', categories: { ثقافة: 'ثقافة' } },
    {
      id: 2,
      type: 'nav_menu_item',
      title: 'مرئيات',
      meta: { _menu_item_type: 'post_type_archive', _menu_item_object: 'video' },
    },
    { id: 3, type: 'acf-field' },
  ];

  it('are named, without those that WordPress and its plugins keep for themselves', async () => {
    expect(addedTypesOf(await parseExport(items))).toEqual(['video']);
  });

  it('come if they are asked for, as articles of a section that is named as in the menu', async () => {
    expect((await imported(items)).matters).toEqual([]);
    const { newsroom, matter } = await imported(items, ['video']);
    expect(matter).toMatchObject({ category: 'video', tags: ['ثقافة'] });
    expect(parse(newsroom.files.get('categories/video.yaml') ?? '').name).toBe('مرئيات');
  });

  it('come into the category of their name if there is one', async () => {
    const { newsroom, matters } = await imported(
      [{ id: 1, type: 'محليات', categories: {} }, { id: 2 }].map((item) =>
        item.id === 1 ? { ...item, type: encodeURIComponent('محليات').toLowerCase() } : item,
      ),
      [encodeURIComponent('محليات').toLowerCase()],
    );
    expect(matters.map(({ category }) => category)).toEqual(['محليات', 'محليات']);
    expect([...newsroom.files.keys()].filter((file) => file.startsWith('categories/'))).toHaveLength(1);
  });
});

describe('a description for search engines', () => {
  it.each(['_yoast_wpseo_metadesc', 'rank_math_description', '_aioseo_description'])(
    'in %s is the summary of an article without an excerpt',
    async (key) => {
      const meta = { [key]: 'ما جرى عند <b>الضفة</b>' };
      expect((await imported([{ id: 1, meta }])).matter.summary).toBe('ما جرى عند الضفة');
      expect((await imported([{ id: 1, meta, excerpt: 'مقتطف' }])).matter.summary).toBe('مقتطف');
    },
  );

  it.each(['%%title%% %%sep%%', '%title% – %sitename%'])('that is a template, as %j, is none', async (value) => {
    const { matter } = await imported([{ id: 1, meta: { _yoast_wpseo_metadesc: value } }]);
    expect(matter.summary).toBeUndefined();
  });
});

describe('the fields of a page', () => {
  it('are its summary and what search engines were told, and no mapping names them', async () => {
    const meta = {
      _yoast_wpseo_metadesc: 'من نحن',
      rank_math_canonical_url: 'https://first.example/about',
      subtitle: 'ت',
    };
    const { matter, newsroom, source } = await imported([{ id: 1, type: 'page', meta }], [], { subtitle: 'kicker' });
    expect(matter).toMatchObject({ summary: 'من نحن' });
    expect(newsroom.notes).toMatchObject([{ kind: 'canonical', address: 'https://first.example/about' }]);
    expect(source.unmapped).toEqual([]);
    expect(source.tally).toContainEqual({
      kind: 'fields',
      name: 'subtitle',
      fate: 'left',
      reason: 'of-page',
      count: 1,
    });
    expect((await imported([{ id: 1, type: 'page', meta, excerpt: 'مقتطف' }])).matter.summary).toBe('مقتطف');
  });
});

describe('authors that Co-Authors Plus names', () => {
  const author = (slug: string, name = slug) => ({ taxonomy: 'author', slug, name });

  it('write the article instead of the one who typed it, several in their order', async () => {
    const { matter, newsroom } = await imported([
      { id: 1, creator: 'sami@old.example', terms: [author('cap-maha', 'مها'), author('cap-nour')] },
    ]);
    expect(matter.author).toEqual(['maha', 'nour']);
    expect(parse(newsroom.files.get('authors/maha.yaml') ?? '').name).toBe('مها');
    expect(parse(newsroom.files.get('authors/nour.yaml') ?? '').name).toBe('نور الهدى');
  });

  it('have the name of their profile, or are the user to whom it is linked', async () => {
    const { matters, newsroom } = await imported([
      { id: 1, terms: [author('cap-guest-1')] },
      { id: 2, terms: [author('cap-pen-name')] },
      { id: 3, type: 'guest-author', slug: 'cap-guest-1', meta: { 'cap-display_name': 'هالة سعيد' } },
      { id: 4, type: 'guest-author', slug: 'cap-pen-name', meta: { 'cap-linked_account': 'nour' } },
    ]);
    expect(matters.map((matter) => matter.author)).toEqual(['guest-1', 'nour']);
    expect(parse(newsroom.files.get('authors/guest-1.yaml') ?? '').name).toBe('هالة سعيد');
  });
});

describe('fields and taxonomies that a mapping names', () => {
  it('become what it says', async () => {
    const { matter, newsroom } = await imported(
      [
        {
          id: 1,
          meta: { subtitle: 'عنوان &amp; فرعي', by: 'سعاد', city: 'أسوان', agency: 'وكالة الوادي', words: 'نيل، سد' },
          tags: { ماء: 'ماء' },
          terms: [{ taxonomy: 'file', slug: 'water', name: 'ملف الماء' }],
        },
      ],
      [],
      {
        subtitle: 'kicker',
        by: 'reporter',
        city: 'dateline',
        agency: 'source',
        words: 'tags',
        'taxonomy:file': 'series',
      },
    );
    expect(matter).toMatchObject({
      kicker: 'عنوان & فرعي',
      reporter: 'سعاد',
      dateline: 'أسوان',
      source: 'وكالة الوادي',
      tags: ['ماء', 'نيل', 'سد'],
      series: 'ملف-الماء',
    });
    expect(newsroom.files.get('series/ملف-الماء.yaml')).toBe('title: ملف الماء\n');
  });

  it('can be the sections of articles, whose categories are tags then', async () => {
    const { matters, newsroom } = await imported(
      [{ id: 1, terms: [{ taxonomy: 'desk', slug: 'sport', name: 'رياضة' }] }, { id: 2 }],
      [],
      { 'taxonomy:desk': 'section' },
    );
    expect(matters[0]).toMatchObject({ category: 'sport', tags: ['محليات'] });
    expect(matters[1]).toMatchObject({ category: 'محليات' });
    expect(parse(newsroom.files.get('categories/sport.yaml') ?? '').name).toBe('رياضة');
  });

  it('leave out values that the front matter cannot have, and do not replace what is there', async () => {
    const meta = { lead: 'موجز', lines: 'a:1:{i:0;s:3:"abc";}', dots: '…' };
    const { matter } = await imported([{ id: 1, excerpt: 'مقتطف', meta }], [], {
      lead: 'summary',
      lines: 'kicker',
      dots: 'dateline',
    });
    expect(matter).toMatchObject({ summary: 'مقتطف' });
    expect([matter.kicker, matter.dateline]).toEqual([undefined, undefined]);
  });

  it('keep a byline of another reporter in the text', async () => {
    const content = '<p>كتبت – هالة سعيد:</p><p>متن الخبر.</p>';
    const { matter, texts } = await imported([{ id: 1, content, meta: { by: 'سعاد' } }], [], { by: 'reporter' });
    expect(matter.reporter).toBe('سعاد');
    expect(texts[0]).toContain('هالة سعيد');
  });

  it('are otherwise collected with their number and an example', async () => {
    const place = { taxonomy: 'place', slug: 'aswan', name: 'أسوان' };
    const { source } = await imported([
      { id: 1, meta: { mood: 'هادئ', _edit_lock: '1', _mood: 'field_5f1a2b' } },
      { id: 2, meta: { mood: 'صاخب' }, terms: [place] },
      { id: 3, type: 'page', meta: { layout: 'wide' } },
    ]);
    expect(source.unmapped).toEqual([
      { key: 'mood', count: 2, example: 'هادئ' },
      { key: 'taxonomy:place', count: 1, example: 'أسوان' },
    ]);
  });
});

it('tells of pinned articles, and of addresses of originals that are not their own', async () => {
  const { newsroom } = await imported([
    { id: 1, sticky: true, meta: { _yoast_wpseo_canonical: 'https://first.example/a/' } },
    { id: 2, slug: 'b', meta: { _yoast_wpseo_canonical: 'http://www.old.example/2022/01/b' } },
  ]);
  expect(newsroom.notes.map(({ file: _, ...note }) => note)).toEqual([
    { kind: 'pinned' },
    { kind: 'canonical', address: 'https://first.example/a/' },
  ]);
});
