import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import type { Environment } from '../library/environment.ts';
import { type Library, openLibrary } from '../library/library.ts';
import { hostFiles, ruleFilePath } from '../model/host-rules.ts';
import { findRedirects } from '../model/redirects.ts';

/** Writes what the site's host reads besides pages. Gives the paths of the files, relative to the output. */
export async function writeHostFiles(
  library: Library,
  { outputDirectory, publicDirectory }: Pick<Environment, 'outputDirectory' | 'publicDirectory'>,
): Promise<string[]> {
  const { site } = library;
  const ruleFile = ruleFilePath(site.host.name);
  const own = ruleFile && (await readFile(path.join(publicDirectory, ruleFile), 'utf8').catch(() => undefined));
  const files = hostFiles(findRedirects(library), site, own);
  for (const file of files) {
    const target = path.join(outputDirectory, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
  return files.map((file) => file.path);
}

export function hostFilesOutput(environment: Environment): AstroIntegration {
  return {
    name: 'warraq:host-files',
    hooks: {
      'astro:build:done': async () => {
        await writeHostFiles(await openLibrary(environment), environment);
      },
    },
  };
}
