import type { Article, Library } from '../library/types.ts';
import { findMovedFeeds, findMovedPages } from './former-names.ts';
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

/**
 * Returns the redirects from all old paths, in the order in which a host that allows only some gets them: first the
 * pages and feeds of what was renamed, which are few, then the newest articles, last the numbered pages of lists.
 */
export function findRedirects(library: Library): Redirect[] {
  const { articles, withdrawn, site } = library;
  const [numbered, first] = divide(findMovedPages(library), ({ number }) => number !== undefined);
  const ofArticles = [...articles, ...withdrawn].flatMap((article) => {
    const to = articlePath(article, site);
    return oldAddresses(article).map((from) => ({ from, to }));
  });
  const bare = ({ from, to }: Redirect): Redirect => ({ from, to });
  return [...first.map(bare), ...findMovedFeeds(library).map(bare), ...ofArticles, ...numbered.map(bare)];
}

function divide<Item>(items: readonly Item[], fits: (item: Item) => boolean): [fitting: Item[], others: Item[]] {
  return [items.filter(fits), items.filter((item) => !fits(item))];
}
