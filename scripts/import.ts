import { statSync } from 'node:fs';
import { readEnvironment } from '../src/commands/command-environment.ts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { readFieldMapping } from '../src/commands/import-fields.ts';
import { describeImport, importNewsroom } from '../src/commands/import-newsroom.ts';
import { openSource } from '../src/commands/import-sources.ts';
import { CommandFailure } from '../src/commands/run-command.ts';
import { emptyMapping } from '../src/importers/newsroom/field-mapping.ts';
import { showProgress } from '../src/site-build/progress.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.importer;

runCommandLine('import', async ({ flags: { uploads, types, fields, from, 'no-media': noMedia }, texts: files }) => {
  const environment = readEnvironment(new URL('..', import.meta.url), process.env, { isContentNew: true });
  if (uploads !== undefined && !statSync(uploads, { throwIfNoEntry: false })?.isDirectory())
    throw new CommandFailure(words.noUploads(uploads));
  const wishes = {
    types: types === undefined ? [] : types.split(/[\s,،]+/).filter((type) => type !== ''),
    mapping: fields === undefined ? emptyMapping : await readFieldMapping(fields),
  };
  const source = await openSource(files, { wishes, from });
  const progress = showProgress(process.stdout);
  const imported = await importNewsroom(source, environment, {
    ...(uploads !== undefined && { uploads }),
    isSkipped: noMedia !== undefined,
    onProgress: (done, total) => progress.tell(words.fetching, done, total),
  });
  progress.end();
  for (const line of describeImport(imported, environment.contentDirectory)) console.log(line);
  console.log(words.next);
});
