import { decodePart } from '../../lib/decode-path.ts';
import type { WordPressItem } from './export.ts';

/**
 * Returns the addresses at which the old site answered for an item: the current one, those with its previous slugs, and
 * the one with its id, which always works.
 */
export function addressesOf({ id, link, fields, type }: WordPressItem, siteUrl: string): string[] {
  const byId = `${siteUrl}/?${type === 'page' ? 'page_id' : 'p'}=${id}`;
  if (!URL.canParse(link) || new URL(link).search !== '') return [byId];
  const former = fields.filter(({ key, value }) => key === '_wp_old_slug' && value.trim() !== '');
  const renamed = former.map(({ value }) =>
    link.replace(/[^/]+(\/?)$/, (_last, slash: string) => encodeURIComponent(decodePart(value.trim())) + slash),
  );
  return [...new Set([link, ...renamed, byId])];
}

/** Returns the addresses of the pages that WordPress made of a post's attachments. */
export function addressesOfAttachments(attachments: readonly WordPressItem[], siteUrl: string): string[] {
  return attachments.flatMap(({ id, link }) => [
    ...(URL.canParse(link) ? [link] : []),
    `${siteUrl}/?attachment_id=${id}`,
  ]);
}

/** Returns the addresses of archives by year, from the dates of posts. */
export function yearAddresses(posts: readonly WordPressItem[], siteUrl: string): string[] {
  const years = posts.map(({ date }) => date.slice(0, 4)).filter((year) => /^[12]\d{3}$/.test(year));
  return [...new Set(years)].sort().map((year) => `${siteUrl}/${year}/`);
}

/**
 * Returns the addresses that WordPress answers like this one: without what it adds for parts of an article, for other
 * views of it and for sections above a section; or the address of the article whose id is in the query.
 */
export function likeAddresses(url: URL): string[] {
  const { pathname, searchParams, origin } = url;
  const home = pathname.replace(/\/?(?:index\.php)?$/, '/');
  const byId = ['p', 'page_id', 'cat', 'author', 'tag', 'attachment_id'].flatMap((name) => {
    const id = searchParams.get(name);
    return id === null ? [] : [`${origin}${home}?${name}=${id}`];
  });
  const path = pathname.replace(/\/{2,}/g, '/').replace(/\/index\.php(?=\/|$)/, '');
  const whole = path.replace(/\/(?:amp|embed|trackback|comment-page-\d+|page\/\d+|\d+)\/?$/, '/');
  const ofDate = /^(.*\/\d{4}\/)\d{2}\/(?:\d{2}\/)?$/.exec(whole)?.[1];
  const paths = [path, whole, ...(ofDate === undefined ? [] : [ofDate])].flatMap((one) => [
    one,
    one.replace(/(\/category)\/.*(?=\/[^/]+\/?$)/, '$1'),
  ]);
  const feeds = /\/feed(?:\/(?:atom|rss2?|rdf))?\/?$/.test(path)
    ? [origin + path.replace(/(\/feed)\/.*$/, '$1/'), `${origin}/feed/`]
    : [];
  return [...byId, ...paths.filter((one) => one !== '/' || url.search === '').map((one) => origin + one), ...feeds];
}
