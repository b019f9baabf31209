import { type BuildListener, buildSite } from '../src/build/build-site.ts';
import { showProgress } from '../src/build/progress.ts';
import { CacheDamage, discardCache } from '../src/library/cache.ts';
import { publishDirectories, settleEnvironment } from '../src/library/environment.ts';
import { strings } from '../src/strings/ar.ts';

const started = performance.now();
const environment = settleEnvironment(new URL('..', import.meta.url));
publishDirectories(environment);
const progress = showProgress(process.stdout);
const listener: BuildListener = { progress, onNotice: console.log };

try {
  const { articles, bytes, made, reused, removed, changes, changesFile } = await buildWithSoundCache();
  const seconds = (performance.now() - started) / 1000;
  console.log(strings.build.done({ articles, pages: pagesIn([...made, ...reused]), seconds, bytes }));
  console.log(strings.build.pages({ rendered: pagesIn(made), reused: pagesIn(reused), removed: pagesIn(removed) }));
  console.log(strings.build.changedFiles(changes.size, changesFile));
  console.log(environment.outputDirectory);
} catch (error) {
  progress.end();
  console.error(error instanceof Error && error.name === 'ContentError' ? error.message : error);
  process.exitCode = 1;
}

// A build that failed half-way may leave handles of Vite open.
process.exit();

async function buildWithSoundCache() {
  try {
    return await buildSite(environment, listener);
  } catch (error) {
    if (!(error instanceof CacheDamage)) throw error;
    progress.end();
    console.log(strings.build.cacheRenewed);
    discardCache(environment.cacheDirectory);
    return buildSite(environment, listener);
  }
}

function pagesIn(files: readonly string[]): number {
  return files.filter((file) => file.endsWith('.html')).length;
}
