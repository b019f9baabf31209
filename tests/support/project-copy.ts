import { cp, mkdtemp, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inject } from 'vitest';
import { projectDirectory } from './build-site.ts';

const parts = ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Copies the engine into a new directory, where tests may edit it. Its `node_modules` is a symbolic link to that of
 * this project.
 */
export async function copyProject(): Promise<string> {
  const copy = await mkdtemp(path.join(inject('temporaryRoot'), 'project-'));
  for (const part of parts) await cp(path.join(projectDirectory, part), path.join(copy, part), { recursive: true });
  await symlink(path.join(projectDirectory, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

/** Replaces a string in a file. Throws unless the string occurs exactly once. */
export async function editFile(file: string, before: string, after: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (text.split(before).length !== 2) throw new Error(`${file} does not have once: ${before}`);
  await writeFile(
    file,
    text.replace(before, () => after),
  );
}
