import type { Library } from '../library/types.ts';
import { isExpired } from './expired-links.ts';
import { findById } from './find-by-id.ts';
import { articlePath, frontPagePath, hrefOf, hrefTo } from './urls.ts';

/** An alert as the breaking bar shows it. */
export interface ShownAlert {
  text: string;
  href?: string;
  /** ISO 8601 in UTC. */
  until: string;
}

/**
 * Composes the alerts that hold at the moment of the build, in the order of `breaking.yaml`. One that leads to what has
 * expired has no link.
 */
export function composeAlerts(library: Library): ShownAlert[] {
  const { breaking, articles, site } = library;
  return (breaking?.holding ?? []).map(({ text, article: id, url, until }) => {
    const article = id === undefined ? undefined : findById(articles, id);
    const shown = url !== undefined && isExpired(url, frontPagePath, library) ? undefined : url;
    const href = article ? hrefTo(articlePath(article, site), site) : shown && hrefOf(shown, site);
    return { text, ...(href !== undefined && { href }), until };
  });
}
