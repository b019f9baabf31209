import type { PagefindInstance, PagefindModule } from './pagefind-api.ts';

/** A part of the index as `parts.json` lists it: a Pagefind bundle with the articles of some span of time. */
interface ListedPart {
  name: string;
  /** A hash of the part's contents, which tells a fresh part from a cached one. */
  key: string;
  articles: number;
}

export interface OpenPart extends ListedPart {
  /** The address of its bundle. */
  base: string;
  instance: PagefindInstance;
}

export interface OpenIndex {
  /** Newest first; none when nothing is published. */
  parts: OpenPart[];
  /** Whether words are indexed as codes (`encodeWord`); otherwise only Pagefind's own analysis can find them. */
  isCoded: boolean;
  /** The site's own groups of spellings of names. */
  aliases: string[][];
}

/** `parts.json` in the index. */
interface Manifest {
  /** The key of the bundle that holds Pagefind's scripts. */
  engine: string;
  parts: ListedPart[];
  aliases?: string[][];
}

/**
 * Imports Pagefind's script from its address. Node cannot import from addresses, so tests pass a function of their own.
 */
export type ImportPagefind = (address: string) => Promise<PagefindModule>;

export const importPagefind: ImportPagefind = (address) => import(/* @vite-ignore */ address);

/**
 * Opens every part of the index at `base` (`/pagefind/`, or a whole URL). Rejects when the network fails. `attempt` is
 * the number of failures before: browsers remember that a module failed to load from an address, so a retry needs
 * another address.
 */
export async function openIndex(base: string, importScript: ImportPagefind, attempt = 0): Promise<OpenIndex> {
  const [{ createInstance }, { engine, parts, aliases = [] }, records] = await Promise.all([
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
  // This bundle loads the WebAssembly that all parts use, so it is opened before them: see decision 10.
  if (parts.length > 0) await open(`${base}engine/`, engine);
  const openParts = parts.map(async (part): Promise<OpenPart> => {
    const address = `${base}${part.name}/`;
    return { ...part, base: address, instance: await open(address, part.key) };
  });
  return { parts: await Promise.all(openParts), isCoded, aliases };
}

/** Reads `parts.json` of the index at `base`. Rejects when the network fails. */
export function readManifest(base: string): Promise<Manifest> {
  return readJson(`${base}parts.json`);
}

async function readJson<Value>(address: string): Promise<Value> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
