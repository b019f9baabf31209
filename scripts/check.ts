import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeWhole } from '../src/library/atomic-file.ts';
import { settleEnvironment } from '../src/library/environment.ts';
import { openLibrary } from '../src/library/library.ts';
import { writeId } from '../src/library/write-id.ts';
import { checkRefused, formatProblems } from '../src/schema/problem.ts';
import { strings } from '../src/strings/ar.ts';

const { values } = parseArgs({ options: { fix: { type: 'boolean', default: false } } });
const environment = settleEnvironment(new URL('..', import.meta.url));
const { problems, notices, derivedIds } = await openLibrary(environment);

if (values.fix) {
  for (const { file, id } of derivedIds) {
    const absolute = path.join(environment.contentDirectory, file);
    await writeWhole(absolute, writeId(await readFile(absolute), id));
  }
  console.log(strings.check.idsWritten(derivedIds.length));
} else {
  for (const notice of notices) console.log(notice);
}
console.log(problems.length > 0 ? formatProblems(problems, checkRefused) : strings.check.clean);
process.exitCode = problems.length > 0 ? 1 : 0;
