import type { Hosting, HostName } from '../schema/hosting.ts';
import { type HostFile, hostLimits } from './host.ts';
import { cachingFilePath, writeCaching } from './host-caching.ts';
import { ruleFilePath, writeRules } from './host-rules.ts';
import type { Redirect } from './redirects.ts';

/** Keeps GitHub Pages from running Jekyll, which leaves out folders such as `_images`. */
const noJekyll: HostFile = { path: '.nojekyll', content: '' };

/** Returns the paths of those files for the host that owners may also have in `public/`. */
export function hostFilePaths(host: HostName): string[] {
  const paths = [ruleFilePath(host), cachingFilePath(host)];
  return [...new Set(paths)].filter((path) => path !== undefined);
}

/**
 * Composes the files for the host. `own` has the contents of the owner's files in `public/`, by the paths of
 * `hostFilePaths`.
 */
export function hostFiles(
  redirects: readonly Redirect[],
  hosting: Hosting,
  own: ReadonlyMap<string, string> = new Map(),
): HostFile[] {
  const { name } = hosting.host;
  const files = new Map(own);
  const written = new Set<string>();
  const add = (file: HostFile | undefined): void => {
    if (!file) return;
    files.set(file.path, file.content);
    written.add(file.path);
  };
  if (name === 'github') add(noJekyll);
  add(writeRules(redirects, name, hostLimits(hosting).rules, files.get(ruleFilePath(name) ?? '')));
  add(writeCaching(name, files.get(cachingFilePath(name) ?? '')));
  return [...written].map((path) => ({ path, content: files.get(path) as string }));
}
