import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';

/** Computes the name that Git gives to a file with these bytes, if none of its filters changes them. */
export function blobName(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** The variables with which a hook of Git names its own repository, which may be another one. */
const hookVariables = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR'];
/** Modified files are listed a second time. A monitor of the file system is not asked: it is a program that a repository names. */
const listing = ['-c', 'core.fsmonitor=false', 'ls-files', '-z', '-v', '--stage', '--cached', '--modified'];

/**
 * Asks Git for the names of the blobs of all files below a directory that are as its index has them, by path relative
 * to the directory. Undefined if the directory is in no working tree, or if Git is missing or refuses.
 */
export async function listCleanBlobs(directory: string): Promise<Map<string, string> | undefined> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !hookVariables.includes(name)));
  const options = { cwd: directory, env, encoding: 'buffer', maxBuffer: Number.POSITIVE_INFINITY } as const;
  const listed = await promisify(execFile)('git', [...listing, '--', '.'], options).catch(() => undefined);
  return listed && readListing(listed.stdout);
}

/** A line is `H 100644 <blob> 0<tab><path>`; `H` marks a file that Git compares with its index. */
function readListing(listed: Buffer): Map<string, string> {
  const blobs = new Map<string, string>();
  const others: string[] = [];
  for (let start = 0, end = listed.indexOf(0); end !== -1; start = end + 1, end = listed.indexOf(0, start)) {
    const line = listed.toString('utf8', start, end);
    const tab = line.indexOf('\t');
    const [mark, , blob = '', stage] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    if (mark === 'H' && stage === '0') blobs.set(path, blob);
    else others.push(path);
  }
  for (const path of others) blobs.delete(path);
  return blobs;
}
