import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digestText } from '../../lib/digest.ts';
import { listFiles } from '../list-files.ts';
import { packagesDigest } from './installed-packages.ts';

/** The sources that decide how content is read and rendered. */
export const fingerprintSources = ['src/lib', 'src/schema', 'src/markdown', 'src/library', 'package.json'];

/**
 * Computes the fingerprint, the digest of `fingerprintSources` and of the installed packages. What was cached under
 * another fingerprint is stale.
 */
export function sourceFingerprint(engineDirectory: string): string {
  return digestText(`${sourceDigest(engineDirectory, fingerprintSources)} ${packagesDigest(engineDirectory)}`);
}

/**
 * Digests the names and contents of files. `places` are files, and folders that stand for all files in them, relative
 * to the project and in any order.
 */
export function sourceDigest(engineDirectory: string, places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => listSources(path.join(engineDirectory, place))).sort()) {
    const bytes = readFileSync(file);
    hash.update(`${path.relative(engineDirectory, file)}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 20);
}

function listSources(place: string): string[] {
  if (path.extname(place) !== '') return [place];
  return listFiles(place).map((file) => path.join(place, file));
}
