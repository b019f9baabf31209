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

/** An article in the format that Pagefind indexes. */
export interface IndexRecord {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

/** An article as Pagefind serves it to browsers, in a file of its own. */
export interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/**
 * How many word positions make a chunk, the smallest unit that browsers load. Pagefind's default of 20,000 suits an
 * index without parts; smaller chunks make searches cheaper, and lengthen the list of chunks, which is loaded once.
 */
const chunkSize = '1000';
const chunkVariable = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
const batchSize = 64;
const signature = Buffer.from('pagefind_dcd');

/** Pagefind's module has a single child process, so closing it after one index would abort another. */
const oneAtATime = pLimit(1);

/**
 * Makes a Pagefind index and returns its files, the same for the same records in the same order. Ends Pagefind's child
 * process after each index, which releases its memory. Rejects if Pagefind refuses a record, and names the record's
 * URL.
 */
export function indexRecords(records: readonly IndexRecord[]): Promise<IndexFile[]> {
  return oneAtATime(async () => {
    const { index, errors } = await startPagefind();
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    // Files are written to disk, because `getFiles` would pass all of them in one message, which takes 100 MB for 5,000
    // records.
    const directory = mkdtempSync(path.join(os.tmpdir(), 'warraq-index-'));
    try {
      for (let start = 0; start < records.length; start += batchSize) {
        const batch = records.slice(start, start + batchSize);
        // Pagefind numbers records in the order of these calls.
        const answers = await Promise.all(batch.map((record) => index.addCustomRecord(record)));
        for (const [place, answer] of answers.entries()) refuse(answer.errors, batch[place]?.url ?? '');
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

/** Starts Pagefind's child process, which reads the chunk size from its environment. */
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
  // A copy, because zlib returns a view of a buffer of 16 KB, which would stay in memory for each of thousands of
  // fragments.
  return new Uint8Array(packed);
}
