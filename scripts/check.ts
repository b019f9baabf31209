import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent, fixContent } from '../src/commands/check-content.ts';
import { type ReportFormat, reportCheck, reportFormats } from '../src/commands/check-report.ts';
import { writeDerivedIds } from '../src/commands/derived-ids.ts';
import { withSoundCache } from '../src/commands/open-content.ts';
import { resolveEnvironment } from '../src/library/environment.ts';
import { commandStrings } from '../src/strings/commands.ts';

const values = readFlags();
const format = reportFormats.find((known) => known === values.format);
if (format === undefined) {
  console.error(commandStrings.check.unknownFormat(values.format, reportFormats));
  process.exit(2);
}
const environment = resolveEnvironment(new URL('..', import.meta.url));
if (values.fix) {
  const idsWritten = await writeDerivedIds(environment);
  const fixed = await withSoundCache(environment.cacheDirectory, () => fixContent(environment));
  say(commandStrings.check.idsWritten(idsWritten), format);
  say(commandStrings.check.filesFixed(fixed.length), format);
}
const checked = await withSoundCache(environment.cacheDirectory, () => checkContent(environment));
const contentDirectory = path.relative(environment.projectDirectory, environment.contentDirectory);
await print(`${reportCheck(checked, format, contentDirectory.split(path.sep).join('/'))}\n`);
process.exitCode = checked.problems.length > 0 ? 1 : 0;

function readFlags(): { fix: boolean; format: string } {
  try {
    return parseArgs({
      options: { fix: { type: 'boolean', default: false }, format: { type: 'string', default: 'text' } },
    }).values;
  } catch {
    console.error(commandStrings.check.usage(reportFormats));
    process.exit(2);
  }
}

/** Prints a sentence that is not part of the report, to standard error if the report's format is meant for programs. */
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
