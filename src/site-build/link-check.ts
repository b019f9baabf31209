import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digestBytes } from '../lib/digest.ts';
import { searchFolder } from '../lib/paths.ts';
import type { Cache } from '../library/cache/cache.ts';
import type { Library } from '../library/types.ts';
import { articlePath, standalonePath } from '../model/urls.ts';
import { commandStrings } from '../strings/commands.ts';
import { type BrokenLink, collectLinks, findBrokenLinks, type PageLinks } from './page-links.ts';
import type { Change, Ledger } from './publish/ledger.ts';
import { outputFile, pagePath } from './publish/output.ts';

interface KeptLinks {
  /** Digest of the page that they were read from: a killed build may have written the page but not its links. */
  digest: string;
  ids: string[];
  references: string[];
}

/** Keeps the links of every page, so that a build reads those of the pages that it makes only. */
export interface LinkCheck {
  /** Reads the links of a page that was made; `file` is output-relative. */
  read(file: string, html: Uint8Array): void;
  /**
   * Finds broken links. If no page and no anchor has gone since the last build that ended well, only pages that changed since then
   * (`changes`) can have any. `files` is every file of the output.
   */
  find(changes: ReadonlyMap<string, Change>, files: readonly string[]): BrokenLink[];
}

const pagesPerTransaction = 256;

/** Opens the link check of an output. It checks all links if the build before this one did not end well. */
export function openLinkCheck(cache: Cache, outputDirectory: string, origin: string, ledger: Ledger): LinkCheck {
  const { isSettled } = ledger;
  const table = cache.table<KeptLinks>('links', `${outputDirectory}\n${origin}`);
  const fresh = new Map<string, PageLinks & { digest: string }>();
  let hasLostAnchor = false;

  const keep = () =>
    cache.transaction(() => {
      for (const [file, links] of fresh) table.set(file, { ...links, ids: [...links.ids] });
      fresh.clear();
    });
  const load = (file: string): PageLinks => {
    const kept = table.get(file);
    if (kept && kept.digest === ledger.entries.get(file)?.digest)
      return { ids: new Set(kept.ids), references: kept.references };
    return collectLinks(readFileSync(path.join(outputDirectory, file), 'utf8'), origin);
  };
  function* linksOf(files: readonly string[]): Generator<[page: string, links: PageLinks]> {
    for (const file of files) yield [pagePath(file), load(file)];
  }

  return {
    read(file, html) {
      const links = collectLinks(Buffer.from(html).toString('utf8'), origin);
      hasLostAnchor ||= isSettled && (table.get(file)?.ids ?? []).some((id) => !links.ids.has(id));
      fresh.set(file, { ...links, digest: digestBytes(html) });
      if (fresh.size >= pagesPerTransaction) keep();
    },

    find(changes, files) {
      keep();
      cache.transaction(() => {
        for (const [file, change] of changes) if (change === 'removed') table.delete(file);
      });
      const hasLostTarget = [...changes].some(([file, change]) => change === 'removed' && isLinked(file));
      const looked = isSettled && !hasLostTarget && !hasLostAnchor ? [...changes.keys()] : files;
      const pages = looked.filter((file) => file.endsWith('.html') && changes.get(file) !== 'removed');
      const isAnswered = (address: string) => ledger.entries.has(outputFile(address));
      const idsOf = (page: string): ReadonlySet<string> | undefined => {
        const file = outputFile(page);
        return file.endsWith('.html') ? load(file).ids : undefined;
      };
      return findBrokenLinks(linksOf(pages), isAnswered, idsOf, origin);
    },
  };
}

/** No page links to the search index: scripts find its files, which change with every edit, through its manifest. */
function isLinked(file: string): boolean {
  return !file.startsWith(`${searchFolder}/`);
}

/** The report for the author, which names the content file of a page if it has one. */
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
