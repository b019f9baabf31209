import type { Library } from '../library/types.ts';
import { oldAddresses } from './redirects.ts';
import { articlePath, shortPath } from './urls.ts';

/**
 * Returns the id of the article by every path at which it can be read: its short link, its permalink and its aliases.
 * Where the page of one article is the alias of another, the page wins.
 */
export function findArticleAddresses({ articles, site }: Library): Map<string, string> {
  const ids = new Map<string, string>();
  for (const article of articles) for (const old of oldAddresses(article)) ids.set(old, article.id);
  for (const article of articles) {
    ids.set(shortPath(article.id), article.id);
    ids.set(articlePath(article, site), article.id);
  }
  return ids;
}
