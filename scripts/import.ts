import { createReadStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { reportImport } from '../src/commands/import-report.ts';
import { fetchImages } from '../src/commands/imported-images.ts';
import { openContent } from '../src/commands/open-content.ts';
import { joinExports, NotAnExport, readExport, type WordPressExport } from '../src/importers/wordpress/export.ts';
import { composeNewsroom, type ExistingNewsroom } from '../src/importers/wordpress/newsroom.ts';
import { writeWhole } from '../src/library/atomic-file.ts';
import { writeThread } from '../src/library/content/comment-threads.ts';
import { resolveEnvironment } from '../src/library/environment.ts';
import { formatProblems } from '../src/schema/problem.ts';
import { siteFile } from '../src/schema/site.ts';
import { showProgress } from '../src/site-build/progress.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.importer;
const { files, uploads } = readArguments();
const environment = resolveEnvironment(new URL('..', import.meta.url));
const { contentDirectory, cacheDirectory } = environment;
const [first, ...others] = await Promise.all(files.map(readFile));
if (!first) fail(words.usage);
const source = joinExports([first, ...others]);

await mkdir(contentDirectory, { recursive: true });
const hasSettings = existsSync(path.join(contentDirectory, siteFile));
const before = await openContent({ ...environment, includeUnpublished: true });
const existing: ExistingNewsroom = {
  ids: new Map(before.articles.map(({ file, id }) => [file.replace(/\.[^.]*$/, ''), id])),
  missing: new Set(),
  ...(hasSettings && { timeZone: before.site.timeZone }),
};
const progress = showProgress(process.stdout);
const planned = composeNewsroom(source, existing);
const missing = await fetchImages(planned.images, {
  contentDirectory,
  ...(uploads !== undefined && { uploads }),
  onProgress: (done, total) => progress.tell(words.fetching, done, total),
});
progress.end();

const newsroom = missing.size === 0 ? planned : composeNewsroom(source, { ...existing, missing });
// Of new articles alone: what was deleted from an older thread, perhaps because its author asked for it, must not come back.
const older = new Set(existing.ids.values());
for (const [id, comments] of newsroom.threads) if (!older.has(id)) await writeThread(id, comments, contentDirectory);
let kept = 0;
for (const [file, text] of newsroom.files) {
  if (isThere(file)) kept += 1;
  else await writeWhole(path.join(contentDirectory, file), text);
}

const reportFile = path.join(cacheDirectory, 'import-report.txt');
await writeWhole(reportFile, reportImport(newsroom.notes));
console.log(words.done(newsroom.counts, contentDirectory));
if (!hasSettings) console.log(words.settled(newsroom.timeZone));
if (kept > 0) console.log(words.kept(kept));
if (newsroom.notes.length > 0) console.log(words.notes(newsroom.notes.length, reportFile));
const { problems } = await openContent({ ...environment, includeUnpublished: true });
if (problems.length > 0) {
  console.error(formatProblems(problems));
  process.exitCode = 1;
} else console.log(words.next);

function readArguments(): { files: string[]; uploads?: string } {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { uploads: { type: 'string' } } });
    if (positionals.length > 0) return { files: positionals, ...values };
  } catch {
    // What is wrong with it is told as for no arguments at all.
  }
  return fail(words.usage);
}

/** An article is there too where its author has made the one format of the other. */
function isThere(file: string): boolean {
  const names = [file, file.replace(/\.md$/, '.mdx'), file.replace(/\.mdx$/, '.md')];
  return names.some((name) => existsSync(path.join(contentDirectory, name)));
}

async function readFile(file: string): Promise<WordPressExport> {
  try {
    return await readExport(createReadStream(file, 'utf8'));
  } catch (error) {
    if (error instanceof NotAnExport) return fail(words.notAnExport(file));
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR') return fail(words.noFile(file));
    throw error;
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
