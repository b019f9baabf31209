import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pLimit from 'p-limit';
import * as pagefind from 'pagefind';
import { listFiles } from '../../library/list-files.ts';
import { fragmentsInFile } from './fragment-files.ts';
import type { IndexFile } from './index-file.ts';
import { chunkSize } from './word-chunks.ts';

/** An article in the format that Pagefind indexes. */
export interface IndexRecord {
  url: string;
  content: string;
  language: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

const chunkVariable = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';
const batchSize = 64;

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
  process.env[chunkVariable] = String(chunkSize);
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
