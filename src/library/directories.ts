import { realpathSync } from 'node:fs';
import path from 'node:path';
import { digestText } from '../lib/digest.ts';
import type { NewsroomSettings } from '../schema/newsroom.ts';

export interface Directories {
  contentDirectory: string;
  outputDirectory: string;
  cacheDirectory: string;
}

/**
 * Resolves the directories of a site to absolute paths. A variable goes before a setting; either may be relative to the
 * newsroom. Unless a
 * variable names the cache, each content directory has one of its own, so that sites do not overwrite each other's.
 */
export function resolveDirectories(
  variables: NodeJS.ProcessEnv,
  newsroomDirectory: string,
  settings: NewsroomSettings = {},
): Directories {
  const resolve = (...written: (string | undefined)[]) =>
    path.resolve(newsroomDirectory, written.find((one) => one !== undefined && one !== '') ?? '');
  const usualContent = resolve(settings.content, 'content');
  const contentDirectory = resolve(variables.CONTENT_DIR, usualContent);
  const isUsual = contentDirectory === usualContent;
  const ownCache = isUsual ? 'site' : digestText(contentDirectory);
  const chosenCache = settings.cache && (isUsual ? settings.cache : path.join(settings.cache, ownCache));
  return {
    contentDirectory,
    outputDirectory: resolve(variables.OUT_DIR, settings.output, 'dist'),
    cacheDirectory: resolve(variables.CACHE_DIR, chosenCache, path.join('.cache', ownCache)),
  };
}

/** Whether a directory is another one, or lies inside it; both are real paths. */
export function liesWithin(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** Returns the path of a directory without symbolic links, also if it does not exist yet. */
export function realPath(directory: string): string {
  try {
    return realpathSync.native(directory);
  } catch {
    const parent = path.dirname(directory);
    return parent === directory ? directory : path.join(realPath(parent), path.basename(directory));
  }
}
