import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../list-files.ts';

/** What decides how a file of the content is read and rendered. */
const sources = ['src/lib', 'src/schema', 'src/markdown', 'src/library', 'package.json'];

/** A digest of the engine's own sources: what other code has cached is stale. */
export function sourceFingerprint(projectDirectory: string): string {
  return sourceDigest(projectDirectory, sources);
}

/** A digest of files and of all files in folders, by names relative to the project; their order does not matter. */
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
