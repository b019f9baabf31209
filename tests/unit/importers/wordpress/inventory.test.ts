import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeNewsroom, type ExistingNewsroom } from '../../../../src/importers/newsroom/compose.ts';
import { createFieldMapping } from '../../../../src/importers/newsroom/field-mapping.ts';
import { sumByKind, type TallyRow } from '../../../../src/importers/newsroom/tally.ts';
import { joinExports } from '../../../../src/importers/wordpress/export.ts';
import { readNewsroom } from '../../../../src/importers/wordpress/newsroom.ts';
import { oldSite, parseExport, type WrittenItem, writeExport } from '../../../support/wordpress.ts';

const nothing: ExistingNewsroom = {
  ids: new Map(),
  pages: new Set(),
  records: new Map(),
  missing: new Set(),
  now: '2026-12-01T12:00:00Z',
};
const photo = (name: string) => `${oldSite}/wp-content/uploads/${name}`;
const channel = `<wp:tag><wp:tag_slug>unused</wp:tag_slug><wp:tag_name>مهجور</wp:tag_name></wp:tag>
<wp:term><wp:term_taxonomy>place</wp:term_taxonomy><wp:term_slug>luxor</wp:term_slug><wp:term_name>الأقصر</wp:term_name></wp:term>`;

interface Wishes {
  types?: string[];
  fields?: Record<string, string>;
  missing?: string[];
}

async function tallyOf(items: readonly WrittenItem[], { types = [], fields = {}, missing = [] }: Wishes = {}) {
  const { mapping } = createFieldMapping(fields);
  const source = readNewsroom(await parseExport(items, channel), undefined, { types, mapping });
  return composeNewsroom(source, { ...nothing, missing: new Set(missing) }).tally;
}

/** The rows of a kind, each as `name fate reason count`. */
function rowsOf(tally: readonly TallyRow[], kind: TallyRow['kind']): string[] {
  const own = tally.filter((row) => row.kind === kind);
  return own.map(({ name, fate, reason, count }) => [name, fate, reason, count].filter(Boolean).join(' '));
}

