import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';
import { digestText } from '../src/lib/digest.ts';
import { settleEnvironment } from '../src/library/environment.ts';
import { openLibrary } from '../src/library/library.ts';
import { formatProblems } from '../src/schema/problem.ts';

const root = new URL('..', import.meta.url);
const environment = settleEnvironment(root);
const { contentDirectory, outputDirectory, cacheDirectory, now } = environment;
Object.assign(process.env, {
  CONTENT_DIR: contentDirectory,
  OUT_DIR: outputDirectory,
  CACHE_DIR: cacheDirectory,
  SOURCE_DATE_EPOCH: String(now / 1000),
});

const { problems, notices } = await openLibrary(environment);
for (const notice of notices) console.log(notice);
if (problems.length > 0) {
  console.error(formatProblems(problems));
  process.exit(1);
}

// See docs/decisions/0003-build-directory.md
const workingDirectory = path.join(fileURLToPath(root), '.cache', 'builds', digestText(outputDirectory));
mkdirSync(workingDirectory, { recursive: true });
process.chdir(workingDirectory);

try {
  await build({ root: fileURLToPath(root), logLevel: 'silent' });
} catch (error) {
  console.error(error instanceof Error && error.name === 'ContentError' ? error.message : error);
  process.exitCode = 1;
} finally {
  process.chdir(environment.projectDirectory);
  rmSync(workingDirectory, { recursive: true, force: true });
}

// A build that failed half-way may leave handles of Vite open.
process.exit();
