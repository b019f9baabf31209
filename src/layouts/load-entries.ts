import { showOriginals } from '../components/article/show-originals.ts';
import { unlink } from '../components/article/unlink.ts';
import { placeEntry, withoutRegions } from '../markdown/entry-anchors.ts';
import type { ShownEntry } from '../model/live.ts';
import { loadBody } from './load-body.ts';

/** An entry of live coverage with the HTML of its body. */
export type LoadedEntry = ShownEntry & { html: string };

/** The entries of a page of live coverage, and what their bodies need. */
export interface LoadedEntries {
  entries: LoadedEntry[];
  summary?: LoadedEntry;
  hasVerse: boolean;
  hasEmbeds: boolean;
  hasTables: boolean;
}

/** Loads the bodies of entries, and makes them fit the page. */
export async function loadEntries(entries: readonly ShownEntry[], summary?: ShownEntry): Promise<LoadedEntries> {
  const pinned = summary && { ...summary, id: `${summary.id}--pinned` };
  const loaded = await Promise.all([...entries, ...(pinned ? [pinned] : [])].map(loadEntry));
  const shown = loaded.map(({ entry }) => entry);
  return {
    entries: shown.slice(0, entries.length),
    ...(pinned && { summary: shown.at(-1) as LoadedEntry }),
    hasVerse: loaded.some(({ hasVerse }) => hasVerse),
    hasEmbeds: loaded.some(({ hasEmbeds }) => hasEmbeds),
    hasTables: loaded.some(({ hasTables }) => hasTables),
  };
}

async function loadEntry(
  entry: ShownEntry,
): Promise<{ entry: LoadedEntry; hasVerse: boolean; hasEmbeds: boolean; hasTables: boolean }> {
  const body = await loadBody(entry.body);
  if (!('html' in body)) throw new Error(`${entry.body.file} has no HTML: entries are Markdown.`);
  const { hasVerse, hasEmbeds, hasTables } = body;
  const shown = showOriginals(unlink(body.html, body.expiredLinks), body.originals);
  const place = { anchor: entry.id, url: entry.coverageUrl, level: entry.title === undefined ? 2 : 3 };
  const html = placeEntry(withoutRegions(shown), place);
  return { entry: { ...entry, html }, hasVerse, hasEmbeds, hasTables };
}
