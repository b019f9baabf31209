import type { YearSpan } from '../lib/years.ts';
import type { Environment } from '../library/environment.ts';
import type { ImageStore } from '../library/images/images.ts';
import type { PhotoEncoder } from '../library/images/photo-encoder.ts';
import type { Library } from '../library/types.ts';
import { commandStrings } from '../strings/commands.ts';
import { findImageFiles, findOriginals, findWaitingPhotos, photosOfShard, planImages } from './photos.ts';
import type { Progress } from './progress.ts';
import type { Ledger } from './publish/ledger.ts';
import type { Output } from './publish/output.ts';

/** The values of a build that decide which photos it encodes; see `SiteBuild`. */
export interface PhotoSource {
  environment: Pick<Environment, 'cacheDirectory'>;
  library: Library;
  ledger: Pick<Ledger, 'entries'>;
  years: YearSpan | undefined;
  imageMinutes: number | undefined;
}

/** What a build publishes of its images. */
export interface PreparedPhotos {
  images: Output[];
  /** The library of the build, with the originals that its pages show. */
  library: Library;
}

const minuteMs = 60_000;

/**
 * Begins to encode the photos that are not encoded yet. A build with a budget waits until it is used up, and publishes the
 * originals of the photos that are left; what is rendered afterwards depends on no clock. A shard has no budget: it is
 * there to spread this work.
 */
export async function preparePhotos(
  { environment, library, ledger, years, imageMinutes }: PhotoSource,
  store: ImageStore,
  encoder: PhotoEncoder,
  { progress, onNotice }: { progress: Progress; onNotice(notice: string): void },
  now: () => number = performance.now.bind(performance),
): Promise<PreparedPhotos> {
  const files = await findImageFiles(library, store);
  const waiting = findWaitingPhotos(files, library, store, ledger, environment.cacheDirectory);
  const photos = years ? photosOfShard(waiting, library, years) : waiting;
  const words = commandStrings.build;
  const onDone = (done: number, total: number) => progress.tell(words.stages.photos, done, total, words.photosProgress);
  const minutes = years ? undefined : (imageMinutes ?? library.site.images.minutes);
  if (minutes === undefined || photos.length === 0) {
    // Whoever takes a file of a photo is told of an error.
    encoder.encode(photos, { onDone }).catch(() => undefined);
    return { library, images: planImages(files, encoder) };
  }
  const end = now() + minutes * minuteMs;
  const left = await encoder.encode(photos, { onDone, mayBegin: ({ mayWait }) => !mayWait || now() < end });
  progress.end();
  // What ended the encoder, another part of the build that failed, is told by itself.
  if (left.length === 0 || encoder.isEnded()) return { library, images: planImages(files, encoder) };
  onNotice(words.photosLeft(left.length));
  const originals = await findOriginals(left, store);
  return { library: { ...library, originals }, images: planImages(files, encoder, originals) };
}
