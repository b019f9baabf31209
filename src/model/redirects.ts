import type { Article, Library } from '../library/types.ts';
import { articlePath } from './urls.ts';

/** An old address of the site and the address that it redirects to; both are decoded paths. */
export interface Redirect {
  from: string;
  to: string;
}

/** The old addresses of an article (`aliases`), with the folder instead of its `index.html`. */
export function oldAddresses({ aliases }: Pick<Article, 'aliases'>): string[] {
  return aliases.map((alias) => alias.replace(/\/index\.html$/, '/'));
}

/** The redirects from every old address, those of the newest articles first. */
export function findRedirects({ articles, site }: Pick<Library, 'articles' | 'site'>): Redirect[] {
  return articles.flatMap((article) => {
    const to = articlePath(article, site);
    return oldAddresses(article).map((from) => ({ from, to }));
  });
}
