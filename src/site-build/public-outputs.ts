import { readFile } from 'node:fs/promises';
import { digestText } from '../lib/digest.ts';
import type { Environment } from '../library/environment.ts';
import { measureFile } from '../library/file-stamps.ts';
import { listPublicFiles, type PublicFile } from '../library/public-files.ts';
import type { Library } from '../library/types.ts';
import type { Site } from '../schema/site.ts';
import type { Output } from './publish/output.ts';
import { planIcons } from './site-icons.ts';

/**
 * Plans the files that the site has as they are, and the icons that are made of the newsroom's drawing: they go before
 * the engine's files, and the newsroom's own files before them.
 */
export function planPublicFiles(library: Library, environment: Environment): Output[] {
  const files = listPublicFiles(environment).files.filter(({ path }) => !isLeftOut(path, library.site));
  const plan = (file: PublicFile) => planFile(file, environment);
  return [
    ...files.filter(({ isNewsroomFile }) => !isNewsroomFile).map(plan),
    ...planIcons(library, environment),
    ...files.filter(({ isNewsroomFile }) => isNewsroomFile).map(plan),
  ];
}

/** Whether a file names the domain of the published site, which a host must not take for that of a staging site. */
export function isLeftOut(path: string, { stagingOf }: Pick<Site, 'stagingOf'>): boolean {
  return path === 'CNAME' && stagingOf !== undefined;
}

function planFile({ path, absolute, isNewsroomFile }: PublicFile, { isVerifying }: Environment): Output {
  const stamp = () => measureFile(absolute)?.stamp ?? '';
  return {
    path,
    ...(!isVerifying && { key: digestText(`${isNewsroomFile ? 'newsroom' : 'engine'}\n${stamp()}`) }),
    make: () => readFile(absolute),
  };
}
