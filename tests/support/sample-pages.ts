import { isShortId } from '../../src/lib/short-id.ts';
import type { BuiltSite } from './build-site.ts';

/** The paths of one page of each kind and of all articles of the sample site, found in its output. */
export interface SamplePages {
  front: string;
  articles: string[];
  category: string;
  author: string;
  tag: string;
  series: string;
  month: string;
  corrections: string;
  /** The notice in the place of an article. */
  withdrawn: string;
  search: string;
  /** A path without a page. */
  missing: string;
}

export function findSamplePages(site: BuiltSite): SamplePages {
  const pages = site
    .files()
    .filter((file) => file.endsWith('/index.html'))
    .map((file) => `/${file.replace(/index\.html$/, '')}`);
  const first = (pattern: RegExp): string => {
    const found = pages.find((page) => pattern.test(page));
    if (found === undefined) throw new Error(`The sample site has no page like ${pattern}`);
    return found;
  };
  const atShortLinks = pages.filter((page) => isShortId(page.slice(1, -1)));
  const isWithdrawn = (page: string) => !site.read(`${page.slice(1)}index.html`).includes('<article class="article"');
  return {
    front: '/',
    articles: atShortLinks.filter((page) => !isWithdrawn(page)),
    category: first(/^\/c\/[^/]+\/$/),
    author: first(/^\/a\/[^/]+\/$/),
    tag: first(/^\/t\/[^/]+\/$/),
    series: first(/^\/s\/[^/]+\/$/),
    month: first(/^\/\d{4}\/\d{2}\/$/),
    corrections: '/corrections/',
    withdrawn: atShortLinks.find(isWithdrawn) ?? first(/^$/),
    search: '/search/',
    missing: '/ليس-هنا/',
  };
}
