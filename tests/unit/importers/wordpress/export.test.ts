import { expect, it } from 'vitest';
import { IncompleteSource, OtherSource } from '../../../../src/importers/newsroom/source-faults.ts';
import { joinExports, readExport } from '../../../../src/importers/wordpress/export.ts';
import { parseExport, writeExport } from '../../../support/wordpress.ts';

it('reads the site, its authors, its categories, and all parts of an item', async () => {
  const { items, ...site } = await parseExport([
    {
      id: 5,
      title: 'الجسر & النهر',
      content: '<p>نص <b>غامق</b></p>',
      tags: { نهر: 'نهر' },
      meta: { _thumbnail_id: '9' },
      comments: [{ id: 1, content: 'شكرًا', user: 2 }],
    },
  ]);
  expect(site).toEqual({
    title: 'صدى القديم',
    description: '',
    url: 'https://old.example',
    authors: [
      { id: '2', login: 'nour', name: 'نور الهدى' },
      { id: '3', login: 'sami@old.example', name: 'سامي كريم' },
    ],
    categories: [{ id: '7', slug: '%d9%85%d8%ad%d9%84%d9%8a%d8%a7%d8%aa', name: 'محليات', parent: '' }],
    terms: [],
    repeated: 0,
  });
  expect(items).toMatchObject([
    {
      id: '5',
      type: 'post',
      status: 'publish',
      title: 'الجسر & النهر',
      link: 'https://old.example/2022/01/post-5/',
      guid: 'https://old.example/?p=5',
      creator: 'nour',
      content: '<p>نص <b>غامق</b></p>',
      date: '2022-01-13 11:30:00',
      dateUtc: '2022-01-13 08:30:00',
      terms: [
        { taxonomy: 'category', name: 'محليات' },
        { taxonomy: 'post_tag', slug: '%d9%86%d9%87%d8%b1', name: 'نهر' },
      ],
      comments: [{ id: '1', author: 'قارئ', content: 'شكرًا', approved: '1', user: '2' }],
    },
  ]);
  expect(items[0]?.meta).toEqual(new Map([['_thumbnail_id', '9']]));
});

it('keeps all values of a field, and the terms of all taxonomies', async () => {
  const channel = `<wp:tag><wp:term_id>8</wp:term_id><wp:tag_slug>water</wp:tag_slug><wp:tag_name><![CDATA[ماء]]></wp:tag_name></wp:tag>
<wp:term><wp:term_id>9</wp:term_id><wp:term_taxonomy>place</wp:term_taxonomy><wp:term_slug>aswan</wp:term_slug><wp:term_name><![CDATA[أسوان]]></wp:term_name><wp:termmeta><wp:meta_key>order</wp:meta_key><wp:meta_value>2</wp:meta_value></wp:termmeta></wp:term>`;
  const text = writeExport([{ id: 5, sticky: true, meta: { _wp_old_slug: 'قديم' } }], channel);
  const again = '<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>أقدم</wp:meta_value></wp:postmeta>';
  const { terms, items } = await readExport([text.replace('</item>', `${again}</item>`)]);
  expect(terms).toEqual([
    { taxonomy: 'post_tag', slug: 'water', name: 'ماء' },
    { taxonomy: 'place', slug: 'aswan', name: 'أسوان' },
  ]);
  expect(items[0]).toMatchObject({
    isSticky: true,
    fields: [
      { key: '_wp_old_slug', value: 'قديم' },
      { key: '_wp_old_slug', value: 'أقدم' },
    ],
  });
});

it('reads pieces of any length, and characters and entities that are not well-formed XML', async () => {
  const text = writeExport([{ id: 5, content: 'متن\u0003 فيه &nbsp; رمز' }]);
  const pieces = text.match(/[\s\S]{1,7}/g) ?? [];
  const whole = await readExport([text]);
  expect(await readExport(pieces)).toEqual(whole);
  expect(whole.items[0]?.content).toBe('متن\u0003 فيه &nbsp; رمز');
});

it.each(['', 'قائمة المشتريات', '<rss><channel><title>خلاصة</title></channel></rss>', '{"a": 1}'])(
  'rejects %j, which is not an export',
  async (text) => {
    await expect(readExport([text])).rejects.toThrow(OtherSource);
  },
);

it('merges the files of one site without duplicates', async () => {
  const [one, two] = await Promise.all([parseExport([{ id: 1 }, { id: 2 }]), parseExport([{ id: 2 }, { id: 3 }])]);
  const joined = joinExports([one, two]);
  expect(joined.items.map(({ id }) => id)).toEqual(['1', '2', '3']);
  expect(joinExports([joined, two]).repeated).toBe(3);
  expect(joined.authors).toEqual(one.authors);
  expect(joined.categories).toEqual(one.categories);
});

it('keeps items without an id, and items of two sites that share one', async () => {
  const one = await parseExport([{ id: 1 }]);
  const [item] = one.items;
  if (!item) throw new Error('The export has no item.');
  const withItems = (items: (typeof item)[]) => ({ ...one, items });
  const unnamed = [
    { ...item, id: '', guid: '', title: 'أ' },
    { ...item, id: '', guid: '', title: 'ب' },
  ];
  expect(joinExports([withItems(unnamed)]).items).toHaveLength(2);
  expect(joinExports([one, withItems([{ ...item, guid: 'https://b.example/?p=1' }])]).items).toHaveLength(2);
  expect(joinExports([one, one]).items).toHaveLength(1);
});

it('rejects an export without its end', async () => {
  const whole = writeExport([{ id: 1, content: 'نص طويل' }, { id: 2 }]);
  for (const share of [0.5, 0.8, 0.98]) {
    await expect(readExport([whole.slice(0, Math.floor(whole.length * share))])).rejects.toThrow(IncompleteSource);
  }
  await expect(readExport([whole])).resolves.toBeDefined();
});
