import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent, fixContent } from '../src/commands/check-content.ts';
import { type ReportFormat, reportCheck, reportFormats } from '../src/commands/check-report.ts';
import { openContent, withSoundCache } from '../src/commands/open-content.ts';
import { writeWhole } from '../src/library/atomic-file.ts';
import { writeId } from '../src/library/content/write-id.ts';
import { type Environment, resolveEnvironment } from '../src/library/environment.ts';
import { commandStrings } from '../src/strings/commands.ts';

const values = readFlags();
const format = reportFormats.find((known) => known === values.format);
if (format === undefined) {
  console.error(commandStrings.check.unknownFormat(values.format, reportFormats));
  process.exit(2);
}
const environment = resolveEnvironment(new URL('..', import.meta.url));
if (values.fix) {
  const idsWritten = await writeIds(environment);
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

/** Files with errors keep what their authors have typed. */
async function writeIds(environment: Environment): Promise<number> {
  const { derivedIds, problems } = await openContent(environment);
  const faulty = new Set(problems.map(({ file }) => file));
  let count = 0;
  for (const { file, id } of derivedIds.filter((derived) => !faulty.has(derived.file))) {
    const absolute = path.join(environment.contentDirectory, file);
    const written = writeId(await readFile(absolute), id);
    if (written === undefined) continue;
    await writeWhole(absolute, written);
    count += 1;
  }
  return count;
}

/** What is not of the report does not stand in the way of programs that read it. */
function say(sentence: string, format: ReportFormat): void {
  if (format === 'text') console.log(sentence);
  else console.error(sentence);
}

/** A reader that has had enough, such as `head`, closes the pipe. */
function print(report: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? resolve() : reject(error)));
    process.stdout.write(report, () => resolve());
  });
}
