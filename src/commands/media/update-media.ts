import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pLimit from 'p-limit';
import { decodePart } from '../../lib/decode-path.ts';
import { writeWhole } from '../../library/atomic-file.ts';
import type { Library, RemoteImage } from '../../library/types.ts';
import { composeMediaLock, type MediaEntry, type MediaLock, mediaLockFile } from '../../schema/media-lock.ts';
import { commandStrings } from '../../strings/commands.ts';
import { type Measured, type MeasureOptions, type MediaFailure, measureBytes, measureMedia } from './measure-media.ts';

export interface MediaOptions extends MeasureOptions {
  contentDirectory: string;
  /** Images with an entry are asked for again. */
  isRefreshing: boolean;
  onProgress(done: number, total: number): void;
}

/** What became of the images that the content names. */
export interface MediaUpdate {
  measured: number;
  /** Entries that stay as they were, because they were not asked for or have not changed. */
  kept: number;
  removed: number;
  failures: (RemoteImage & { failure: MediaFailure })[];
  /** Whether entries that nothing names were left, because there is a text that cannot be read. */
  isPartial: boolean;
}

const concurrency = 6;
/** How many images are measured before the lock is written: what an interrupted command has done is not lost. */
const writtenEvery = 200;

/** Measures the images of other sites that the content names, and writes the lock. */
export async function updateMedia(
  { remoteImages, mediaLock = new Map(), site }: Pick<Library, 'remoteImages' | 'mediaLock' | 'site'>,
  options: MediaOptions,
): Promise<MediaUpdate> {
  const { images, isPartial } = remoteImages;
  const { contentDirectory, isRefreshing, onProgress } = options;
  const lock = keptEntries(mediaLock, images, isPartial);
  const removed = mediaLock.size - lock.size;
  const asked = images.filter(({ address }) => isRefreshing || !lock.has(address));
  const failures: MediaUpdate['failures'] = [];
  const measured = new Set<string>();
  const limit = pLimit(concurrency);
  let done = 0;
  const measureOne = async (image: RemoteImage): Promise<void> => {
    const { address } = image;
    const found = await measure(address, lock.get(address), site.images.media, options);
    done += 1;
    onProgress(done, asked.length);
    if (found === 'unchanged') return;
    if ('failure' in found) {
      failures.push({ ...image, failure: found.failure });
      return;
    }
    if (isSameFile(found.entry, lock.get(address))) return;
    lock.set(address, found.entry);
    measured.add(address);
    if (measured.size % writtenEvery === 0) await writeLock(lock, contentDirectory);
  };
  await Promise.all(asked.map((image) => limit(measureOne, image)));
  if (lock.size > 0 || mediaLock.size > 0) await writeLock(lock, contentDirectory);
  const order = new Map(images.map(({ address }, index) => [address, index]));
  failures.sort((a, b) => (order.get(a.address) ?? 0) - (order.get(b.address) ?? 0));
  return { measured: measured.size, kept: lock.size - measured.size, removed, failures, isPartial };
}

/** Returns the entries of images that the content still names; all of them if there is a text that cannot be read. */
function keptEntries(known: MediaLock, images: readonly RemoteImage[], isPartial: boolean): Map<string, MediaEntry> {
  const named = new Set(images.map(({ address }) => address));
  return new Map([...known].filter(([address]) => isPartial || named.has(address)));
}

/** Measures an image: the copy in the folder beside the content, or what its server sends. */
async function measure(
  address: string,
  known: MediaEntry | undefined,
  base: string | undefined,
  { contentDirectory, ...options }: MediaOptions,
): Promise<Measured> {
  const localDirectory = path.join(path.dirname(contentDirectory), 'media');
  if (base !== undefined && address.startsWith(base)) {
    const name = decodePart(new URL(address).pathname.slice(new URL(base).pathname.length));
    const file = path.resolve(localDirectory, name);
    const isInside = file.startsWith(localDirectory + path.sep);
    if (isInside && existsSync(file) && statSync(file).isFile()) return measureBytes(readFileSync(file));
  }
  return measureMedia(address, known, options);
}

/** Whether an answer says nothing new, or is of the same bytes: servers of one address may name a version differently. */
function isSameFile(found: MediaEntry, known: MediaEntry | undefined): boolean {
  return isDeepStrictEqual(found, known) || (found.sha256 !== undefined && found.sha256 === known?.sha256);
}

/** Writes the lock if that changes it. */
async function writeLock(lock: MediaLock, contentDirectory: string): Promise<void> {
  const file = path.join(contentDirectory, mediaLockFile);
  const text = composeMediaLock(lock, commandStrings.media.comment);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) await writeWhole(file, text);
}
