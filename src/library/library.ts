import { digestText } from '../lib/digest.ts';
import type { RenderedBody } from '../markdown/types.ts';
import { type Cache, openCache } from './cache/cache.ts';
import { createMediaStores, hasSameMedia, type MediaStores } from './content/bodies.ts';
import { listThreads } from './content/comment-threads.ts';
import { type ContentFile, listContent } from './content/content-files.ts';
import { type BodySource, createBodyReader } from './content/kept-bodies.ts';
import type { PictureSettings } from './images/service-pictures.ts';
import { type LibraryReading, readLibrary } from './read-library.ts';
import type { Library, LibraryOptions } from './types.ts';

/** A library that this process has opened. */
interface OpenedLibrary extends LibraryReading {
  /** Digest of the names and stamps of all files that it was read from. */
  contentStamp: string;
  /** The moment that it was read for. */
  now: number;
  /** Returns the body of a content-relative file. */
  readBody(file: string): Promise<RenderedBody>;
}

/** The stores and libraries of an open cache in this process. */
interface Session {
  /** By the settings of a site that decide which files its pictures have. */
  stores: Map<string, MediaStores>;
  /** By `optionsKey`. */
  libraries: Map<string, OpenedLibrary>;
}

const sessions = new WeakMap<Cache, Session>();

/**
 * Reads a whole content directory. Never rejects because of bad content: `problems` has the problems of all files.
 * Unchanged files come from the index in the cache directory. If no file has changed since this process opened the
 * library for the same moment, returns the same library again.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const content = listContent(options.contentDirectory);
  const threads = listThreads(options.contentDirectory);
  const contentStamp = digestStamps([...content.files, ...threads]);
  const { libraries, stores } = sessionOf(options);
  const storesOf = ({ url, images }: PictureSettings): MediaStores => {
    const key = JSON.stringify([url, images]);
    const known = stores.get(key) ?? createMediaStores(options, { url, images });
    stores.set(key, known);
    return known;
  };
  const opened = libraries.get(optionsKey(options));
  const isSame = opened?.contentStamp === contentStamp && opened.now === options.now;
  const isCurrent = isSame && opened.library.problems.length === 0;
  if (isCurrent && (await hasSameMedia(opened.media, opened.stores))) return opened.library;
  const reading = await readLibrary({ ...content, threads }, storesOf, options);
  const readBody = createBodyReader(reading.bodySource, reading.stores);
  libraries.set(optionsKey(options), { contentStamp, now: options.now, readBody, ...reading });
  return reading.library;
}

/**
 * Returns the rendered body of an article, a standalone page or the terms of commenting, by content-relative file: from
 * the cache, or rendered now.
 */
export async function renderBody(file: string, options: LibraryOptions): Promise<RenderedBody> {
  const { readBody } = await openedLibrary(options);
  return readBody(file);
}

/** Tells another process where the bodies of a library are. */
export async function findBodies(options: LibraryOptions): Promise<BodySource> {
  const { bodySource } = await openedLibrary(options);
  return bodySource;
}

async function openedLibrary(options: LibraryOptions): Promise<OpenedLibrary> {
  const { libraries } = sessionOf(options);
  if (!libraries.has(optionsKey(options))) await openLibrary(options);
  return libraries.get(optionsKey(options)) as OpenedLibrary;
}

function sessionOf(options: LibraryOptions): Session {
  const cache = openCache(options.cacheDirectory);
  const session = sessions.get(cache) ?? { stores: new Map(), libraries: new Map() };
  sessions.set(cache, session);
  return session;
}

/**
 * Returns a key of the options. Options with the same key open the same library if the files and the moment are the
 * same; one of another moment takes its place, since `dev` opens one at each change.
 */
function optionsKey(options: LibraryOptions): string {
  const { contentDirectory, publicDirectory, fingerprint, scope } = options;
  const { includeUnpublished, siteUrl, isStaging, isPreview, isLocal } = options;
  const shown = { includeUnpublished, siteUrl, isStaging, isPreview, isLocal };
  return JSON.stringify([contentDirectory, publicDirectory, shown, fingerprint, scope]);
}

function digestStamps(files: readonly ContentFile[]): string {
  return digestText(files.map(({ file, stamp }) => `${file}\n${stamp}`).join('\n'));
}
