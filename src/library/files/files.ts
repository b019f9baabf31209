import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { slugify } from '../../lib/arabic/slug.ts';
import { decodePart } from '../../lib/decode-path.ts';
import { digestBytes, digestChunks } from '../../lib/digest.ts';
import {
  extensionOf,
  fileTypeOf,
  isProgram,
  isRelativePath,
  namesFile,
  publishedExtensions,
  splitUrl,
} from '../../lib/file-types.ts';
import { fileUrl } from '../../lib/paths.ts';
import type { FileProblem, PublishedFile, ResolveFile } from '../../markdown/types.ts';
import { messages } from '../../schema/messages.ts';
import { type CacheTable, openCache } from '../cache/cache.ts';
import { measureFile } from '../file-stamps.ts';
import { leadsOutside, leavesDirectories, locateFile, nearestName, sourceName } from '../located-files.ts';
import type { FileDirectories } from '../public-files.ts';
import { findActiveXml } from './active-xml.ts';

export interface FileStoreDirectories extends FileDirectories {
  cacheDirectory: string;
  /** Files are digested again, even if their stamps have not changed. */
  isVerifying?: boolean | undefined;
}

/** The files that articles link to, such as PDF and recordings. They are published byte for byte. */
export interface FileStore {
  resolve: ResolveFile;
  /** Returns the bytes of a resolved file; undefined if it has changed since. */
  take(file: Pick<PublishedFile, 'url' | 'source'>): Promise<Uint8Array | undefined>;
  /** Returns a published file by its name, for `dev`. Undefined if no resolved file has this name. */
  read(name: string): Promise<{ bytes: Uint8Array; type: string } | undefined>;
}

/** A file that an author named, as it lies on the disk. */
interface LocatedFile {
  /** Absolute. */
  file: string;
  /** The query and fragment of the link, such as `#page=3`. */
  rest: string;
  stamp: string;
  size: number;
}

interface FileTables {
  /** By `PublishedFile.source`: what was read of a file with this stamp. */
  contents: CacheTable<{ stamp: string; digest: string; active?: string }>;
  /** Absolute paths, by the names of published files. */
  origins: CacheTable<string>;
}

/** Raise it when a file that was accepted may be refused, or gets another name. */
const tableVersion = '1';
/** In bytes. A build holds each file in memory while it copies it. */
const largestFile = 1e9;

/** Creates the store of a site's files. Each file is digested only once for the same stamp. */
export function createFileStore(directories: FileStoreDirectories): FileStore {
  const cache = openCache(directories.cacheDirectory);
  const tables: FileTables = {
    contents: cache.table('published-files', tableVersion),
    origins: cache.table('file-origins', tableVersion),
  };
  return {
    async resolve(src, from) {
      const located = locate(src, from, directories);
      if (located === undefined) return explainMissing(src, from, directories);
      const problem = refuseFile(src, located, directories);
      if (problem !== undefined) return { problem };
      return fileTypeOf(located.file) && publish(src, located, directories, tables);
    },

    async take({ url, source }) {
      const bytes = await readFile(path.join(directories.contentDirectory, source));
      return nameOf(source, digestBytes(bytes)) === nameIn(url) ? bytes : undefined;
    },

    async read(name) {
      const file = tables.origins.get(name);
      const type = fileTypeOf(name)?.mediaType;
      if (file === undefined || type === undefined) return undefined;
      const bytes = await readFile(file).catch(() => undefined);
      return bytes && { bytes, type };
    },
  };
}

/** Finds the file that a link names, first with the whole link as its name, then without a query and a fragment. */
function locate(src: string, from: string, directories: FileDirectories): LocatedFile | undefined {
  const { path: bare, rest } = splitUrl(src);
  for (const [name, after] of [
    [src, ''],
    [bare, rest],
  ] as const) {
    const file = name === '' ? undefined : locateFile(name, from, directories);
    const measure = file === undefined ? undefined : measureFile(file);
    if (file !== undefined && measure) return { file, rest: after, ...measure };
  }
  return undefined;
}

/** Judges a link without a file: undefined if it need not name one. */
function explainMissing(src: string, from: string, directories: FileDirectories): FileProblem | undefined {
  if (!namesFile(src)) return undefined;
  const written = decodePart(splitUrl(src).path);
  if (isProgram(written)) return { problem: explainProgram(written) };
  if (leadsOutside(written, from, directories)) return { problem: messages.fileOutside(written) };
  const nearest = nearestName(written, from, directories, (name) => fileTypeOf(name) !== undefined);
  if (nearest === undefined) return { problem: messages.missingFile(written) };
  return { problem: messages.nearestFile(written, nearest), nearest };
}

/** Returns why a file cannot be published. Only files beside the article are judged: `public/` is the owner's. */
function refuseFile(src: string, { file, size }: LocatedFile, directories: FileDirectories): string | undefined {
  if (!isRelativePath(src)) return undefined;
  const written = decodePart(splitUrl(src).path);
  if (leavesDirectories(file, directories)) return messages.fileLeavesContent(written);
  if (isProgram(file)) return explainProgram(written);
  if (/\.mdx?$/i.test(file)) return undefined;
  if (fileTypeOf(file) === undefined) return messages.fileType(written, publishedExtensions);
  if (size === 0) return messages.emptyFile(written);
  return size > largestFile ? messages.fileTooLarge(written) : undefined;
}

function explainProgram(written: string): string {
  return /\.svg$/i.test(written) ? messages.drawingLink(written) : messages.activeFile(written);
}

async function publish(
  src: string,
  { file, rest, stamp, size }: LocatedFile,
  directories: FileStoreDirectories,
  { contents, origins }: FileTables,
): Promise<PublishedFile | { problem: string }> {
  const source = sourceName(file, directories);
  if (source.startsWith('/')) {
    const url = isRelativePath(src) ? encodeURI(source.normalize('NFC')) + rest : src;
    return { url, bytes: size, source };
  }
  const known = contents.get(source);
  const isKnown = known?.stamp === stamp && !directories.isVerifying;
  const content = isKnown ? known : { stamp, ...(await readContent(file)) };
  const name = nameOf(source, content.digest);
  if (content !== known) {
    contents.set(source, content);
    origins.set(name, file);
  }
  if (content.active !== undefined) return { problem: messages.activeXml(decodePart(src), content.active) };
  return { url: encodeURI(fileUrl(name)) + rest, bytes: size, source };
}

async function readContent(file: string): Promise<{ digest: string; active?: string }> {
  const digest = await digestChunks(createReadStream(file));
  if (!/\.(?:gpx|kml)$/i.test(file)) return { digest };
  const active = findActiveXml(await readFile(file));
  return { digest, ...(active !== undefined && { active }) };
}

const digestLengthInNames = 10;

/** Returns the name of a published file: `articles/تقرير اللجنة.PDF` → `تقرير-اللجنة-0f3a9c2b1d.pdf`. */
function nameOf(source: string, digest: string): string {
  const extension = extensionOf(source);
  const readable = slugify(path.posix.basename(source).slice(0, -extension.length - 1));
  const digits = digest.slice(0, digestLengthInNames);
  return `${readable === '' ? digits : `${readable}-${digits}`}.${extension}`;
}

function nameIn(url: string): string {
  return decodeURI(splitUrl(url).path).slice(fileUrl('').length);
}
