import { readEnvironment } from '../src/commands/command-environment.ts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { openContent } from '../src/commands/open-content.ts';
import { writePopular } from '../src/commands/popular.ts';

runCommandLine('popular', async ({ flags }) => {
  const environment = readEnvironment(new URL('..', import.meta.url));
  const library = await openContent(environment);
  const { contentDirectory, now } = environment;
  const { from = [], host = [], period, since } = flags;
  const report = await writePopular(library, { files: from, hosts: host, period, since, contentDirectory, now });
  for (const sentence of report) console.log(sentence);
});
