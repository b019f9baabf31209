import type { PagefindInstance, PagefindModule } from './pagefind-api.ts';

/** A part of the index as `parts.json` lists it: a Pagefind bundle with the articles of some span of time. */
interface ListedPart {
  name: string;
  /** A hash of the part's content. Requests carry it, so that browsers do not use cached files of an earlier part. */
  key: string;
  articles: number;
}

export interface OpenPart extends ListedPart {
  /** The URL of its bundle. */
  base: string;
  instance: PagefindInstance;
}

export interface OpenIndex {
  /** Newest first; empty when nothing is published. */
  parts: OpenPart[];
  /** Whether words are indexed as codes (`encodeWord`); otherwise only Pagefind's own analysis can find them. */
  isCoded: boolean;
  /** Groups of spellings of the same name, from the site's settings. */
  aliases: string[][];
  /** The URLs of the files with entities, in the order of `entityFileOf`. */
  entities: string[];
}

/** `parts.json` in the index. */
interface Manifest {
  /** The key of the bundle that holds Pagefind's scripts. */
  engine: string;
  parts: ListedPart[];
  aliases?: string[][];
  /** The names of the files with entities. */
  entities?: string[];
}

/** Imports Pagefind's script from its URL. Node cannot import from URLs, so tests pass a function of their own. */
export type ImportPagefind = (address: string) => Promise<PagefindModule>;

export const importPagefind: ImportPagefind = (address) => import(/* @vite-ignore */ address);

/**
 * Opens every part of the index at `base` (`/pagefind/`, or a whole URL). Rejects when the network fails. `attempt` is
 * the number of earlier attempts that failed: browsers remember that a module could not be loaded from a URL, so a
 * retry needs another URL.
 */
export async function openIndex(base: string, importScript: ImportPagefind, attempt = 0): Promise<OpenIndex> {
  const [{ createInstance }, { engine, parts, aliases = [], entities = [] }, records] = await Promise.all([
    importScript(`${base}engine/pagefind.js${attempt === 0 ? '' : `?${attempt}`}`),
    readManifest(base),
    readJson<'coded' | 'plain'>(`${base}engine/records.json`),
  ]);
  const isCoded = records === 'coded';
  const open = async (address: string, key: string): Promise<PagefindInstance> => {
    const instance = createInstance({ basePath: address, baseUrl: '/', metaCacheTag: key, noWorker: true });
    await instance.options({ exactDiacritics: isCoded, ranking: {} });
    return instance;
  };
  // The engine's bundle loads the WebAssembly that all parts use, so it is opened before them: see decision 10.
  if (parts.length > 0) await open(`${base}engine/`, engine);
  const openParts = parts.map(async (part): Promise<OpenPart> => {
    const address = `${base}${part.name}/`;
    return { ...part, base: address, instance: await open(address, part.key) };
  });
  const entityFiles = entities.map((name) => `${base}entities/index/${name}.json`);
  return { parts: await Promise.all(openParts), isCoded, aliases, entities: entityFiles };
}

/** Reads `parts.json` of the index at `base`. Rejects when the network fails. */
export function readManifest(base: string): Promise<Manifest> {
  return readJson(`${base}parts.json`);
}

async function readJson<Value>(address: string): Promise<Value> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw response;
  return response.json();
}
