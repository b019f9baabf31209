import { spawn } from 'node:child_process';
import { environmentOutsideTests, projectDirectory, type SiteDirectories } from './build-site.ts';

/** Runs the command that imports, into the content directory of a newsroom. */
export function runImport(
  { contentDirectory, cacheDirectory }: Pick<SiteDirectories, 'contentDirectory' | 'cacheDirectory'>,
  ...given: string[]
): Promise<{ exitCode: number; output: string; errors: string }> {
  const run = spawn(process.execPath, ['scripts/import.ts', ...given], {
    cwd: projectDirectory,
    env: { ...environmentOutsideTests(), NO_COLOR: '1', CONTENT_DIR: contentDirectory, CACHE_DIR: cacheDirectory },
  });
  let output = '';
  let errors = '';
  run.stdout.on('data', (chunk) => {
    output += chunk;
  });
  run.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve, reject) => {
    run.on('error', reject);
    run.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output, errors }));
  });
}
