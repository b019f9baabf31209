import type { Cache } from '../library/cache/cache.ts';
import { tagAuthority } from '../model/urls.ts';
import type { Site } from '../schema/site.ts';

/** Whom a site is built for: its readers, those who try a change at another address, or editors who see drafts. */
export type Audience = 'readers' | 'staging' | 'editors';

/** What is remembered of the last build into an output directory. */
interface LastBuild {
  audience: Audience;
  /** Who vouched for the ids in feeds when they last changed with the owner's knowledge, or for the first time. */
  tagAuthority?: string;
}

export interface BuildMemory {
  /** Undefined if no build is remembered. */
  audience: Audience | undefined;
  /** Who vouched for the ids in feeds before a move that has changed them, unless a setting says who does. */
  lostAuthority(site: Site): string | undefined;
  /**
   * Remembers a build. For other readers than those of the paper it must be called before anything is written: a build
   * that is killed half-way leaves its pages.
   */
  remember(site: Site): void;
}

export function openBuildMemory(cache: Cache, outputDirectory: string): BuildMemory {
  const table = cache.table<LastBuild>('last-build', outputDirectory);
  const last = table.get('last');
  const lostAuthority = (site: Site) => {
    const isKept = audienceOf(site) !== 'readers' || site.feeds.tagAuthority !== undefined;
    return isKept || last?.tagAuthority === tagAuthority(site) ? undefined : last?.tagAuthority;
  };
  return {
    audience: last?.audience,
    lostAuthority,
    remember(site) {
      const audience = audienceOf(site);
      const authority = audience === 'readers' ? (lostAuthority(site) ?? tagAuthority(site)) : last?.tagAuthority;
      table.set('last', { audience, ...(authority !== undefined && { tagAuthority: authority }) });
    },
  };
}

/** Only a preview for editors is not indexed at the address of the site itself. */
function audienceOf({ indexed, stagingOf }: Site): Audience {
  if (indexed) return 'readers';
  return stagingOf === undefined ? 'editors' : 'staging';
}
