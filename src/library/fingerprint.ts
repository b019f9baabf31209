import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { digestText } from '../lib/digest.ts';

/** What decides how a file of the content is read and rendered. */
const sources = ['src/lib', 'src/schema', 'src/markdown', 'src/library', 'package.json'];

/** A digest of the engine's own sources: what other code has cached is stale. */
export function sourceFingerprint(projectDirectory: string): string {
  const texts = sources.flatMap((source) => {
    const place = path.join(projectDirectory, source);
    return listSources(place).map((file) => `${path.relative(projectDirectory, file)}\n${readFileSync(file, 'utf8')}`);
  });
  return digestText(texts.join('\n'));
}

function listSources(place: string): string[] {
  if (path.extname(place) !== '') return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
