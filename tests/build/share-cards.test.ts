import path from 'node:path';
import { parseDocument } from 'htmlparser2';
import sharp from 'sharp';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type BuiltSite, buildSite } from '../support/build-site.ts';
import { markdown, referenceSite } from '../support/newsroom.ts';

const nextYear = new Date(Date.now() + 365 * 24 * 60 * 60 * 1000).toISOString();
const future = markdown(
  { title: 'خبر لم يحن وقته', author: 'huda', date: nextYear, category: 'world', id: 'w8n4c' },
  'متن.',
);

describe('the share cards of a site', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite({ ...referenceSite, 'articles/later.md': future });
  });

  it('do not fail the build', () => {
    expect([site.output, site.exitCode]).toEqual([expect.any(String), 0]);
  });

  it('exist for each page, in the size that the page declares', async () => {
    const pages = site.files().filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) {
      const said = head(site.read(page));
      const file = new URL(said.get('og:image') ?? '').pathname.slice(1);
      expect(site.exists(file), page).toBe(true);
      expect(said.get('twitter:card'), page).toBe('summary_large_image');
      expect(said.get('og:image:alt'), page).toBeTruthy();
      const { width, height } = await sharp(path.join(site.directories.outputDirectory, file)).metadata();
      expect([String(width), String(height)], page).toEqual([said.get('og:image:width'), said.get('og:image:height')]);
    }
  });

  it('are a photo if the article has one, and drawn otherwise', () => {
    expect(head(site.read('k7q3m/index.html')).get('og:image')).toMatch(
      /^https:\/\/sada\.example\/_images\/\w+-social\.jpg$/,
    );
    const drawn = head(site.read('m4t9x/index.html'));
    expect(drawn.get('og:image')).toMatch(/^https:\/\/sada\.example\/_cards\/\w+\.png$/);
    expect(drawn.get('og:image:alt')).toBe('كيف بُني الجسر القديم؟');
  });

  it('are one for the site and one each for two sections, two authors and two articles, and none for a future article', () => {
    expect(site.files().filter((file) => file.startsWith('_cards/'))).toHaveLength(7);
  });
});

test('a site that turns share cards off has none', async () => {
  const site = await buildSite({
    ...referenceSite,
    'site.yaml': `${referenceSite['site.yaml']}share-cards: none\n`,
  });
  expect(site.exitCode).toBe(0);
  expect(site.files().filter((file) => file.startsWith('_cards/'))).toEqual([]);
  const plain = head(site.read('m4t9x/index.html'));
  expect(plain.has('og:image')).toBe(false);
  expect(plain.get('twitter:card')).toBe('summary');
});

/** Returns the values of the `meta` elements, by `property` or `name`. */
function head(html: string): Map<string, string> {
  const said = new Map<string, string>();
  const visit = (nodes: ReturnType<typeof parseDocument>['children']) => {
    for (const node of nodes) {
      if (!('attribs' in node)) continue;
      const { property, name, content } = node.attribs;
      const key = property ?? name;
      if (node.name === 'meta' && key !== undefined && content !== undefined) said.set(key, content);
      visit(node.children);
    }
  };
  visit(parseDocument(html).children);
  return said;
}
