import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeImport, importWordPress } from '../src/commands/import-wordpress.ts';
import { openContent } from '../src/commands/open-content.ts';
import { joinExports, NotAnExport, readExport, type WordPressExport } from '../src/importers/wordpress/export.ts';
import { resolveEnvironment } from '../src/library/environment.ts';
import { formatProblems } from '../src/schema/problem.ts';
import { showProgress } from '../src/site-build/progress.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.importer;
const { files, uploads } = readArguments();
const environment = resolveEnvironment(new URL('..', import.meta.url));
const [first, ...others] = await Promise.all(files.map(readFile));
if (!first) fail(words.usage);
const progress = showProgress(process.stdout);
const imported = await importWordPress(joinExports([first, ...others]), environment, {
  ...(uploads !== undefined && { uploads }),
  onProgress: (done, total) => progress.tell(words.fetching, done, total),
});
progress.end();
for (const line of describeImport(imported, environment.contentDirectory)) console.log(line);
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
    // An unknown option is treated like a missing file: the usage is printed.
  }
  return fail(words.usage);
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
