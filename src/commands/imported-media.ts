import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import pRetry from 'p-retry';
import { decodePart } from '../lib/decode-path.ts';
import { isPhotograph } from '../lib/file-types.ts';
import { encodeStrayPercents } from '../lib/written-urls.ts';
import { writeWhole } from '../library/atomic-file.ts';
import { measureImage } from '../library/images/image-encoding.ts';
import { commandStrings } from '../strings/commands.ts';
import { CommandFailure } from './run-command.ts';

export interface MediaFetching {
  contentDirectory: string;
  /** A copy of WordPress's `wp-content/uploads`. Files in it are not downloaded. */
  uploads?: string;
  /** Files of the source itself, by their addresses. */
  localFiles?: ReadonlyMap<string, string>;
  /** Whether only what is at hand is taken, and nothing is downloaded or copied. */
  isSkipped?: boolean;
  onProgress(done: number, total: number): void;
  /** How long to wait for a file, and before it is asked for again. */
  patience?: Patience;
}

interface Patience {
  /** Until a host begins to answer, and between two pieces of its answer. */
  timeoutMs: number;
  retryMs: number;
}

export interface FetchedMedia {
  /** URLs that could not be fetched, or do not lead to what their names say. */
  missing: Set<string>;
  /** How many files were not asked for any more, by hosts that did not answer. */
  silent: Map<string, number>;
}

const concurrency = 4;
const usualPatience: Patience = { timeoutMs: 15_000, retryMs: 500 };
const retries = 2;
/** After so many files in a row without an answer, or with answers that it is busy, a host is not asked any more. */
const mostSilences = 5;
/** GitHub refuses larger files. */
const mostBytes = 100 * 1024 * 1024;

/**
 * Fetches files into a content directory, except for those that exist. Throws a `CommandFailure` before anything is
 * written if `uploads` has none of them: it is another folder than the one that is meant.
 * @param files URLs, by file relative to the content directory
 */
export async function fetchMedia(files: ReadonlyMap<string, string>, options: MediaFetching): Promise<FetchedMedia> {
  const { contentDirectory, uploads, isSkipped = false } = options;
  if (isSkipped) {
    const absent = [...files].filter(([file]) => !existsSync(path.join(contentDirectory, file)));
    return { missing: new Set(absent.map(([, address]) => address)), silent: new Map() };
  }
  if (uploads !== undefined) await refuseOtherFolder(uploads, [...files.values()]);
  const missing = new Set<string>();
  const hosts = createHosts(options.patience ?? usualPatience);
  const limit = pLimit(concurrency);
  let done = 0;
  const fetchOne = async (file: string, address: string): Promise<void> => {
    const absolute = path.join(contentDirectory, file);
    if (!existsSync(absolute)) {
      const bytes = await read(address, options, hosts);
      if (bytes && (await isWhatItSays(file, bytes))) {
        await writeWhole(absolute, bytes);
      } else missing.add(address);
    }
    done += 1;
    options.onProgress(done, files.size);
  };
  await Promise.all([...files].map(([file, address]) => limit(fetchOne, file, address)));
  return { missing, silent: hosts.silent };
}

async function refuseOtherFolder(uploads: string, addresses: readonly string[]): Promise<void> {
  const wanted = addresses.filter((address) => nameInUploads(address) !== undefined);
  for (const address of wanted) if (await findUpload(address, uploads)) return;
  const [example] = wanted;
  if (example !== undefined)
    throw new CommandFailure(commandStrings.importer.otherUploads(uploads, nameInUploads(example) ?? ''));
}

async function read(address: string, options: MediaFetching, hosts: Hosts): Promise<Uint8Array | undefined> {
  const own = options.localFiles?.get(address);
  if (own !== undefined) return readFile(own).catch(() => undefined);
  const upload = options.uploads === undefined ? undefined : await findUpload(address, options.uploads);
  return upload === undefined ? hosts.download(address) : readFile(upload).catch(() => undefined);
}

/** Whether bytes are what the name of a file says: an image that browsers show, or no page in place of a file. */
async function isWhatItSays(file: string, bytes: Uint8Array): Promise<boolean> {
  if (isPhotograph(file) || /\.svg$/i.test(file)) return 'width' in (await measureImage(bytes));
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  return bytes.length > 0 && !/^<(?:!doctype html|html|head|body)\b/.test(start);
}

function nameInUploads(address: string): string | undefined {
  const [, name] = /\/wp-content\/uploads\/([^?#]+)/.exec(address) ?? [];
  return name === undefined ? undefined : decodePart(encodeStrayPercents(name));
}

/** Finds a file in a copy of the uploads folder, whose names may have another Unicode form. It never lies outside of it. */
async function findUpload(address: string, uploads: string): Promise<string | undefined> {
  const name = nameInUploads(address);
  if (name === undefined) return undefined;
  const root = await realpath(uploads).catch(() => undefined);
  for (const form of new Set([name, name.normalize('NFC'), name.normalize('NFD'), encodeURI(name)])) {
    const file = await realpath(path.resolve(uploads, form)).catch(() => undefined);
    if (file !== undefined && root !== undefined && file.startsWith(root + path.sep)) return file;
  }
  return undefined;
}

/** Downloads files, and gives hosts up that do not answer. */
interface Hosts {
  silent: Map<string, number>;
  download(address: string): Promise<Uint8Array | undefined>;
}

function createHosts({ timeoutMs, retryMs }: Patience): Hosts {
  const silences = new Map<string, number>();
  const silent = new Map<string, number>();
  return {
    silent,
    async download(address) {
      const { host } = new URL(address);
      if ((silences.get(host) ?? 0) >= mostSilences) {
        silent.set(host, (silent.get(host) ?? 0) + 1);
        return undefined;
      }
      try {
        const bytes = await pRetry(() => request(address, timeoutMs), {
          retries,
          minTimeout: retryMs,
          // A host that hangs would be waited for once more, and a server that is busy answers soon.
          shouldRetry: ({ error }) => error instanceof BusyServer,
        });
        silences.set(host, 0);
        return bytes;
      } catch {
        silences.set(host, (silences.get(host) ?? 0) + 1);
        return undefined;
      }
    },
  };
}

class BusyServer extends Error {
  override readonly name = 'BusyServer';
}

/** Returns the bytes of a file; undefined if there is none, if it is too large, or if a page comes in its place. */
async function request(address: string, timeoutMs: number): Promise<Uint8Array | undefined> {
  const abort = new AbortController();
  const wait = (): NodeJS.Timeout => setTimeout(() => abort.abort(), timeoutMs);
  let timer = wait();
  try {
    const response = await fetch(address, { signal: abort.signal });
    if (response.status >= 500 || response.status === 429) throw new BusyServer(`${address}: ${response.status}`);
    const isPage = /\bhtml\b/.test(response.headers.get('content-type') ?? '');
    const size = Number(response.headers.get('content-length') ?? 0);
    if (!response.ok || isPage || size > mostBytes) return undefined;
    const pieces: Uint8Array[] = [];
    let read = 0;
    for await (const piece of response.body ?? []) {
      clearTimeout(timer);
      timer = wait();
      read += piece.length;
      if (read > mostBytes) return undefined;
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}
