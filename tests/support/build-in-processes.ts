import { readEnvironment } from '../../src/commands/command-environment.ts';
import { runCommand } from '../../src/commands/run-command.ts';
import { buildSite } from '../../src/site-build/build-site.ts';

/** Builds the site of `CONTENT_DIR` like `npm run build`, with as many processes that render pages as the argument says. */
const [count = ''] = process.argv.slice(2);
const progress = { tell() {}, end() {} };
await runCommand(async () => {
  const environment = readEnvironment(new URL('../..', import.meta.url));
  await buildSite(environment, { progress, onNotice: console.log }, { pageProcesses: Number(count) });
});
process.exit();
