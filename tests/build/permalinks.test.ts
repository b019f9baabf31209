import { parseDocument } from 'htmlparser2';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite } from '../support/build-site.ts';
import { markdown, referenceSite } from '../support/newsroom.ts';

const title = 'ما بعد الجسر: أسئلة مفتوحة';
const address = '/2022/01/ما-بعد-الجسر/';
const canonical = `https://sada.example${encodeURI(address)}`;

describe('permalink: readable', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite({
      ...referenceSite,
      'site.yaml': `${referenceSite['site.yaml']}permalink: readable\n`,
      'articles/2022/01/ما-بعد-الجسر.md': markdown(
        {
          title,
          author: 'huda',
          date: '2022-01-31T23:30:00+02:00',
          category: 'world',
          id: 'w8n4c',
          summary: 'ملخص قصير.',
          image: { src: 'bridge.svg', alt: 'جسر' },
          aliases: ['/old/2022/after/'],
        },
        'متن المقال.',
      ),
    });
  });

  it('builds', () => {
    expect([site.output, site.exitCode]).toEqual([expect.any(String), 0]);
  });

  it('makes the URL of an article from its year, its month in the time zone of the site, and its file name', () => {
    expect(site.exists(`${address.slice(1)}index.html`)).toBe(true);
    expect(links(site.read('index.html'))).toContain(address);
  });

  it.each([
    ['the short link', 'w8n4c/index.html'],
    ['an alias', 'old/2022/after/index.html'],
  ])('turns %s into a stub that redirects to the article and has the same metadata', (_, file) => {
    const stub = head(site.read(file));
    const article = head(site.read(`${address.slice(1)}index.html`));
    expect(stub.get('canonical')).toBe(canonical);
    expect(stub.get('refresh')).toBe(`0; url=${encodeURI(address)}`);
    expect(stub.get('og:title')).toBe(title);
    for (const name of ['og:title', 'og:description', 'og:image', 'og:url', 'og:type', 'twitter:card', 'description']) {
      expect(stub.get(name), name).toBeDefined();
      expect(stub.get(name), name).toBe(article.get(name));
    }
    expect(links(site.read(file))).toContain(address);
  });

  it('keeps the short link for sharing', () => {
    const page = site.read(`${address.slice(1)}index.html`);
    expect(head(page).get('shortlink')).toBe('https://sada.example/w8n4c/');
    expect(page).toContain('value="https://sada.example/w8n4c/"');
  });

  it('lists the article in the feed and the sitemap by its permalink only', () => {
    for (const file of ['rss.xml', 'sitemap-2022-01.xml']) {
      expect(site.read(file), file).toContain(canonical);
      expect(site.read(file), file).not.toContain('https://sada.example/w8n4c/<');
      expect(site.read(file), file).not.toContain('/old/2022/after/');
    }
  });
});

interface Element {
  name?: string;
  attribs?: Record<string, string>;
  children?: Element[];
}

function elements(html: string): Element[] {
  const all: Element[] = [];
  const visit = (node: Element) => {
    if (node.attribs) all.push(node);
    for (const child of node.children ?? []) visit(child);
  };
  visit(parseDocument(html) as unknown as Element);
  return all;
}

/** Returns the decoded targets of all links on a page. */
function links(html: string): string[] {
  return elements(html).flatMap(({ name, attribs: { href } = {} }) => (name === 'a' && href ? [decodeURI(href)] : []));
}

/** Returns the values of the `meta` and `link` elements, by `name`, `property`, `http-equiv` or `rel`. */
function head(html: string): Map<string, string> {
  const said = new Map<string, string>();
  for (const { name: tag, attribs = {} } of elements(html)) {
    const { property, name, 'http-equiv': directive, rel, content, href } = attribs;
    const key = property ?? name ?? directive ?? rel;
    const value = tag === 'meta' ? content : tag === 'link' ? href : undefined;
    if (key && value !== undefined && !said.has(key)) said.set(key, value);
  }
  return said;
}
