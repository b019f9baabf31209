import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent, fixContent } from '../src/commands/check-content.ts';
import { type ReportFormat, reportCheck, reportFormats } from '../src/commands/check-report.ts';
import { writeDerivedIds } from '../src/commands/derived-ids.ts';
import { withSoundCache } from '../src/commands/open-content.ts';
import { CommandFailure, describeFailure, runCommand } from '../src/commands/run-command.ts';
import { type Environment, resolveEnvironment } from '../src/library/environment.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.check;

runCommand(async () => {
  const { isFixing, format } = readFlags();
  const environment = resolveEnvironment(new URL('..', import.meta.url));
  const { cacheDirectory, contentDirectory, projectDirectory } = environment;
  if (isFixing) {
    for (const sentence of await fix(environment)) say(sentence, format);
  }
  const checked = await withSoundCache(cacheDirectory, () => checkContent(environment));
  const place = path.relative(projectDirectory, contentDirectory).split(path.sep).join('/');
  await print(`${reportCheck(checked, format, place)}\n`);
  process.exitCode = checked.problems.length > 0 ? 1 : 0;
});

/** Mends what can be mended. If that fails half-way, the failure names the files that are mended already. */
async function fix(environment: Environment): Promise<string[]> {
  const withIds = new Set<string>();
  const fixed = new Set<string>();
  try {
    await writeDerivedIds(environment, (file) => withIds.add(file));
    await withSoundCache(environment.cacheDirectory, () => fixContent(environment, (file) => fixed.add(file)));
  } catch (error) {
    throw new CommandFailure(words.fixStopped([...new Set([...withIds, ...fixed])], describeFailure(error)));
  }
  return [words.idsWritten(withIds.size), words.filesFixed(fixed.size)];
}

function readFlags(): { isFixing: boolean; format: ReportFormat } {
  const { fix, format: written } = parseFlags();
  const format = reportFormats.find((known) => known === written);
  if (format === undefined) throw new CommandFailure(words.unknownFormat(written, reportFormats), 2);
  return { isFixing: fix, format };
}

function parseFlags(): { fix: boolean; format: string } {
  try {
    return parseArgs({
      options: { fix: { type: 'boolean', default: false }, format: { type: 'string', default: 'text' } },
    }).values;
  } catch {
    throw new CommandFailure(words.usage(reportFormats), 2);
  }
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
