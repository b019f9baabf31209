import { gzipSync } from 'node:zlib';

/** A file of an index; its path is relative to the bundle, with `/`. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

const signature = Buffer.from('pagefind_dcd');

/** Compresses a file in the way that Pagefind's script reads. */
export function packFile(path: string, content: string | Uint8Array): IndexFile {
  const packed = gzipSync(Buffer.concat([signature, Buffer.from(content)]), { level: 9, memLevel: 9 });
  // A copy, because zlib returns a view of a buffer of 16 KB, which would stay in memory for each of thousands of files.
  return { path, content: new Uint8Array(packed) };
}
