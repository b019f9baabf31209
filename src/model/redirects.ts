import type { Article, Library } from '../library/library.ts';
import { articlePath } from './urls.ts';

/** An address that the site had once, and the one that its readers are sent to: decoded paths. */
export interface Redirect {
  from: string;
  to: string;
}

/** Where an article was once; what a server shows for a folder is the folder's address. */
export function oldAddresses({ aliases }: Pick<Article, 'aliases'>): string[] {
  return aliases.map((alias) => alias.replace(/\/index\.html$/, '/'));
}

/** From every old address, those of the newest articles first. */
export function findRedirects({ articles, site }: Pick<Library, 'articles' | 'site'>): Redirect[] {
  return articles.flatMap((article) => {
    const to = articlePath(article, site);
    return oldAddresses(article).map((from) => ({ from, to }));
  });
}
