import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import pRetry from 'p-retry';
import { decodePart } from '../lib/decode-path.ts';
import { measureImage } from '../library/images/image-encoding.ts';

export interface ImageFetching {
  contentDirectory: string;
  /** A copy of WordPress's `wp-content/uploads`. Images in it are not downloaded. */
  uploads?: string;
  /** Files of the source itself, by their addresses. */
  localFiles?: ReadonlyMap<string, string>;
  onProgress(done: number, total: number): void;
}

const concurrency = 4;
const timeoutMs = 30_000;
const retries = 2;

/**
 * Fetches images into a content directory, except for files that exist. Returns the URLs that could not be fetched, or
 * do not lead to images that browsers show.
 * @param images URLs, by file relative to the content directory
 */
export async function fetchImages(
  images: ReadonlyMap<string, string>,
  { contentDirectory, uploads, localFiles, onProgress }: ImageFetching,
): Promise<Set<string>> {
  const missing = new Set<string>();
  const limit = pLimit(concurrency);
  let done = 0;
  const fetchOne = async (file: string, address: string): Promise<void> => {
    const absolute = path.join(contentDirectory, file);
    if (!existsSync(absolute)) {
      const own = localFiles?.get(address);
      const bytes =
        own === undefined
          ? ((await readUpload(address, uploads)) ?? (await download(address)))
          : await readFile(own).catch(() => undefined);
      if (bytes && 'width' in (await measureImage(bytes))) {
        await mkdir(path.dirname(absolute), { recursive: true });
        await writeFile(absolute, bytes);
      } else missing.add(address);
    }
    done += 1;
    onProgress(done, images.size);
  };
  await Promise.all([...images].map(([file, address]) => limit(fetchOne, file, address)));
  return missing;
}

async function readUpload(address: string, uploads: string | undefined): Promise<Uint8Array | undefined> {
  const [, name] = /\/wp-content\/uploads\/([^?#]+)/.exec(address) ?? [];
  if (uploads === undefined || name === undefined) return undefined;
  const file = path.resolve(uploads, decodePart(name));
  return file.startsWith(path.resolve(uploads) + path.sep) ? readFile(file).catch(() => undefined) : undefined;
}

async function download(address: string): Promise<Uint8Array | undefined> {
  try {
    return await pRetry(
      async () => {
        const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
        if (response.ok) return new Uint8Array(await response.arrayBuffer());
        if (response.status >= 500 || response.status === 429) throw new Error(`${address}: ${response.status}`);
        return undefined;
      },
      { retries, minTimeout: 500 },
    );
  } catch {
    return undefined;
  }
}
