import { oldAddress } from '../../schema/old-addresses.ts';
import { aliasesOf, writePath } from './addresses.ts';
import type { SourceNewsroom } from './source.ts';

/** Whoever had old addresses: an article, a page, a section, an author, a tag or the site's feed. */
export interface FormerOwner {
  /** Unique among all owners. */
  owner: string;
  /** URLs or paths of the old site. */
  addresses: readonly string[];
  /** Its own path on the new site, which is no alias; undefined for the site's feed. */
  path?: string;
}

/** The old paths of one owner, as they are written in its file, and those that lead nowhere. */
export interface AssignedAliases {
  aliases: string[];
  /** Paths that are the new site's own. */
  reserved: string[];
  /** Paths at which no file can be published. */
  unusable: string[];
}

/**
 * Assigns each old path to its first owner: it may have belonged to several, but the build refuses it as alias of two.
 * @param owners in the order of their claims
 * @param isReserved whether a path is one of the new site's own
 */
export function assignAliases(
  owners: readonly FormerOwner[],
  source: SourceNewsroom,
  siteUrl: string,
  isReserved: (path: string) => boolean,
): Map<string, AssignedAliases> {
  const taken = new Set<string>();
  const assigned = new Map<string, AssignedAliases>();
  for (const { owner, addresses, path } of owners) {
    const own: AssignedAliases = { aliases: [], reserved: [], unusable: [] };
    assigned.set(owner, own);
    for (const alias of aliasesOf(addresses, source, siteUrl)) {
      const key = keyOf(alias);
      if (taken.has(key) || key === keyOf(path ?? '')) continue;
      const written = writePath(alias);
      if (isReserved(alias)) own.reserved.push(alias);
      else if (!oldAddress.safeParse(written).success) own.unusable.push(alias);
      else {
        taken.add(key);
        own.aliases.push(written);
      }
    }
  }
  return assigned;
}

/** Returns the same key for all paths that a host serves from one file. */
function keyOf(path: string): string {
  return path.normalize('NFC').replace(/\/(?:index\.html)?$/, '');
}
