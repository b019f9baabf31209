import { type ImageServiceName, servesAt } from '../lib/image-services.ts';
import type { Site } from '../schema/site.ts';

/** What a run shows of a site besides what the settings say. */
export interface Showing {
  /** The address that the site is built for; default: `url` in `site.yaml`. */
  siteUrl?: string | undefined;
  /** The site is built for a trial, though its address is not known. */
  isStaging?: boolean | undefined;
  /** Drafts and future articles are shown to editors: nothing of the site is for search engines. */
  isPreview?: boolean | undefined;
  /** No service makes sizes of pictures on the machine where the site is shown: the program does. */
  isLocal?: boolean | undefined;
}

/**
 * Returns the settings of the site as a run shows it. For a trial, or for another address than its own, it is a staging
 * site: search engines must not index it, nobody is told of what is new there, and the ids in its feeds are those of the real site.
 */
export function shownSite(
  site: Site,
  { siteUrl = site.url, isStaging = siteUrl !== site.url, isPreview = false, isLocal = false }: Showing,
): Site {
  const shown = isStaging ? withReachableImages(stageAt(siteUrl, site), siteUrl === site.url) : site;
  const { service: _, ...images } = shown.images;
  return { ...shown, ...(isPreview && { indexed: false }), ...(isLocal && { images }) };
}

/**
 * Returns a staging site whose pictures can be seen: whole, if their service does not answer at the address of the site,
 * or cannot fetch them because nobody knows it.
 */
function withReachableImages(site: Site, isAddressUnknown: boolean): Site {
  const { service } = site.images;
  const isReachable =
    service === undefined ||
    (isAddressUnknown ? worksAnywhere.includes(service.name) : servesAt(service.name, new URL(site.url).hostname));
  return isReachable ? site : { ...site, images: { ...site.images, service: { name: 'none-but-originals' } } };
}

/** The services that answer wherever their host shows a site. */
const worksAnywhere: readonly ImageServiceName[] = ['netlify', 'vercel', 'none-but-originals'];

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
