import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pLimit from 'p-limit';
import * as pagefind from 'pagefind';
import { listFiles } from '../../library/list-files.ts';

/** A file of an index; its path is relative to the bundle, with `/`. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** An article as Pagefind is given it. */
export interface IndexRecord {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

/** An article as Pagefind gives it to browsers, in a file of its own. */
export interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/**
 * How many places of words make a chunk, the least that browsers load: Pagefind's own 20,000 are for indexes of one part.
 * Smaller chunks make searches cheaper and the list of chunks longer, which is loaded once.
 */
const chunkSize = '1000';
const chunkVariable = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
const batch = 64;
const signature = Buffer.from('pagefind_dcd');

/** Pagefind's process is one for all of its module: whoever closes it would end the index of another. */
const oneAtATime = pLimit(1);

/**
 * The files of a Pagefind index of the records, the same for the same records in the same order. Pagefind runs in a process of
 * its own, so that its memory ends with it. Throws where it refuses a record, naming its URL.
 */
export function indexRecords(records: readonly IndexRecord[]): Promise<IndexFile[]> {
  return oneAtATime(async () => {
    const { index, errors } = await startPagefind();
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    // Its other way to give files, in one message, takes a tenth of a gigabyte for 5,000 records.
    const directory = mkdtempSync(path.join(os.tmpdir(), 'warraq-index-'));
    try {
      for (let start = 0; start < records.length; start += batch) {
        const batchOfRecords = records.slice(start, start + batch);
        // Pagefind numbers records in the order in which they arrive.
        const answers = await Promise.all(batchOfRecords.map((record) => index.addCustomRecord(record)));
        for (const [place, answer] of answers.entries()) refuse(answer.errors, batchOfRecords[place]?.url ?? '');
      }
      const { errors: failures } = await index.writeFiles({ outputPath: directory });
      refuse(failures, 'the index');
      return listFiles(directory).map((file) => ({ path: file, content: readFileSync(path.join(directory, file)) }));
    } finally {
      await pagefind.close();
      rmSync(directory, { recursive: true });
    }
  });
}

/** Starts the process, which reads the size of chunks from its environment. */
function startPagefind(): Promise<pagefind.NewIndexResponse> {
  const before = process.env[chunkVariable];
  process.env[chunkVariable] = chunkSize;
  try {
    return pagefind.createIndex();
  } finally {
    if (before === undefined) delete process.env[chunkVariable];
    else process.env[chunkVariable] = before;
  }
}

function refuse(errors: readonly string[], place: string): void {
  if (errors.length > 0) throw new Error(`Pagefind refused ${place}: ${errors.join('; ')}`);
}

export function readFragment(content: Uint8Array): Fragment {
  const unpacked = gunzipSync(content);
  if (!unpacked.subarray(0, signature.length).equals(signature)) throw new Error('Not a fragment of Pagefind');
  return JSON.parse(unpacked.subarray(signature.length).toString());
}

export function writeFragment(fragment: Fragment): Uint8Array {
  const packed = gzipSync(Buffer.concat([signature, Buffer.from(JSON.stringify(fragment))]), { level: 9 });
  // A copy: zlib gives the beginning of 16 KB, and thousands of fragments are kept.
  return new Uint8Array(packed);
}
