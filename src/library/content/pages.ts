import { compareOrder, compareText } from '../../lib/compare.ts';
import type { PageMatter } from '../../schema/page.ts';
import type { LibraryOptions, StandalonePage } from '../types.ts';
import { formatOf } from './bodies.ts';
import { fileId } from './content-files.ts';
import { digestOf, type IndexedFile, type Texts } from './texts.ts';

/** Composes the standalone pages, sorted by `order`, then by slug. */
export function composePages(texts: Texts, options: LibraryOptions): StandalonePage[] {
  return shownPages(texts, options)
    .map(({ file, entry }) => ({
      ...withoutAliases(entry.parsed.matter as PageMatter),
      slug: fileId(file),
      file,
      format: formatOf(file),
      digest: digestOf(entry),
      excerpt: entry.body?.excerpt ?? '',
      bodyImages: Object.keys(entry.body?.media.images ?? {}),
      bodyFiles: entry.body?.files ?? [],
      bodyEmbeds: entry.body?.embeds ?? [],
      references: entry.body?.references ?? [],
    }))
    .sort((a, b) => compareOrder(a, b) || compareText(a.slug, b.slug));
}

/** Returns the files of the standalone pages that the site has. */
export function shownPages({ pages }: Texts, { includeUnpublished }: LibraryOptions): IndexedFile<'page'>[] {
  return pages.filter(
    ({ entry: { parsed } }) => parsed.matter.title !== undefined && (includeUnpublished || !parsed.matter.draft),
  );
}

function withoutAliases({ aliases: _, ...matter }: PageMatter): Omit<PageMatter, 'aliases'> {
  return matter;
}