describe('the tally of an export with things of all kinds', () => {
  const items: WrittenItem[] = [
    {
      id: 1,
      content: `<p><a href="https://other.example/">خارج</a> <a href="${oldSite}/gone/">زال</a></p>
<img src="${photo('a.jpg')}"><img src="${photo('lost.jpg')}"><script>1</script>
[gallery ids="30"][box a="1"]نص[/box]<iframe src="https://map.example/1"></iframe>
<iframe src="https://www.youtube.com/embed/W4rrAq0x3nE"></iframe><!-- wp:calendar /--><!-- wp:block {"ref":40} /-->`,
      categories: { محليات: 'محليات', ثقافة: 'ثقافة', uncategorized: 'Uncategorized' },
      tags: { ماء: 'ماء', signs: '!!' },
      terms: [
        { taxonomy: 'place', slug: 'aswan', name: 'أسوان' },
        { taxonomy: 'post_format', slug: 'post-format-video', name: 'فيديو' },
      ],
      sticky: true,
      meta: {
        _thumbnail_id: '30',
        _edit_lock: '1:2',
        subtitle: 'عنوان فرعي',
        _yoast_wpseo_metadesc: 'وصف',
        _yoast_wpseo_canonical: 'https://first.example/a',
        mood: '',
      },
      comments: [
        { id: 1, content: 'شكرًا' },
        { id: 11, content: 'بلا وقت', date: '' },
        { id: 12, content: '', date: '' },
        { id: 2, content: 'انتظار', approved: '0' },
        { id: 3, content: 'إزعاج', approved: 'spam' },
        { id: 4, content: 'رابط', type: 'pingback' },
        { id: 5, content: ' ' },
        { id: 6, content: 'محذوف', approved: 'trash' },
        { id: 7, content: '5', type: 'rating' },
      ],
    },
    { id: 2, status: 'draft', creator: 'sami@old.example', comments: [{ id: 8, content: 'مبكر' }] },
    { id: 3, status: 'private' },
    { id: 4, password: 'سر' },
    { id: 5, status: 'pending' },
    { id: 6, status: 'future', date: '2026-12-31 08:00:00' },
    { id: 7, status: 'trash', meta: { mood: 'حزن' }, comments: [{ id: 9, content: 'على محذوف' }] },
    { id: 8, status: 'auto-draft' },
    { id: 9, status: 'archived' },
    { id: 10, type: 'page', comments: [{ id: 10, content: 'على صفحة' }], meta: { layout: 'wide' } },
    { id: 11, type: 'page', status: 'trash' },
    { id: 20, type: 'video', categories: {}, meta: { length: '12' } },
    { id: 21, type: 'video', status: 'draft', categories: {} },
    { id: 22, type: 'opinion', categories: {} },
    { id: 23, type: 'revision', status: 'inherit', categories: {} },
    { id: 24, type: 'nav_menu_item', terms: [{ taxonomy: 'nav_menu', slug: 'main', name: 'الرئيسة' }] },
    ...['a.jpg', 'unseen.jpg', 'lost.jpg', 'law.pdf'].map((name, index) => ({
      id: 30 + index,
      type: 'attachment',
      status: 'inherit',
      attachmentUrl: photo(name),
    })),
    { id: 40, type: 'wp_block', content: '<p>نص مشترك</p><!-- wp:block {"ref":41} /-->' },
    { id: 41, type: 'wp_block', content: '<p>داخل المشترك</p>' },
    { id: 42, type: 'wp_block', content: '<p>لا يظهر</p>' },
  ];

  it('says what became of each of them', async () => {
    const tally = await tallyOf(items, { missing: [photo('lost.jpg')] });
    expect(rowsOf(tally, 'articles')).toEqual([
      'post came 1',
      'post came draft 1',
      'post came scheduled 1',
      'post changed password 1',
      'post changed pending 1',
      'post changed private 1',
      'post left auto-draft 1',
      'post left trash 1',
      'post left unknown-status 1',
    ]);
    expect(rowsOf(tally, 'pages')).toEqual(['page came 1', 'page left trash 1']);
    expect(rowsOf(tally, 'others')).toEqual([
      'video left other-type 2',
      'opinion left other-type 1',
      'revision left system 1',
    ]);
    expect(rowsOf(tally, 'menu-entries')).toEqual(['left menu 1']);
    expect(rowsOf(tally, 'shared-blocks')).toEqual(['changed in-bodies 2', 'left not-named 1']);
    expect(rowsOf(tally, 'sections')).toEqual([
      'came 1',
      'ثقافة changed as-tag 1',
      'Uncategorized left uncategorized 1',
    ]);
    expect(rowsOf(tally, 'tags')).toEqual(['came 1', 'left nameless 1', 'left not-named 1']);
    expect(rowsOf(tally, 'terms')).toEqual([
      'nav_menu left menu 1',
      'place left other-taxonomy 2',
      'post_format left system 1',
    ]);
    expect(rowsOf(tally, 'authors')).toEqual(['came 2']);
    expect(rowsOf(tally, 'comments')).toEqual([
      'came 1',
      'changed undated-comment 1',
      'left not-a-comment 1',
      'left on-draft 1',
      'left on-left 1',
      'left on-page 1',
      'left pingback 1',
      'left spam 1',
      'left trashed-comment 1',
      'left unapproved 1',
      'left unreadable-comment 2',
    ]);
    expect(rowsOf(tally, 'fields')).toEqual([
      '_thumbnail_id came 1',
      '_yoast_wpseo_metadesc came 1',
      '_yoast_wpseo_canonical left canonical 1',
      'mood left empty-field 1',
      'length left of-left 1',
      'mood left of-left 1',
      'layout left of-page 1',
      'subtitle left other-field 1',
      '_edit_lock left own-field 1',
    ]);
    expect(rowsOf(tally, 'pins')).toEqual(['left pinned 1']);
  });

  it('counts what is in the bodies, and the files that could be fetched', async () => {
    const tally = await tallyOf(items, { missing: [photo('lost.jpg')] });
    expect(rowsOf(tally, 'media')).toEqual(['came 1', 'left not-an-image 1', 'left not-fetched 1', 'left not-shown 1']);
    expect(rowsOf(tally, 'images')).toEqual(['came 3', 'left missing-image 1']);
    expect(rowsOf(tally, 'links')).toEqual(['came 1', 'left dead-link 1']);
    expect(rowsOf(tally, 'embeds')).toEqual(['youtube came 1', 'map.example changed as-link 1']);
    expect(rowsOf(tally, 'shortcodes')).toEqual(['gallery came 1', 'box left shortcode 1']);
    expect(rowsOf(tally, 'blocks')).toEqual(['calendar left block 1']);
    expect(rowsOf(tally, 'programs')).toEqual(['script left program 1']);
  });

  it('names the authors and the sections that did not come as such', async () => {
    const tally = await tallyOf([{ id: 1, creator: 'nour' }]);
    expect(rowsOf(tally, 'authors')).toEqual(['came 1', 'سامي كريم left not-named 1']);
  });

  it('counts what several files of an export have in common', async () => {
    const [one, two] = await Promise.all([parseExport([{ id: 1 }, { id: 2 }]), parseExport([{ id: 2 }, { id: 3 }])]);
    const { tally } = composeNewsroom(readNewsroom(joinExports([one, two])), nothing);
    expect(rowsOf(tally, 'articles')).toEqual(['post came 3']);
    expect(rowsOf(tally, 'repeated')).toEqual(['left repeated 1']);
  });

  it('tells another fate of what the newsroom has asked for', async () => {
    const fields = { subtitle: 'kicker', 'taxonomy:place': 'tags' };
    const tally = await tallyOf(items, { types: ['video'], fields });
    expect(rowsOf(tally, 'articles')).toContain('video came 1');
    expect(rowsOf(tally, 'articles')).toContain('video came draft 1');
    expect(rowsOf(tally, 'others')).toEqual(['opinion left other-type 1', 'revision left system 1']);
    expect(rowsOf(tally, 'fields')).toContain('subtitle came 1');
    expect(rowsOf(tally, 'terms')).toContain('place changed as-field 1');
    expect(rowsOf(tally, 'terms')).toContain('place left not-named 1');
  });

  it('counts an article that was deleted here after an earlier import, and its comments, as left out', async () => {
    const source = readNewsroom(await parseExport([{ id: 1, comments: [{ id: 1, content: 'شكرًا' }] }]));
    const { entries } = composeNewsroom(source, nothing);
    const records = new Map(entries.map(({ record }) => [`${record.site} ${record.key}`, { ...record, digest: '' }]));
    const { tally } = composeNewsroom(source, { ...nothing, records });
    expect(rowsOf(tally, 'articles')).toEqual(['post left deleted-here 1']);
    expect(rowsOf(tally, 'comments')).toEqual(['left on-left 1']);
  });
});

