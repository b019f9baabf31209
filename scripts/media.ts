import { readEnvironment } from '../src/commands/command-environment.ts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { reportMedia } from '../src/commands/media/media-report.ts';
import { openConnections } from '../src/commands/media/public-connections.ts';
import { updateMedia } from '../src/commands/media/update-media.ts';
import { openContent } from '../src/commands/open-content.ts';
import { showProgress } from '../src/site-build/progress.ts';
import { commandStrings } from '../src/strings/commands.ts';

const words = commandStrings.media;

runCommandLine('media', async ({ flags }) => {
  const environment = readEnvironment(new URL('..', import.meta.url));
  const library = await openContent({ ...environment, includeUnpublished: true });
  const progress = showProgress(process.stdout);
  const connections = openConnections({ isPrivateAllowed: flags['allow-private'] === true });
  const update = await updateMedia(library, {
    connections,
    retries: 3,
    pauseMs: 1000,
    timeoutMs: 30_000,
    contentDirectory: environment.contentDirectory,
    isRefreshing: flags.refresh === true,
    onProgress: (done, total) => progress.tell(words.asking, done, total),
  });
  progress.end();
  await connections.close();
  for (const line of reportMedia(update)) console.log(line);
  process.exitCode = update.failures.length > 0 ? 1 : 0;
});
