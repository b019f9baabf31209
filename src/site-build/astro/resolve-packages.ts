import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { liesWithin, realPath } from '../../library/directories.ts';

const known = new Set<string>();

/**
 * Makes modules below `directory` import packages as the engine does, or as Astro does, whose runtime is compiled into
 * pages. They lie in the cache of a newsroom, above which there may be other versions of these packages, or none.
 */
export function resolvePackagesFrom(engineDirectory: string, directory: string): void {
  const key = `${engineDirectory}\n${directory}`;
  if (known.has(key)) return;
  known.add(key);
  const compiled = realPath(directory);
  const engine = pathToFileURL(path.join(realPath(engineDirectory), 'package.json')).href;
  const astro = import.meta.resolve('astro');
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const isCompiled =
        context.parentURL?.startsWith('file:') && liesWithin(fileURLToPath(context.parentURL), compiled);
      if (!isCompiled || /^(?:[./]|[a-z]+:)/.test(specifier)) return nextResolve(specifier, context);
      try {
        return nextResolve(specifier, { ...context, parentURL: engine });
      } catch {
        return nextResolve(specifier, { ...context, parentURL: astro });
      }
    },
  });
}
