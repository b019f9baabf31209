import { searchFolder } from '../lib/paths.ts';
import type { Cache, CacheTable } from '../library/cache/cache.ts';
import type { Library } from '../library/types.ts';
import { articlePath, standalonePath } from '../model/urls.ts';
import { commandStrings } from '../strings/commands.ts';
import { type BrokenLink, collectLinks, findBrokenLinks, type PageLinks } from './page-links.ts';
import { outputFile, pagePath } from './publish/output.ts';
import type { PreparedOutput } from './publish/publish.ts';

interface KeptLinks {
  /**
   * Digest of the page that the links were read from. It no longer matches if a build was killed after writing the page
   * but before storing its links.
   */
  digest: string;
  ids: string[];
  references: string[];
}

/** Reads the links of pages that are made, in the process that makes them, and keeps them in the cache. */
export interface LinkReader {
  /** Reads the links of a page that was made; `file` is output-relative, `digest` that of its bytes. */
  read(file: string, html: Uint8Array, digest: string): void;
  /** Stores what was read. Tells whether a page has lost an anchor since the last call. */
  keep(): boolean;
}

/** Caches the links of every page, so that a build reads only the links of pages that it makes. */
export interface LinkCheck extends Pick<LinkReader, 'read'> {
  /** Notes that a page which another process has read has lost an anchor. */
  noteLostAnchor(): void;
  /**
   * Finds broken links in the output as it will be. If no file and no anchor was removed since the last successful build, only
   * pages that have changed since then can have any. `isElsewhere` tells paths that are answered without a file.
   * `judged` are the pages whose links have been judged already: those of `public/`, which may lead out of the site.
   * `notices` are the pages of withdrawn articles, whose anchors old links may still name.
   */
  find(
    output: PreparedOutput,
    isElsewhere?: (path: string) => boolean,
    judged?: ReadonlySet<string>,
    notices?: ReadonlySet<string>,
  ): BrokenLink[];
}

const pagesPerTransaction = 256;

/** `isSettled` tells whether the previous build was successful. */
export interface LinkSource {
  outputDirectory: string;
  siteUrl: string;
  isSettled: boolean;
}

function openLinks(cache: Cache, { outputDirectory, siteUrl }: LinkSource): CacheTable<KeptLinks> {
  return cache.table('links', `${outputDirectory}\n${siteUrl}`);
}

export function openLinkReader(cache: Cache, source: LinkSource): LinkReader {
  const table = openLinks(cache, source);
  const fresh = new Map<string, KeptLinks>();
  let hasLostAnchor = false;
  const store = () =>
    cache.transaction(() => {
      for (const [file, links] of fresh) table.set(file, links);
      fresh.clear();
    });
  return {
    read(file, html, digest) {
      const { ids, references } = collectLinks(
        Buffer.from(html.buffer, html.byteOffset, html.length).toString(),
        source.siteUrl,
      );
      hasLostAnchor ||= source.isSettled && (table.get(file)?.ids ?? []).some((id) => !ids.has(id));
      fresh.set(file, { digest, ids: [...ids], references });
      if (fresh.size >= pagesPerTransaction) store();
    },
    keep() {
      store();
      const hasLost = hasLostAnchor;
      hasLostAnchor = false;
      return hasLost;
    },
  };
}

/** Opens the link check of an output. It checks all links if the previous build was not successful. */
export function openLinkCheck(cache: Cache, source: LinkSource): LinkCheck {
  const { siteUrl, isSettled } = source;
  const table = openLinks(cache, source);
  const reader = openLinkReader(cache, source);
  let hasLostAnchor = false;

  const load = (file: string, output: PreparedOutput): PageLinks => {
    const kept = table.get(file);
    if (kept && kept.digest === output.digestOf(file)) return { ids: new Set(kept.ids), references: kept.references };
    return collectLinks(output.read(file).toString('utf8'), siteUrl);
  };
  function* linksOf(files: readonly string[], output: PreparedOutput): Generator<[page: string, links: PageLinks]> {
    for (const file of files) yield [pagePath(file), load(file, output)];
  }

  return {
    read: reader.read,
    noteLostAnchor() {
      hasLostAnchor = true;
    },

    find(output, isElsewhere = () => false, judged = new Set(), notices = new Set()) {
      const { changes, sizes } = output;
      hasLostAnchor = reader.keep() || hasLostAnchor;
      cache.transaction(() => {
        for (const [file, change] of changes) if (change === 'removed') table.delete(file);
      });
      const hasLostTarget = [...changes].some(([file, change]) => change === 'removed' && isLinked(file));
      const looked = isSettled && !hasLostTarget && !hasLostAnchor ? [...changes.keys()] : [...sizes.keys()];
      const isPage = (file: string) => file.endsWith('.html') && !judged.has(file);
      const pages = looked.filter((file) => isPage(file) && changes.get(file) !== 'removed');
      const isAnswered = (address: string) => sizes.has(outputFile(address)) || isElsewhere(address);
      const idsOf = (page: string): ReadonlySet<string> | undefined => {
        const file = outputFile(page);
        if (notices.has(page)) return undefined;
        return file.endsWith('.html') ? load(file, output).ids : undefined;
      };
      return findBrokenLinks(linksOf(pages, output), isAnswered, idsOf, siteUrl);
    },
  };
}

/**
 * Whether pages can link to a file. They never link to the search index, whose files change with every edit: scripts
 * find these through its manifest.
 */
function isLinked(file: string): boolean {
  return !file.startsWith(`${searchFolder}/`);
}

/** Formats the Arabic report, which names the content file of a page, or the page's path if it has no such file. */
export function reportBrokenLinks(broken: readonly BrokenLink[], { articles, pages, site }: Library): string {
  const sources = new Map([
    ...articles.map((article): [string, string] => [articlePath(article, site), article.file]),
    ...pages.map((page): [string, string] => [standalonePath(page.slug), page.file]),
  ]);
  const lines = broken.map(({ page, reference, reason }) => {
    const place = sources.get(page) ?? page;
    return reason === 'no-page'
      ? commandStrings.build.brokenLink(place, reference)
      : commandStrings.build.brokenFragment(place, reference);
  });
  return [...lines, commandStrings.build.brokenLinks(broken.length)].join('\n');
}
