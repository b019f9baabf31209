/** Pagefind's own interface, as far as it is used here: https://pagefind.app/docs/api/ */
export interface PagefindInstance {
  options(options: Record<string, unknown>): Promise<void>;
  search(query: string, options?: PagefindQuery): Promise<PagefindAnswer>;
  filters(): Promise<FilterCounts>;
}

export interface PagefindQuery {
  filters?: Record<string, unknown>;
  sort?: Record<string, 'asc' | 'desc'>;
}

/** How many articles there are by filter and value. */
export type FilterCounts = Record<string, Record<string, number>>;

export interface PagefindAnswer {
  results: PagefindResult[];
  filters: FilterCounts;
  totalFilters: FilterCounts;
}

export interface PagefindResult {
  id: string;
  score: number;
  /** The numbers of the words that matched. */
  words: number[];
  data(): Promise<PagefindFragment>;
}

export interface PagefindFragment {
  url: string;
  excerpt: string;
  raw_content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

interface PagefindModule {
  createInstance(options: Record<string, unknown>): PagefindInstance;
}

/**
 * Opens every part of the index at `base` (`/pagefind/`), newest first; none where nothing is published. `attempt` counts
 * the failures before: browsers remember that an address failed to load as a module, so that another try needs another one.
 * Rejects where the network fails.
 */
export async function openParts(base: string, attempt = 0): Promise<PagefindInstance[]> {
  const script = `${base}engine/pagefind.js${attempt === 0 ? '' : `?${attempt}`}`;
  const [{ createInstance }, parts] = await Promise.all([
    import(/* @vite-ignore */ script) as Promise<PagefindModule>,
    listParts(base),
  ]);
  const open = async ({ name, key }: ListedPart): Promise<PagefindInstance> => {
    const instance = createInstance({ basePath: `${base}${name}/`, metaCacheTag: key, noWorker: true });
    await instance.options({ ranking: {} });
    return instance;
  };
  const [newest, ...older] = parts;
  if (newest === undefined) return [];
  // The parts share one WebAssembly, which the first of them loads; two at once would load two, and one lose its memory.
  const first = await open(newest);
  return [first, ...(await Promise.all(older.map(open)))];
}

interface ListedPart {
  name: string;
  key: string;
}

async function listParts(base: string): Promise<ListedPart[]> {
  const response = await fetch(`${base}parts.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const { parts }: { parts: ListedPart[] } = await response.json();
  return parts;
}
