import { readBuildOptions } from '../src/commands/build-options.ts';
import { readEnvironment } from '../src/commands/command-environment.ts';
import { runCommandLine } from '../src/commands/command-line.ts';
import { withSoundCache } from '../src/commands/open-content.ts';
import type { Environment } from '../src/library/environment.ts';
import { type BuildListener, type BuildOptions, type BuildReport, buildSite } from '../src/site-build/build-site.ts';
import { showProgress } from '../src/site-build/progress.ts';
import { shardEnvironment } from '../src/site-build/shards.ts';
import { commandStrings } from '../src/strings/commands.ts';

runCommandLine('build', async (typed) => {
  const started = performance.now();
  const { years, shard, join, imageMinutes, force, verify, drafts } = readBuildOptions(typed);
  const whole: Environment = {
    ...readEnvironment(new URL('..', import.meta.url)),
    isVerifying: verify,
    ...(drafts && { includeUnpublished: true, isPreview: true }),
  };
  const environment = shard === undefined ? whole : shardEnvironment(whole, shard);
  const progress = showProgress(process.stdout);
  const tell = (sentence: string) => {
    progress.end();
    console.log(sentence);
  };
  const options: BuildOptions = {
    shards: join,
    isForced: force,
    ...(years && { years }),
    ...(imageMinutes !== undefined && { imageMinutes }),
  };
  const listener: BuildListener = { progress, onNotice: tell };
  try {
    const report = await withSoundCache(
      environment.cacheDirectory,
      () => buildSite(environment, listener, options),
      tell,
    );
    const seconds = (performance.now() - started) / 1000;
    console.log(describeBuild(report, seconds));
    console.log(environment.outputDirectory);
  } finally {
    progress.end();
  }
  // A build that fails half-way can leave Vite's handles open, which would keep the process alive.
}).finally(() => process.exit());

function describeBuild(report: BuildReport, seconds: number): string {
  const { articles, unpublished, sizes, made, reused, removed, changes, changesFile } = report;
  const words = commandStrings.build;
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return [
    words.done({ articles, pages: pagesIn([...made, ...reused]), seconds, bytes }),
    words.pages({ rendered: pagesIn(made), reused: pagesIn(reused), removed: pagesIn(removed) }),
    words.changedFiles(changes.size, changesFile),
    ...(unpublished === undefined ? [] : [words.preview(unpublished)]),
  ].join('\n');
}

function pagesIn(files: readonly string[]): number {
  return files.filter((file) => file.endsWith('.html')).length;
}
