import { spawn } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inject } from 'vitest';
import { environmentOutsideTests, projectDirectory } from './build-site.ts';
import { type Files, writeContent } from './write-content.ts';

export interface CheckResult {
  exitCode: number;
  /** Standard output without colours. */
  output: string;
  errors: string;
}

export interface CheckedDirectory {
  contentDirectory: string;
  cacheDirectory: string;
  run(...flags: string[]): Promise<CheckResult>;
  read(file: string): Promise<string>;
}

/** Writes a content directory, on which tests can run the check as `npm run check -- …` does. */
export async function openForCheck(files: Files): Promise<CheckedDirectory> {
  const directory = await mkdtemp(path.join(inject('temporaryRoot'), 'check-'));
  const contentDirectory = path.join(directory, 'content');
  const cacheDirectory = path.join(directory, 'cache');
  await writeContent(contentDirectory, files);
  return {
    contentDirectory,
    cacheDirectory,
    run: (...flags) => runCheck(flags, { CONTENT_DIR: contentDirectory, CACHE_DIR: cacheDirectory }),
    read: (file) => readFile(path.join(contentDirectory, file), 'utf8'),
  };
}

function runCheck(flags: readonly string[], environment: Record<string, string>): Promise<CheckResult> {
  const check = spawn(process.execPath, ['scripts/check.ts', ...flags], {
    cwd: projectDirectory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environmentOutsideTests(), NO_COLOR: '1', ...environment },
  });
  const read = (stream: NodeJS.ReadableStream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
  };
  const output = read(check.stdout);
  const errors = read(check.stderr);
  return new Promise((resolve, reject) => {
    check.on('error', reject);
    check.on('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output: output(), errors: errors() }));
  });
}
