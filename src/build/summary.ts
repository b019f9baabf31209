import type { AstroIntegration } from 'astro';
import type { Environment } from '../library/environment.ts';
import { openLibrary } from '../library/library.ts';
import { strings } from '../strings/ar.ts';
import { listOutput, measureOutput } from './output.ts';

/** Says at the end of a build what it made: articles, pages, seconds, size. */
export function summary(environment: Environment): AstroIntegration {
  const started = performance.now();
  return {
    name: 'warraq:summary',
    hooks: {
      'astro:build:done': async () => {
        const { articles } = await openLibrary(environment);
        const output = await listOutput(environment.outputDirectory);
        const pages = output.filter(({ path }) => path.endsWith('.html')).length;
        const seconds = (performance.now() - started) / 1000;
        console.log(
          strings.build.done({ articles: articles.length, pages, seconds, bytes: await measureOutput(output) }),
        );
        console.log(environment.outputDirectory);
      },
    },
  };
}
