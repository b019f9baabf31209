import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { digestBytes } from '../../lib/digest.ts';
import { writeWhole } from '../atomic-file.ts';

/** Files in a folder of the cache that are expensive to make. A name always stands for the same content. */
export interface CachedFiles {
  /** The content of a name: from the cache, or made now if it is not there or fails its checksum. */
  take<Made extends Uint8Array | undefined>(name: string, make: () => Promise<Made>): Promise<Uint8Array | Made>;
}

/** Every file ends with a digest of its content, in ASCII, because a failing disk changes bytes without an error. */
const digestLength = digestBytes(new Uint8Array()).length;

export function openCachedFiles(directory: string): CachedFiles {
  return {
    async take(name, make) {
      const file = path.join(directory, name);
      const kept = verified(await readFile(file).catch(() => undefined));
      if (kept) return kept;
      const made = await make();
      if (made) await writeWhole(file, Buffer.concat([made, Buffer.from(digestBytes(made))]));
      return made;
    },
  };
}

/** The content of a file without its digest; undefined if the two do not agree. */
function verified(bytes: Buffer | undefined): Uint8Array | undefined {
  if (!bytes) return undefined;
  const content = bytes.subarray(0, -digestLength);
  return bytes.subarray(-digestLength).toString('latin1') === digestBytes(content) ? content : undefined;
}
