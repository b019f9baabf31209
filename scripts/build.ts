import { parseArgs } from 'node:util';
import { withSoundCache } from '../src/commands/open-content.ts';
import { readYears, type YearSpan } from '../src/lib/years.ts';
import { resolveEnvironment } from '../src/library/environment.ts';
import { type BuildListener, type BuildOptions, buildSite } from '../src/site-build/build-site.ts';
import { showProgress } from '../src/site-build/progress.ts';
import { shardEnvironment } from '../src/site-build/shards.ts';
import { commandStrings } from '../src/strings/commands.ts';

const started = performance.now();
const { years, shard, join } = readOptions();
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

// A build that failed half-way may leave handles of Vite open.
process.exit();

function tell(sentence: string): void {
  progress.end();
  console.log(sentence);
}

/** Ends the process with what is wrong where the command line is not understood. */
function readOptions(): { years?: YearSpan; shard?: string; join: string[] } {
  const written = readArguments();
  const { years, shard, join = [] } = written ?? {};
  const span = years === undefined ? undefined : readYears(years);
  const isUnderstood =
    written && (years === undefined) === (shard === undefined) && (years === undefined || join.length === 0);
  if (!isUnderstood) refuse(commandStrings.build.usage);
  if (years !== undefined && !span) refuse(commandStrings.build.badYears(years));
  return { ...(span && { years: span }), ...(shard !== undefined && { shard }), join };
}

function readArguments() {
  const once = { type: 'string' } as const;
  try {
    return parseArgs({ options: { years: once, shard: once, join: { type: 'string', multiple: true } } }).values;
  } catch {
    return undefined;
  }
}

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}

function pagesIn(files: readonly string[]): number {
  return files.filter((file) => file.endsWith('.html')).length;
}
