import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

const source = import.meta.dirname;
const marker = 'installed';

/**
 * Installs Waline as the lock file beside this file says, and resolves to where it is: a folder of its own below `cache`,
 * named by the lock file, so that an update stands beside what runs. What is already there is taken as it is.
 */
export async function installWaline(cache: string): Promise<string> {
  const lock = await readFile(path.join(source, 'package-lock.json'));
  const directory = path.join(cache, createHash('sha256').update(lock).digest('hex').slice(0, 20));
  if (await exists(path.join(directory, marker))) return directory;
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const name of ['package.json', 'package-lock.json', 'sqlite3']) {
    await cp(path.join(source, name), path.join(directory, name), { recursive: true });
  }
  await run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], directory);
  await writeFile(path.join(directory, marker), '');
  return directory;
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function run(command: string, parameters: string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    });
    const printed: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${parameters.join(' ')} ended with ${code}:\n${Buffer.concat(printed)}`));
    });
  });
}
