import { expect, it } from 'vitest';
import { parseFieldMapping, proposeMapping, readFieldMapping } from '../../../src/commands/import-fields.ts';

it('reads what fields and taxonomies become', () => {
  const { fields, taxonomies } = parseFieldMapping('subtitle: kicker\n# mood:\ntaxonomy:place: tags\n', 'f.yaml');
  expect([...fields]).toEqual([['subtitle', 'kicker']]);
  expect([...taxonomies]).toEqual([['place', 'tags']]);
});

it.each<[text: string, told: string]>([
  [
    'subtitle: kicker\nmood: weather',
    'f.yaml، السطر 2: القيمة «weather» لا تصلح في «mood». اكتب واحدة من هذه: kicker، summary، reporter، dateline، source، tags، series.',
  ],
  [
    'desk: section',
    'f.yaml، السطر 1: القيمة «section» لا تصلح في «desk». اكتب واحدة من هذه: kicker، summary، reporter، dateline، source، tags، series.',
  ],
  [
    'taxonomy:desk: column',
    'f.yaml، السطر 1: القيمة «column» لا تصلح في «taxonomy:desk». اكتب واحدة من هذه: kicker، summary، reporter، dateline، source، tags، series، section.',
  ],
  ['mood:\nsubtitle: kicker', 'f.yaml، السطر 1: ليس بعد «mood» ما يصير إليه. اكتبه، أو احذف السطر.'],
])('%j is refused with its line', (text, told) => {
  expect(() => parseFieldMapping(text, 'f.yaml')).toThrow(`${told}\nلم يُكتب شيء.`);
});

it('refuses a file that is no list of keys, and one that is not there', async () => {
  expect(() => parseFieldMapping('subtitle\nkicker', 'f.yaml')).toThrow(/^f\.yaml، السطر 1: [\s\S]+\nلم يُكتب شيء\.$/);
  await expect(readFieldMapping('nowhere.yaml')).rejects.toThrow('لا ملف هنا: nowhere.yaml');
});

it('proposes a file that can be used as it is, with the uses of each field and an example', () => {
  const fields = [
    { key: 'sub_title', count: 12, example: 'عنوان فرعي' },
    { key: 'mood', count: 1, example: `سطر\nآخر ${'طويل '.repeat(30)}` },
    { key: 'المصدر', count: 3, example: 'وكالة' },
    { key: 'taxonomy:place', count: 2, example: 'أسوان' },
    { key: 'a: b', count: 2, example: '#1' },
  ];
  const text = proposeMapping(fields);
  expect(text).toContain('# في 12 مقالًا، مثل: عنوان فرعي\nsub_title: kicker\n');
  expect(text).toMatch(/# في مقال واحد، مثل: سطر آخر .+…\n# mood:\n/);
  expect(text).toContain('# في مقالين، مثل: #1\n# "a: b":\n');
  const { fields: read, taxonomies } = parseFieldMapping(text, 'f.yaml');
  expect([...read]).toEqual([
    ['sub_title', 'kicker'],
    ['المصدر', 'source'],
  ]);
  expect([...taxonomies]).toEqual([['place', 'tags']]);
});
