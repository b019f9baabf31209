import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../list-files.ts';

/** The sources that decide how content is read and rendered. */
export const fingerprintSources = ['src/lib', 'src/schema', 'src/markdown', 'src/library', 'package.json'];

/** A digest of these sources: what other code has cached is stale. */
export function sourceFingerprint(projectDirectory: string): string {
  return sourceDigest(projectDirectory, fingerprintSources);
}

/** A digest of the names and contents of files, and of all files in folders; `places` are relative to the project, in any order. */
export function sourceDigest(projectDirectory: string, places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => listSources(path.join(projectDirectory, place))).sort()) {
    const bytes = readFileSync(file);
    hash.update(`${path.relative(projectDirectory, file)}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 20);
}

function listSources(place: string): string[] {
  if (path.extname(place) !== '') return [place];
  return listFiles(place).map((file) => path.join(place, file));
}
