import { parseArgs } from 'node:util';
import { openCommentService } from '../src/commands/comment-service.ts';
import { findSnapshotThreads, snapshotComments } from '../src/commands/comment-snapshot.ts';
import { openContent } from '../src/commands/open-content.ts';
import { resolveEnvironment } from '../src/library/environment.ts';
import { formatProblems } from '../src/schema/problem.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.commentSnapshot;
const began = performance.now();
const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } });
const environment = resolveEnvironment(new URL('..', import.meta.url));
const library = await openContent(environment);
if (library.problems.length > 0) {
  console.error(formatProblems(library.problems));
  process.exit(1);
}
const threads = findSnapshotThreads(library);
const service = openCommentService(library.site);
if (service === undefined) {
  console.log(words.none);
} else {
  const { contentDirectory, now } = environment;
  const snapshot = await snapshotComments({ service, threads, contentDirectory, now, all: values.all });
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  if (snapshot.failed > 0) console.error(words.failed(snapshot.failed));
  console.log(words.done({ ...snapshot, threads: threads.length, seconds }));
}
