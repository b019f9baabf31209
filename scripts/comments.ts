import { readEnvironment } from '../src/commands/command-environment.ts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { openCommentService } from '../src/commands/comment-service.ts';
import { findSnapshotThreads, snapshotComments } from '../src/commands/comment-snapshot.ts';
import { openSoundContent } from '../src/commands/open-content.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.commentSnapshot;

runCommandLine('comments', async ({ flags }) => {
  const began = performance.now();
  const environment = readEnvironment(new URL('..', import.meta.url));
  const library = await openSoundContent(environment);
  const threads = findSnapshotThreads(library);
  const service = openCommentService(library.site);
  if (service === undefined) {
    console.log(words.none);
    return;
  }
  const { contentDirectory, now } = environment;
  const snapshot = await snapshotComments({ service, threads, contentDirectory, now, all: flags.all ?? false });
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  if (snapshot.failed > 0) console.error(words.failed(snapshot.failed));
  console.log(words.done({ ...snapshot, threads: threads.length, seconds }));
});
