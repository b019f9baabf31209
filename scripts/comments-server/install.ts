import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const source = import.meta.dirname;
/** Written last: without it, an installation was interrupted. */
const completionMarker = 'installed';

/**
 * Installs Waline, and Hono for the gate, with `npm ci` from the lock file beside this file. Returns the absolute path
 * of the installation: a folder below `cache` named by the lock file's hash, so that an update never touches the
 * packages of a running server. A complete installation is reused.
 */
export async function installWaline(cache: string): Promise<string> {
  const lock = await readFile(path.join(source, 'package-lock.json'));
  const directory = path.join(cache, createHash('sha256').update(lock).digest('hex').slice(0, 20));
  if (existsSync(path.join(directory, completionMarker))) return directory;
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', 'sqlite3']) {
    await cp(path.join(source, name), path.join(directory, name), { recursive: true });
  }
  await run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], directory);
  await writeFile(path.join(directory, completionMarker), '');
  return directory;
}

function run(command: string, parameters: string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    });
    const errorOutput: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errorOutput.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${parameters.join(' ')} ended with ${code}:\n${Buffer.concat(errorOutput)}`));
    });
  });
}
