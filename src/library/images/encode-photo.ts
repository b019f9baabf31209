import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { imageFolder } from '../../lib/paths.ts';
import { openCachedFiles } from '../cache/cached-files.ts';
import { isSystemError } from '../system-errors.ts';
import { encodeImages, nameStem } from './image-encoding.ts';

/** A photo to encode, in a child process or in this one. */
export interface EncodingTask {
  cacheDirectory: string;
  /** The absolute path of the image. */
  file: string;
  stem: string;
  /** The published files that are made of it. */
  names: readonly string[];
}

/** Encodes a photo in a child process that encodes others at the same time. */
export function encodePhotoBesideOthers(task: EncodingTask): Promise<void> {
  // Photos beside each other use the processors better than threads that share the work of one.
  sharp.concurrency(1);
  return encodePhoto(task);
}

/**
 * Encodes a photo into the cache. If the image is damaged or has changed, the cache has no files of it, and whoever takes
 * them finds out why.
 */
export async function encodePhoto({ cacheDirectory, file, stem, names }: EncodingTask): Promise<void> {
  const kept = openCachedFiles(path.join(cacheDirectory, imageFolder));
  const bytes = await readFile(file);
  if (nameStem(bytes) !== stem) return;
  try {
    for (const [name, encoded] of await encodeImages(bytes, names)) await kept.keep(name, encoded);
  } catch (error) {
    if (isSystemError(error)) throw error;
  }
}