describe('the tally of any export', () => {
  const few = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { maxLength: 3 });
  const named = (...names: string[]) =>
    fc
      .uniqueArray(fc.constantFrom(...names), { maxLength: 2 })
      .map((chosen) => Object.fromEntries(chosen.map((name) => [name, name])));
  const comment = fc.record({
    content: fc.constantFrom('شكرًا', '', '<p></p>', '\u200b', 'نص\nآخر'),
    approved: fc.constantFrom('1', '0', 'spam', 'trash'),
    type: fc.constantFrom('', 'comment', 'pingback', 'rating'),
    date: fc.constantFrom('', '0000-00-00 00:00:00', '2022-02-01 10:00:00'),
  });
  const item = fc.record({
    type: fc.constantFrom(
      'post',
      'page',
      'video',
      'opinion',
      'attachment',
      'wp_block',
      'nav_menu_item',
      'revision',
      'guest-author',
    ),
    status: fc.constantFrom(
      'publish',
      'draft',
      'pending',
      'private',
      'future',
      'trash',
      'auto-draft',
      'inherit',
      'odd',
    ),
    password: fc.constantFrom('', 'سر'),
    creator: fc.constantFrom('nour', 'sami@old.example', 'unlisted', ''),
    sticky: fc.boolean(),
    categories: named('محليات', 'ثقافة', 'uncategorized', 'video'),
    tags: named('ماء', 'نيل', '!!'),
    terms: few(
      fc.record({
        taxonomy: fc.constantFrom('place', 'author', 'post_format'),
        slug: fc.constantFrom('a', 'cap-nour', 'cap-x'),
        name: fc.constant('اسم'),
      }),
    ),
    meta: fc.dictionary(
      fc.constantFrom('subtitle', 'mood', '_edit_lock', '_yoast_wpseo_metadesc', '_thumbnail_id', '_wp_old_slug'),
      fc.constantFrom('', 'نص', '30', '%%title%%', 'a:1:{i:0;}'),
    ),
    excerpt: fc.constantFrom('', 'مقتطف'),
    date: fc.constantFrom('2022-01-13 08:30:00', '0000-00-00 00:00:00', '2099-01-01 00:00:00'),
    comments: few(comment),
  });
  const items = fc.array(item, { maxLength: 8 }).map((all) =>
    all.map(
      (one, index): WrittenItem => ({
        ...one,
        id: index + 1,
        comments: one.comments.map((written, place) => ({ ...written, id: index * 10 + place + 1 })),
        ...(one.type === 'attachment' && { attachmentUrl: photo(`${index}.jpg`) }),
      }),
    ),
  );
  /** How often a text occurs in an export. */
  const count = (text: string, searched: RegExp) => [...text.matchAll(searched)].length;

  it('adds up to what the text of the export holds', async () => {
    await fc.assert(
      fc.asyncProperty(items, fc.subarray(['video', 'opinion']), fc.boolean(), async (written, types, isMapped) => {
        const tally = await tallyOf(written, {
          types,
          ...(isMapped && { fields: { subtitle: 'kicker', mood: 'tags', 'taxonomy:place': 'section' } }),
        });
        const text = writeExport(written, channel);
        const sums = new Map(sumByKind(tally).map((sum) => [sum.kind, sum]));
        const total = (...kinds: TallyRow['kind'][]) =>
          kinds.reduce((all, kind) => all + (sums.get(kind)?.total ?? 0), 0);
        const profiles = count(text, /<wp:post_type>guest-author</g);
        expect(total('articles', 'pages', 'others', 'menu-entries', 'shared-blocks', 'media') + profiles).toBe(
          count(text, /<item>/g),
        );
        // A comment that has no date of its own is told with its article.
        const undated = tally.find(({ reason }) => reason === 'undated-comment')?.count ?? 0;
        expect(undated).toBeLessThanOrEqual(count(text, /<wp:comment_date_gmt>(?!2)/g));
        expect(total('comments')).toBe(count(text, /<wp:comment>/g));
        expect(total('fields')).toBe(count(text, /<wp:postmeta>/g));
        expect(total('pins')).toBe(
          count(text, /<wp:is_sticky>1</g) -
            written.filter(({ type, sticky }) => type === 'attachment' && sticky).length,
        );
        // The channel lists one category, one tag and one place.
        const slugs = [...text.matchAll(/<category domain="(?!author)(\w+)" nicename="([^"]+)"/g)].map(
          ([, taxonomy, slug]) => `${taxonomy} ${slug}`,
        );
        const listed = [`category ${encodeURIComponent('محليات').toLowerCase()}`, 'post_tag unused', 'place luxor'];
        expect(total('sections', 'tags', 'terms')).toBe(new Set([...slugs, ...listed]).size);
        for (const { total: all, came, changed, left } of sums.values()) {
          expect(came + changed + left).toBe(all);
          expect(Math.min(came, changed, left)).toBeGreaterThanOrEqual(0);
        }
        for (const { fate, reason } of tally) if (fate !== 'came') expect(reason).toBeDefined();
      }),
      { seed: 24, numRuns: 150 },
    );
  });
});
