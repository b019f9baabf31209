import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeSystemFault } from '../../src/strings/system-faults.ts';
import { sentences } from './sentences.ts';

/** Waline could not be installed, or its installation is incomplete. The message says what to do. */
export class InstallationError extends Error {
  override readonly name = 'InstallationError';
}

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
  await installPackages(directory);
  await writeFile(path.join(directory, completionMarker), '');
  return directory;
}

function installPackages(directory: string): Promise<void> {
  const parameters = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  return new Promise((resolve, reject) => {
    const child = spawn('npm', parameters, {
      cwd: directory,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    });
    const errorOutput: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errorOutput.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new InstallationError(describeFailure(directory, Buffer.concat(errorOutput).toString(), code)));
    });
  });
}

/** Describes why npm failed, by the code that it prints: one of the system, of the network or of its own. */
function describeFailure(directory: string, errorOutput: string, exitCode: number | null): string {
  const code = /^npm (?:error|ERR!) code (\w+)/m.exec(errorOutput)?.[1] ?? `npm: ${exitCode}`;
  return describeSystemFault({ code, path: directory }) ?? sentences.installationFailed(directory, code);
}
