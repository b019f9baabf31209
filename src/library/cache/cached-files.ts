import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { digestBytes } from '../../lib/digest.ts';
import { writeWhole } from '../atomic-file.ts';

/** Files in a folder of the cache that are expensive to make. The same name always means the same content. */
export interface CachedFiles {
  /** Lists the names of all files, which may fail their checksums. */
  names(): Set<string>;
  /** Returns the content of a file; undefined if it is missing or fails its checksum. */
  find(name: string): Promise<Uint8Array | undefined>;
  keep(name: string, content: Uint8Array): Promise<void>;
  /** Returns the content of a file: from the cache, or from `make` if `find` finds none. */
  take<Made extends Uint8Array | undefined>(name: string, make: () => Promise<Made>): Promise<Uint8Array | Made>;
}

/**
 * The length of the digest, in ASCII, at the end of each file. The digest detects bytes that a failing disk has
 * changed.
 */
const digestLength = digestBytes(new Uint8Array()).length;

export function openCachedFiles(directory: string): CachedFiles {
  const find: CachedFiles['find'] = async (name) =>
    verified(await readFile(path.join(directory, name)).catch(() => undefined));
  const keep: CachedFiles['keep'] = (name, content) =>
    writeWhole(path.join(directory, name), Buffer.concat([content, Buffer.from(digestBytes(content))]));
  return {
    names: () => new Set(existsSync(directory) ? readdirSync(directory) : []),
    find,
    keep,
    async take(name, make) {
      const kept = await find(name);
      if (kept) return kept;
      const made = await make();
      if (made) await keep(name, made);
      return made;
    },
  };
}

/** Returns the content of a cached file without its digest; undefined if the digest does not match the content. */
function verified(bytes: Buffer | undefined): Uint8Array | undefined {
  if (!bytes) return undefined;
  const content = bytes.subarray(0, -digestLength);
  return bytes.subarray(-digestLength).toString('latin1') === digestBytes(content) ? content : undefined;
}
