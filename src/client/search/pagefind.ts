/** Pagefind's own interface, as far as it is used here: https://pagefind.app/docs/api/ */
export interface PagefindInstance {
  options(options: Record<string, unknown>): Promise<void>;
  /** `null` finds everything. */
  search(query: string | null, options?: PagefindQuery): Promise<PagefindAnswer>;
  filters(): Promise<Record<string, Record<string, number>>>;
}

export interface PagefindQuery {
  filters?: Record<string, unknown>;
  sort?: Record<string, 'asc' | 'desc'>;
}

export interface PagefindAnswer {
  results: PagefindResult[];
}

export interface PagefindResult {
  id: string;
  score: number;
  /** The numbers of the words of the content that matched. */
  words: number[];
  matchedMetaFields?: string[];
  data(): Promise<PagefindFragment>;
}

export interface PagefindFragment {
  url: string;
  content: string;
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/** A part of the index as `parts.json` names it. */
export interface ListedPart {
  name: string;
  /** Of its contents: tells a fresh part from a cached one. */
  key: string;
  articles: number;
}

export interface OpenPart extends ListedPart {
  /** The address of its bundle. */
  base: string;
  instance: PagefindInstance;
}

export interface OpenIndex {
  /** Newest first; none where nothing is published. */
  parts: OpenPart[];
  /** Whether words are indexed in codes; otherwise Pagefind's own analysis is all there is. */
  isCoded: boolean;
  /** The site's own groups of spellings of names. */
  aliases: string[][];
}

export interface PagefindModule {
  createInstance(options: Record<string, unknown>): PagefindInstance;
}

/** `parts.json` in the index. */
export interface Manifest {
  /** The key of the engine's bundle. */
  engine: string;
  parts: ListedPart[];
  aliases?: string[][];
}

/** Loads Pagefind's script; only browsers import from addresses. */
export type LoadScript = (address: string) => Promise<PagefindModule>;

export const importScript: LoadScript = (address) => import(/* @vite-ignore */ address);

/**
 * Opens every part of the index at `base` (`/pagefind/`, or a whole address). `attempt` counts the failures before: browsers
 * remember that an address failed to load as a module, so that another try needs another one. Rejects where the network fails.
 */
export async function openIndex(base: string, loadScript: LoadScript, attempt = 0): Promise<OpenIndex> {
  const [{ createInstance }, { engine, parts, aliases = [] }, records] = await Promise.all([
    loadScript(`${base}engine/pagefind.js${attempt === 0 ? '' : `?${attempt}`}`),
    readManifest(base),
    readJson<'coded' | 'plain'>(`${base}engine/records.json`),
  ]);
  const isCoded = records === 'coded';
  const open = async (address: string, key: string): Promise<PagefindInstance> => {
    const instance = createInstance({ basePath: address, baseUrl: '/', metaCacheTag: key, noWorker: true });
    await instance.options({ exactDiacritics: isCoded, ranking: {} });
    return instance;
  };
  // The engine's own bundle loads the WebAssembly, and the parts wait for it: see decision 10.
  if (parts.length > 0) await open(`${base}engine/`, engine);
  const openParts = parts.map(async (part): Promise<OpenPart> => {
    const address = `${base}${part.name}/`;
    return { ...part, base: address, instance: await open(address, part.key) };
  });
  return { parts: await Promise.all(openParts), isCoded, aliases };
}

/** Rejects where the network fails. */
export function readManifest(base: string): Promise<Manifest> {
  return readJson(`${base}parts.json`);
}

async function readJson<Value>(address: string): Promise<Value> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
