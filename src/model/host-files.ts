import type { Hosting, HostName } from '../schema/hosting.ts';
import type { ImageSettings } from '../schema/images.ts';
import { type HostFile, hostLimits } from './host.ts';
import { cachingFilePath, writeCaching } from './host-caching.ts';
import { headerFilePath, writeHeaders } from './host-headers.ts';
import { writeImageSettings } from './host-images.ts';
import { ruleFilePath, writeRules } from './host-rules.ts';
import type { Redirect } from './redirects.ts';
import type { SecurityHeader } from './security-headers.ts';

/** Keeps GitHub Pages from running Jekyll, which leaves out folders such as `_images`. */
const noJekyll: HostFile = { path: '.nojekyll', content: '' };

/** Returns the paths of those files for the host that owners may also have in `public/`. */
export function hostFilePaths(host: HostName): string[] {
  const paths = [ruleFilePath(host), cachingFilePath(host), headerFilePath(host)];
  return [...new Set(paths)].filter((path) => path !== undefined);
}

/**
 * Composes the files for the host. `own` has the contents of the owner's files in `public/`, by the paths of
 * `hostFilePaths`; `base` is the path that the site lives below.
 */
export function hostFiles(
  redirects: readonly Redirect[],
  hosting: Hosting & { images?: ImageSettings; imageOrigins?: readonly string[] | undefined },
  own: ReadonlyMap<string, string> = new Map(),
  headers: readonly SecurityHeader[] = [],
  base = '',
): HostFile[] {
  const { name } = hosting.host;
  const placed = redirects.map(({ from, to }) => ({ from: base + from, to: base + to }));
  const files = new Map(own);
  const written = new Set<string>();
  const add = (file: HostFile | undefined): void => {
    if (!file) return;
    files.set(file.path, file.content);
    written.add(file.path);
  };
  if (name === 'github') add(noJekyll);
  add(writeRules(placed, name, hostLimits(hosting).rules, files.get(ruleFilePath(name) ?? '')));
  add(writeCaching(name, files.get(cachingFilePath(name) ?? ''), base));
  if (name === 'vercel' && hosting.images)
    add(writeImageSettings(hosting.images, files.get('vercel.json'), base, hosting.imageOrigins));
  add(writeHeaders(headers, name, files.get(headerFilePath(name) ?? ''), base));
  return [...written].map((path) => ({ path, content: files.get(path) as string }));
}
