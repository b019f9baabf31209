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
  const [pagefind, { engine, parts, aliases = [], entities = [] }] = await Promise.all([
    importScript(`${base}engine/pagefind.js${attempt === 0 ? '' : `?${attempt}`}`),
    readManifest(base),
  ]);
  const isCoded = pagefind.records === 'coded';
  const addressOf = ({ name }: ListedPart): string => `${base}${name}/`;
  if (isCoded) answerOpening(pagefind, `${base}engine/wasm.unknown.pagefind?${engine}`, parts, addressOf);
  const open = async (address: string, key: string): Promise<PagefindInstance> => {
    const instance = pagefind.createInstance({ basePath: address, baseUrl: '/', metaCacheTag: key, noWorker: true });
    await instance.options({ exactDiacritics: isCoded, ranking: {} });
    return instance;
  };
  // What is opened first loads the WebAssembly that all parts use: see decision 10.
  if (!isCoded && parts.length > 0) await open(`${base}engine/`, engine);
  const openPart = async (part: ListedPart): Promise<OpenPart> => {
    const address = addressOf(part);
    return { ...part, base: address, instance: await open(address, part.key) };
  };
  const newest = await Promise.all(parts.slice(0, 1).map(openPart));
  const older = await Promise.all(parts.slice(1).map(openPart));
  const entityFiles = entities.map((name) => `${base}entities/index/${name}.json`);
  return { parts: [...newest, ...older], isCoded, aliases, entities: entityFiles };
}

/** What stands for WebAssembly that is loaded already: the signature that Pagefind expects, and nothing. */
const noBinary = 'pagefind_dcd\n';

/**
 * Answers what Pagefind asks for when it opens parts of coded records, so that it sends no requests for what is known:
 * entries are made of `parts.json`, and only the first part loads the WebAssembly. The lists of all parts are requested
 * now, beside the WebAssembly, and not one stage later.
 */
function answerOpening(
  { answers, version }: PagefindModule,
  binary: string,
  parts: readonly ListedPart[],
  addressOf: (part: ListedPart) => string,
): void {
  const entry = { version, languages: { arb: { hash: 'arb' } } };
  for (const [index, part] of parts.entries()) {
    const { key } = part;
    const address = addressOf(part);
    const listAddress = `${address}pagefind.arb.pf_meta`;
    const list = fetch(`${listAddress}?${key}`);
    // Pagefind hears of a failure when it asks for the answer, which it may not do if another part has failed before.
    list.catch(() => undefined);
    answers.set(`${address}pagefind-entry.json?ts=${key}`, () => new Response(JSON.stringify(entry)));
    answers.set(listAddress, () => list);
    answers.set(`${address}wasm.unknown.pagefind`, () => (index === 0 ? fetch(binary) : new Response(noBinary)));
  }
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
