import type { Article, Library } from '../library/types.ts';
import { articlePath } from './urls.ts';

/** A redirect from an old path of the site to a current one; both are decoded. */
export interface Redirect {
  from: string;
  to: string;
}

/** Returns the old paths of an article (`aliases`), with the folder instead of its `index.html`. */
export function oldAddresses({ aliases }: Pick<Article, 'aliases'>): string[] {
  return aliases.map((alias) => alias.replace(/\/index\.html$/, '/'));
}

/** Returns the redirects from all aliases, those of the newest articles first. */
export function findRedirects({ articles, site }: Pick<Library, 'articles' | 'site'>): Redirect[] {
  return articles.flatMap((article) => {
    const to = articlePath(article, site);
    return oldAddresses(article).map((from) => ({ from, to }));
  });
}
