import { createReadStream, statSync } from 'node:fs';
import { readEnvironment } from '../src/commands/command-environment.ts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { describeImport, importWordPress } from '../src/commands/import-wordpress.ts';
import { openSoundContent } from '../src/commands/open-content.ts';
import { CommandFailure } from '../src/commands/run-command.ts';
import {
  IncompleteExport,
  joinExports,
  NotAnExport,
  readExport,
  type WordPressExport,
} from '../src/importers/wordpress/export.ts';
import { showProgress } from '../src/site-build/progress.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.importer;

runCommandLine('import', async ({ flags: { uploads }, texts: files }) => {
  const environment = readEnvironment(new URL('..', import.meta.url), process.env, { isContentNew: true });
  if (uploads !== undefined && !statSync(uploads, { throwIfNoEntry: false })?.isDirectory())
    throw new CommandFailure(words.noUploads(uploads));
  const [first, ...others] = await Promise.all(files.map(readFile));
  if (!first) throw new CommandFailure(words.usage);
  const progress = showProgress(process.stdout);
  const imported = await importWordPress(joinExports([first, ...others]), environment, {
    ...(uploads !== undefined && { uploads }),
    onProgress: (done, total) => progress.tell(words.fetching, done, total),
  });
  progress.end();
  for (const line of describeImport(imported, environment.contentDirectory)) console.log(line);
  await openSoundContent({ ...environment, includeUnpublished: true });
  console.log(words.next);
});

async function readFile(file: string): Promise<WordPressExport> {
  try {
    return await readExport(createReadStream(file, 'utf8'));
  } catch (error) {
    if (error instanceof NotAnExport) throw new CommandFailure(words.notAnExport(file));
    if (error instanceof IncompleteExport) throw new CommandFailure(words.incompleteExport(file));
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR') throw new CommandFailure(words.noFile(file));
    throw error;
  }
}
