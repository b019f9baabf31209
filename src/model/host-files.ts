import type { Hosting, HostName } from '../schema/hosting.ts';
import { type HostFile, hostLimits } from './host.ts';
import { cachingFilePath, writeCaching } from './host-caching.ts';
import { ruleFilePath, writeRules } from './host-rules.ts';
import type { Redirect } from './redirects.ts';

/** GitHub runs Jekyll over a site, and Jekyll leaves out folders such as `_images`, unless this file is there. */
const noJekyll: HostFile = { path: '.nojekyll', content: '' };

/** The files for a host that the owner of a site may have in `public/` too. */
export function hostFilePaths(host: HostName): string[] {
  const paths = [ruleFilePath(host), cachingFilePath(host)];
  return [...new Set(paths)].filter((path) => path !== undefined);
}

/** What the output holds for its host; `own` has what the owner keeps in `public/`, by `hostFilePaths`. */
export function hostFiles(
  redirects: readonly Redirect[],
  hosting: Hosting,
  own: ReadonlyMap<string, string> = new Map(),
): HostFile[] {
  const { name } = hosting.host;
  const files = new Map(own);
  const made = new Set<string>();
  const add = (file: HostFile | undefined): void => {
    if (!file) return;
    files.set(file.path, file.content);
    made.add(file.path);
  };
  if (name === 'github') add(noJekyll);
  add(writeRules(redirects, name, hostLimits(hosting).rules, files.get(ruleFilePath(name) ?? '')));
  add(writeCaching(name, files.get(cachingFilePath(name) ?? '')));
  return [...made].map((path) => ({ path, content: files.get(path) as string }));
}
