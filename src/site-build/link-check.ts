import { digestBytes } from '../lib/digest.ts';
import { searchFolder } from '../lib/paths.ts';
import type { Cache } from '../library/cache/cache.ts';
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

/** Caches the links of every page, so that a build reads only the links of pages that it makes. */
export interface LinkCheck {
  /** Reads the links of a page that was made; `file` is output-relative. */
  read(file: string, html: Uint8Array): void;
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

/** Opens the link check of an output. It checks all links if the previous build was not successful. */
export function openLinkCheck(cache: Cache, outputDirectory: string, siteUrl: string, isSettled: boolean): LinkCheck {
  const table = cache.table<KeptLinks>('links', `${outputDirectory}\n${siteUrl}`);
  const fresh = new Map<string, PageLinks & { digest: string }>();
  let hasLostAnchor = false;

  const keep = () =>
    cache.transaction(() => {
      for (const [file, links] of fresh) table.set(file, { ...links, ids: [...links.ids] });
      fresh.clear();
    });
  const load = (file: string, output: PreparedOutput): PageLinks => {
    const kept = table.get(file);
    if (kept && kept.digest === output.digestOf(file)) return { ids: new Set(kept.ids), references: kept.references };
    return collectLinks(output.read(file).toString('utf8'), siteUrl);
  };
  function* linksOf(files: readonly string[], output: PreparedOutput): Generator<[page: string, links: PageLinks]> {
    for (const file of files) yield [pagePath(file), load(file, output)];
  }

  return {
    read(file, html) {
      const links = collectLinks(Buffer.from(html).toString('utf8'), siteUrl);
      hasLostAnchor ||= isSettled && (table.get(file)?.ids ?? []).some((id) => !links.ids.has(id));
      fresh.set(file, { ...links, digest: digestBytes(html) });
      if (fresh.size >= pagesPerTransaction) keep();
    },

    find(output, isElsewhere = () => false, judged = new Set(), notices = new Set()) {
      const { changes, sizes } = output;
      keep();
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
