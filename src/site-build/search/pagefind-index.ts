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

/** What Pagefind serves to browsers of an article. */
export interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

/**
 * How many word positions make a chunk, the smallest unit that browsers load. Pagefind's default of 20,000 suits an
 * index without parts; smaller chunks make searches cheaper, and cost more files and a longer list of chunks, which is
 * loaded once. See docs/decisions/0015-files-of-the-search-index.md, also for the next number.
 */
const chunkSize = '1300';
/** How many fragments, of neighbours in the order of the records, are in one file. */
const fragmentsInFile = 6;
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
    const { index, errors } = await startPagefind(records.length);
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
function startPagefind(records: number): Promise<pagefind.NewIndexResponse> {
  const before = process.env[chunkVariable];
  process.env[chunkVariable] = chunkSize;
  try {
    return pagefind.createIndex({ maxFragments: Math.max(1, Math.ceil(records / fragmentsInFile)) });
  } finally {
    if (before === undefined) delete process.env[chunkVariable];
    else process.env[chunkVariable] = before;
  }
}

function refuse(errors: readonly string[], place: string): void {
  if (errors.length > 0) throw new Error(`Pagefind refused ${place}: ${errors.join('; ')}`);
}

/**
 * Returns the content of a file of fragments with each of them replaced by what `replace` makes of it. Pagefind writes a
 * single fragment as it is, and several as an object with their ids as keys.
 */
export function replaceFragments(content: Uint8Array, replace: (fragment: Fragment) => Fragment): Uint8Array {
  const unpacked = gunzipSync(content);
  if (!unpacked.subarray(0, signature.length).equals(signature)) throw new Error('Not a fragment of Pagefind');
  const parsed: Fragment | Record<string, Fragment> = JSON.parse(unpacked.subarray(signature.length).toString());
  const replaced = isFragment(parsed)
    ? replace(parsed)
    : Object.fromEntries(Object.entries(parsed).map(([id, fragment]) => [id, replace(fragment)]));
  const packed = gzipSync(Buffer.concat([signature, Buffer.from(JSON.stringify(replaced))]), { level: 9 });
  // A copy, because zlib returns a view of a buffer of 16 KB, which would stay in memory for each of thousands of files.
  return new Uint8Array(packed);
}

function isFragment(parsed: Fragment | Record<string, Fragment>): parsed is Fragment {
  return typeof parsed.url === 'string';
}
