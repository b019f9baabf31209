import type { Library } from '../library/types.ts';
import { findById } from './find-by-id.ts';
import { articlePath, hrefOf, hrefTo } from './urls.ts';

/** An alert as the breaking bar shows it. */
export interface ShownAlert {
  text: string;
  href?: string;
  /** ISO 8601 in UTC. */
  until: string;
}

/** Composes the alerts that hold at the moment of the build, in the order of `breaking.yaml`. */
export function composeAlerts({ breaking, articles, site }: Library): ShownAlert[] {
  return (breaking?.holding ?? []).map(({ text, article: id, url, until }) => {
    const article = id === undefined ? undefined : findById(articles, id);
    const href = article ? hrefTo(articlePath(article, site), site) : url && hrefOf(url, site);
    return { text, ...(href !== undefined && { href }), until };
  });
}
