import os from 'node:os';
import { type Processes, startProcesses } from '../child-processes.ts';
import { type EncodingTask, encodePhoto } from './encode-photo.ts';
import { type ImageStore, stemOf } from './images.ts';

/** An image of a newsroom with all files that are encoded from it. */
export interface Photo extends Pick<EncodingTask, 'file' | 'stem' | 'names'> {
  /** Every `Picture.source` of it. */
  sources: readonly string[];
}

interface EncodingOptions<P extends Photo> {
  /** Asked before each photo; the photos after the first for which it says no are left. */
  mayBegin?(photo: P): boolean;
  onDone?(done: number, total: number): void;
}

/** Encodes photos into the cache, beside the rest of a build. */
export interface PhotoEncoder {
  /** Encodes photos in this order; resolves with those that were left. */
  encode<P extends Photo>(photos: readonly P[], options?: EncodingOptions<P>): Promise<P[]>;
  /** As `ImageStore.encode`, of a photo that may be waiting for its turn. */
  take: ImageStore['encode'];
  /** As `ImageStore.read`. */
  read: ImageStore['read'];
  isEncoding(): boolean;
  isEnded(): boolean;
  /** Stops: photos that are being encoded are finished. */
  end(): Promise<void>;
}

/** Starting a process costs as much as these photos. */
const fewPhotos = 4;

/**
 * Creates the encoder of a build. Many photos are encoded in one child process, as many at a time as there are
 * processors: its memory is free again when the last one is done, and the files of the build do not wait in the threads
 * that photos take. `onProcessLost` is called when that process died, before its photos are encoded again.
 */
export function createPhotoEncoder(
  store: Pick<ImageStore, 'encode' | 'read'>,
  cacheDirectory: string,
  onProcessLost: () => void,
): PhotoEncoder {
  /** By `Photo.stem`; a promise rejects if the system fails. */
  const begun = new Map<string, Promise<void>>();
  const running = new Set<Promise<unknown>>();
  let isEnded = false;
  const wait = (name: string) => begun.get(stemOf(name));

  const encode = async <P extends Photo>(photos: readonly P[], options: EncodingOptions<P> = {}): Promise<P[]> => {
    const parallel = os.availableParallelism();
    const processes = photos.length > fewPhotos && !isEnded ? startEncoding(parallel, onProcessLost) : undefined;
    const run = ({ file, stem, names }: Photo) => {
      const task: EncodingTask = { cacheDirectory, file, stem, names };
      return processes ? processes.run<EncodingTask, void>('encodePhotoBesideOthers', task) : encodePhoto(task);
    };
    const turns = photos.map((photo) => ({ photo, ...Promise.withResolvers<void>() }));
    for (const { photo, promise } of turns) {
      // Whoever takes a file of the photo is told of the error.
      promise.catch(() => undefined);
      begun.set(photo.stem, promise);
    }
    try {
      return await encodeInTurn(turns, parallel, run, {
        ...options,
        mayBegin: (photo) => !isEnded && (options.mayBegin?.(photo) ?? true),
      });
    } finally {
      await processes?.end();
    }
  };

  return {
    encode(photos, options) {
      const encoding = encode(photos, options);
      running.add(encoding);
      const remove = () => running.delete(encoding);
      encoding.then(remove, remove);
      return encoding;
    },
    async take(name, origin) {
      await wait(name);
      return store.encode(name, origin);
    },
    async read(name) {
      await wait(name);
      return store.read(name);
    },
    isEncoding: () => running.size > 0,
    isEnded: () => isEnded,
    async end() {
      isEnded = true;
      await Promise.allSettled(running);
    },
  };
}

function startEncoding(parallel: number, onProcessLost: () => void): Processes {
  // Files are read and written in these threads too.
  const work = { tasks: parallel, nativeThreads: Math.max(4, parallel + 1) };
  return startProcesses(new URL('encode-photo.ts', import.meta.url), 1, onProcessLost, work);
}

interface Turn<P extends Photo> extends Pick<PromiseWithResolvers<void>, 'resolve' | 'reject'> {
  photo: P;
}

async function encodeInTurn<P extends Photo>(
  turns: readonly Turn<P>[],
  parallel: number,
  run: (photo: P) => Promise<void>,
  { mayBegin = () => true, onDone }: EncodingOptions<P>,
): Promise<P[]> {
  const left: P[] = [];
  const queue = turns.values();
  let done = 0;
  const encodeNext = async () => {
    for (const { photo, resolve, reject } of queue) {
      if (left.length > 0 || !mayBegin(photo)) {
        left.push(photo);
        resolve();
        continue;
      }
      await run(photo).then(resolve, reject);
      done += 1;
      onDone?.(done, turns.length);
    }
  };
  await Promise.all(Array.from({ length: parallel }, encodeNext));
  return left;
}
