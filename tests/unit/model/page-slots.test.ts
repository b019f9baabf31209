import { describe, expect, it, test } from 'vitest';
import type { Library } from '../../../src/library/types.ts';
import { type PagePlace, partsOfSlots, slotsOf, withSlots } from '../../../src/model/page-slots.ts';
import { articlePaths, authorPaths, categoryPaths, standalonePaths } from '../../../src/model/static-paths.ts';
import { parseSlot } from '../../../src/schema/slot-html.ts';
import { parseSlots, type SlotName, slotNames } from '../../../src/schema/slots.ts';
import { article, library, site } from '../../support/library.ts';

const sections = new Map(['world', 'culture'].map((id) => [id, id]));

function withFiles(files: Partial<Record<SlotName, string>>, settings = '', url = site.url): Library {
  const parsed = parseSlots(settings, slotNames, sections);
  const slots = Object.entries(files).map(([written, html]) => {
    const name = written as SlotName;
    const { problems: _, ...slot } = parseSlot(name, html, parsed.settings[name].origins, url);
    return { ...slot, name, settings: parsed.settings[name] };
  });
  return library([article(1, { wordCount: 300 }), article(2, { category: 'culture' })], {
    slots,
    site: { ...site, url },
  });
}

const shownIn = (slots: Library, place: PagePlace) => Object.keys(slotsOf(slots, place));

describe('a slot is on the pages that its settings name', () => {
  it.each<[settings: string, places: string[]]>([
    ['', ['articles', 'front', 'lists', 'pages', 'other']],
    ['footer:\n  pages: articles', ['articles']],
    ['footer:\n  pages: [front, lists]', ['front', 'lists']],
    ['footer:\n  sections: world', ['articles']],
    ['footer:\n  except-sections: world', ['front', 'lists', 'pages', 'other']],
  ])('%j: %j', (settings, places) => {
    const whole = withFiles({ footer: '<p>نص</p>' }, settings);
    const all: PagePlace[] = [
      { kind: 'articles', section: 'world' },
      ...(['front', 'lists', 'pages', 'other'] as const).map((kind) => ({ kind })),
    ];
    expect(all.filter((place) => shownIn(whole, place).length > 0).map(({ kind }) => kind)).toEqual(places);
  });

  it('between paragraphs only in articles of enough words', () => {
    const whole = withFiles({ 'in-article': '<p>نص</p>' });
    const place: PagePlace = { kind: 'articles', section: 'world' };
    expect([250, 249].map((wordCount) => Object.keys(slotsOf(whole, place, article(1, { wordCount }))))).toEqual([
      ['in-article'],
      [],
    ]);
  });
});

test('what begins with the root of the site gets the base path', () => {
  const { footer } = slotsOf(withFiles({ footer: '<a href="/about/">نص</a>' }, '', 'https://a.example/news'), {
    kind: 'front',
  });
  expect(footer?.html).toBe('<a href="/news/about/">نص</a>');
});

test('the policy has the hashes of styles as browsers read them, with the base path', () => {
  const written = '<style>a{b:url(/a.png)}</style><p style="b:url(&quot;/a.png&quot;)">نص</p>';
  const whole = withFiles({ footer: written }, '', 'https://a.example/news');
  expect(slotsOf(whole, { kind: 'front' }).footer?.html).toBe(written.replaceAll('/a.png', '/news/a.png'));
  const { styles, styleAttributes } = partsOfSlots(whole);
  expect([styles, styleAttributes]).toEqual([['a{b:url(/news/a.png)}'], ['b:url("/news/a.png")']]);
});

test('the policy allows the style that keeps the room of a slot', () => {
  const whole = withFiles({ footer: '<p>نص</p>' }, 'footer:\n  height: { phone: 100, desktop: 90 }');
  const style =
    '.slot-footer>.slot-content{min-block-size:100px}@media (width>=48rem){.slot-footer>.slot-content{min-block-size:90px}}';
  expect(slotsOf(whole, { kind: 'front' }).footer?.style).toBe(style);
  expect(partsOfSlots(whole).styles).toEqual([style]);
});

describe('page keys', () => {
  const keysOf = (whole: Library) => ({
    articles: articlePaths(whole).map(({ cacheKey }) => cacheKey),
    sections: categoryPaths(whole).map(({ cacheKey }) => cacheKey),
    authors: authorPaths(whole, 'الكتّاب').map(({ cacheKey }) => cacheKey),
    pages: standalonePaths(whole).map(({ cacheKey }) => cacheKey),
  });
  const changed = (settings: string, name: SlotName) => {
    const keysWith = (html: string) => keysOf(withFiles({ [name]: html }, settings));
    const [before, after] = [keysWith('<p>أ</p>'), keysWith('<p>ب</p>')];
    const countChanged = (key: 'articles' | 'sections' | 'authors') =>
      before[key].filter((one, index) => one !== after[key][index]).length;
    return {
      articles: countChanged('articles'),
      sections: countChanged('sections'),
      authors: countChanged('authors'),
    };
  };

  it.each<[settings: string, name: SlotName, keys: Record<string, number>]>([
    ['', 'footer', { articles: 2, sections: 2, authors: 2 }],
    ['footer:\n  sections: culture', 'footer', { articles: 1, sections: 1, authors: 0 }],
    ['', 'in-article', { articles: 1, sections: 0, authors: 0 }],
    ['', 'front-sidebar', { articles: 0, sections: 0, authors: 0 }],
  ])('%j: a change of %s changes the keys of the pages that show it', (settings, name, keys) => {
    expect(changed(settings, name)).toEqual(keys);
  });

  it('stay as they are without slots', () => {
    expect(withSlots('key', {})).toBe('key');
  });
});
