import { readBuildOptions } from '../src/commands/build-options.ts';
import { withSoundCache } from '../src/commands/open-content.ts';
import { resolveEnvironment } from '../src/library/environment.ts';
import { type BuildListener, type BuildOptions, buildSite } from '../src/site-build/build-site.ts';
import { showProgress } from '../src/site-build/progress.ts';
import { shardEnvironment } from '../src/site-build/shards.ts';
import { commandStrings } from '../src/strings/commands.ts';

const started = performance.now();
const given = readBuildOptions(process.argv.slice(2));
if (typeof given === 'string') refuse(given);
const { years, shard, join } = given;
const whole = resolveEnvironment(new URL('..', import.meta.url));
const environment = shard === undefined ? whole : shardEnvironment(whole, shard);
const progress = showProgress(process.stdout);
const options: BuildOptions = { shards: join, ...(years && { years }) };
const listener: BuildListener = { progress, onNotice: console.log };

try {
  const { articles, sizes, made, reused, removed, changes, changesFile } = await withSoundCache(
    environment.cacheDirectory,
    () => buildSite(environment, listener, options),
    tell,
  );
  const seconds = (performance.now() - started) / 1000;
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  console.log(commandStrings.build.done({ articles, pages: pagesIn([...made, ...reused]), seconds, bytes }));
  console.log(
    commandStrings.build.pages({ rendered: pagesIn(made), reused: pagesIn(reused), removed: pagesIn(removed) }),
  );
  console.log(commandStrings.build.changedFiles(changes.size, changesFile));
  console.log(environment.outputDirectory);
} catch (error) {
  progress.end();
  console.error(error instanceof Error && error.name === 'ContentError' ? error.message : error);
  process.exitCode = 1;
}

// A build that fails half-way can leave Vite's handles open, which would keep the process alive.
process.exit();

function tell(sentence: string): void {
  progress.end();
  console.log(sentence);
}

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}

function pagesIn(files: readonly string[]): number {
  return files.filter((file) => file.endsWith('.html')).length;
}
