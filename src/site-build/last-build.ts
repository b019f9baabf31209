import type { Cache } from '../library/cache/cache.ts';
import { tagAuthority } from '../model/urls.ts';
import type { Site } from '../schema/site.ts';

/** Whom a site is built for: its readers, those who try a change at another address, or editors who see drafts. */
export type Audience = 'readers' | 'staging' | 'editors';

/** What is remembered of the last build into an output directory. */
interface LastBuild {
  audience: Audience;
  /** The address that the site was built for. */
  url: string;
}

export interface BuildMemory {
  /** Undefined if no build is remembered. */
  audience: Audience | undefined;
  /** The address that the last build was for. */
  url: string | undefined;
  /** Who vouched for the ids in feeds before a move that has changed them, unless a setting says who does. */
  lostAuthority(site: Site): string | undefined;
  /**
   * Remembers a build. For other readers than those of the paper it must be called before the first file of the output
   * changes, when nothing can be refused any more: a build that is killed half-way leaves its pages.
   */
  remember(site: Site): void;
}

const tableVersion = '1';
const authorityKey = 'site';

export function openBuildMemory(cache: Cache, outputDirectory: string): BuildMemory {
  const builds = cache.table<LastBuild>('last-build', tableVersion);
  // Who vouched for the ids in feeds when they last changed with the owner's knowledge, or for the first time. Readers
  // know the site by one of its output directories, whichever it is.
  const authorities = cache.table<string>('tag-authority', tableVersion);
  const known = authorities.get(authorityKey);
  const last = builds.get(outputDirectory);
  const lostAuthority = (site: Site) => {
    const isKept = audienceOf(site) !== 'readers' || site.feeds.tagAuthority !== undefined;
    return isKept || known === tagAuthority(site) ? undefined : known;
  };
  return {
    audience: last?.audience,
    url: last?.url,
    lostAuthority,
    remember(site) {
      const audience = audienceOf(site);
      builds.set(outputDirectory, { audience, url: site.url });
      if (audience === 'readers') authorities.set(authorityKey, lostAuthority(site) ?? tagAuthority(site));
    },
  };
}

/** Only a preview for editors is not indexed at the address of the site itself. */
function audienceOf({ indexed, stagingOf }: Site): Audience {
  if (indexed) return 'readers';
  return stagingOf === undefined ? 'editors' : 'staging';
}
