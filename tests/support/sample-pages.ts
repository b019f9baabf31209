import { isShortId } from '../../src/lib/short-id.ts';
import type { BuiltSite } from './build-site.ts';

/** The addresses of one page of each kind, and of all articles, in whatever the sample site holds. */
export interface SamplePages {
  front: string;
  articles: string[];
  category: string;
  author: string;
  tag: string;
  month: string;
  search: string;
  /** An address where nothing is. */
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
  return {
    front: '/',
    articles: pages.filter((page) => isShortId(page.slice(1, -1))),
    category: first(/^\/c\/[^/]+\/$/),
    author: first(/^\/a\/[^/]+\/$/),
    tag: first(/^\/t\/[^/]+\/$/),
    month: first(/^\/\d{4}\/\d{2}\/$/),
    search: '/search/',
    missing: '/ليس-هنا/',
  };
}
