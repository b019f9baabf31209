import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import { digestText } from '../src/lib/digest.ts';
import { resolveDirectories } from '../src/library/directories.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { contentDirectory, outputDirectory, cacheDirectory } = resolveDirectories(process.env, root);
Object.assign(process.env, {
  CONTENT_DIR: contentDirectory,
  OUT_DIR: outputDirectory,
  CACHE_DIR: cacheDirectory,
  ASTRO_TELEMETRY_DISABLED: '1',
});

// Astro puts the bundle of a build below the working directory: one for each output keeps parallel builds apart.
const workingDirectory = path.join(root, '.cache', 'builds', digestText(outputDirectory));
mkdirSync(workingDirectory, { recursive: true });
process.chdir(workingDirectory);

try {
  await build({ root, logLevel: 'warn' });
} catch (error) {
  const isContentError = error instanceof Error && error.name === 'ContentError';
  console.error(isContentError ? error.message : error);
  process.exit(1);
}
