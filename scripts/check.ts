import { checkContent, fixContent } from '../src/commands/check-content.ts';
import { type ReportFormat, reportCheck, reportFormats } from '../src/commands/check-report.ts';
import { type Choice, chooseFiles, placeInRepository } from '../src/commands/chosen-files.ts';
import { readEnvironment } from '../src/commands/command-environment.ts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { writeDerivedIds } from '../src/commands/derived-ids.ts';
import { withSoundCache } from '../src/commands/open-content.ts';
import { CommandFailure, describeFailure } from '../src/commands/run-command.ts';
import type { Environment } from '../src/library/environment.ts';
import { findNearest } from '../src/schema/nearest.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.check;

runCommandLine('check', async ({ flags, texts }) => {
  const format = readFormat(flags.format);
  const environment = readEnvironment(new URL('..', import.meta.url));
  const { cacheDirectory, contentDirectory, newsroomDirectory } = environment;
  // npm runs commands in the project, and tells in this variable where the operator stands.
  const standing = process.env.INIT_CWD ?? process.cwd();
  const isChosen = texts.length > 0 ? chooseFiles(texts, standing, contentDirectory) : undefined;
  if (flags.fix) {
    for (const sentence of await fix(environment, isChosen)) say(sentence, format);
  }
  const checked = await withSoundCache(cacheDirectory, () => checkContent(environment, isChosen));
  await print(`${reportCheck(checked, format, placeInRepository(contentDirectory, newsroomDirectory))}\n`);
  process.exitCode = checked.problems.length > 0 ? 1 : 0;
});

/** Mends what can be mended. If that fails half-way, the failure names the files that are mended already. */
async function fix(environment: Environment, isChosen: Choice | undefined): Promise<string[]> {
  const withIds = new Set<string>();
  const fixed = new Set<string>();
  try {
    await writeDerivedIds(environment, (file) => withIds.add(file), isChosen);
    await withSoundCache(environment.cacheDirectory, () =>
      fixContent(environment, (file) => fixed.add(file), isChosen),
    );
  } catch (error) {
    throw new CommandFailure(words.fixStopped([...new Set([...withIds, ...fixed])], describeFailure(error)));
  }
  return [words.idsWritten(withIds.size), words.filesFixed(fixed.size)];
}

function readFormat(written = 'text'): ReportFormat {
  const format = reportFormats.find((known) => known === written);
  if (format !== undefined) return format;
  throw new CommandFailure(words.unknownFormat(written, reportFormats, findNearest(written, reportFormats)));
}

/** Sentences beside the report go to standard error if a program reads the report. */
function say(sentence: string, format: ReportFormat): void {
  if (format === 'text') console.log(sentence);
  else console.error(sentence);
}

/**
 * Writes to standard output. A program that stops reading early, such as `head`, closes the pipe: that is not an error.
 */
function print(report: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? resolve() : reject(error)));
    process.stdout.write(report, () => resolve());
  });
}
