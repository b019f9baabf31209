import type { Site } from '../schema/site.ts';

/** What a run shows of a site besides what the settings say. */
export interface Showing {
  /** The address that the site is built for; default: `url` in `site.yaml`. */
  siteUrl?: string | undefined;
  /** The site is built for a trial, though its address is not known. */
  isStaging?: boolean | undefined;
  /** Drafts and future articles are shown to editors: nothing of the site is for search engines. */
  isPreview?: boolean | undefined;
}

/**
 * Returns the settings of the site as a run shows it. For a trial, or for another address than its own, it is a staging
 * site: search engines must not index it, nobody is told of what is new there, and the ids in its feeds are those of the real site.
 */
export function shownSite(
  site: Site,
  { siteUrl = site.url, isStaging = siteUrl !== site.url, isPreview = false }: Showing,
): Site {
  const shown = isStaging ? stageAt(siteUrl, site) : site;
  return isPreview ? { ...shown, indexed: false } : shown;
}

function stageAt(url: string, site: Site): Site {
  const { hub: _hub, ...feeds } = site.feeds;
  return {
    ...site,
    url,
    stagingOf: site.url,
    indexed: false,
    feeds: { ...feeds, tagAuthority: feeds.tagAuthority ?? new URL(site.url).hostname },
    announce: {},
  };
}
