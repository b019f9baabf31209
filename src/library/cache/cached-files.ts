import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { digestBytes } from '../../lib/digest.ts';
import { writeWhole } from '../atomic-file.ts';

/** Files in a folder of the cache that cost much to make; each name stands for one content for ever. */
export interface KeptFiles {
  /** The content of a name: as it is kept, or made now and kept where there is none, or where a failing disk has damaged it. */
  take<Made extends Uint8Array | undefined>(name: string, make: () => Promise<Made>): Promise<Uint8Array | Made>;
}

/** In each file its content is followed by this: the digest of the content, in ASCII. */
const sealLength = digestBytes(new Uint8Array()).length;

export function openKeptFiles(directory: string): KeptFiles {
  return {
    async take(name, make) {
      const file = path.join(directory, name);
      const kept = unseal(await readFile(file).catch(() => undefined));
      if (kept) return kept;
      const made = await make();
      if (made) await writeWhole(file, Buffer.concat([made, Buffer.from(digestBytes(made))]));
      return made;
    },
  };
}

function unseal(bytes: Buffer | undefined): Uint8Array | undefined {
  if (!bytes) return undefined;
  const content = bytes.subarray(0, -sealLength);
  return bytes.subarray(-sealLength).toString('latin1') === digestBytes(content) ? content : undefined;
}
