import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { inject } from 'vitest';
import { commandStrings } from '../../src/strings/commands.ts';
import { type Files, writeContent } from './write-content.ts';

export const projectDirectory = path.resolve(import.meta.dirname, '../..');

export interface SiteDirectories {
  /** The value of `CONTENT_DIR`. Like `OUT_DIR` and `CACHE_DIR` it is absolute, or relative to the project. */
  contentDirectory: string;
  outputDirectory: string;
  cacheDirectory: string;
}

export interface BuildOptions {
  environment?: Record<string, string>;
  /** The directory for content, output and cache; by default a new temporary directory. */
  directory?: string;
  /** True if the three directories are passed relative to the project. */
  relative?: boolean;
}

export interface BuildResult {
  exitCode: number;
  /** Everything that the build printed, without colours. */
  output: string;
}

export interface BuiltSite extends BuildResult {
  directories: SiteDirectories;
  /** Reads a file of the output. */
  read(file: string): string;
  exists(file: string): boolean;
  /** Lists all files of the output, relative to it and sorted. */
  files(): string[];
}

/** Writes a content directory and runs the real build on it, like `npm run build`. */
export async function buildSite(files: Files, options: BuildOptions = {}): Promise<BuiltSite> {
  const directory = options.directory ?? (await mkdtemp(path.join(inject('temporaryRoot'), 'site-')));
  const place = (name: string) => {
    const absolute = path.join(directory, name);
    return options.relative ? path.relative(projectDirectory, absolute) : absolute;
  };
  const directories = {
    contentDirectory: place('content'),
    outputDirectory: place('site'),
    cacheDirectory: place('cache'),
  };
  await writeContent(path.join(directory, 'content'), files);
  const result = await runBuild(directories, options.environment);
  return { ...result, ...openOutput(path.join(directory, 'site')), directories };
}

/** Runs the build, by default on the project's own content. */
export async function runBuild(
  directories: Partial<SiteDirectories>,
  environment: Record<string, string> = {},
  project?: string,
  options?: readonly string[],
): Promise<BuildResult> {
  return startBuild(directories, environment, project, options).result;
}

export interface RunningBuild {
  result: Promise<BuildResult>;
  /** Kills the build and its child processes with SIGKILL, so that nothing can clean up, as in a power cut. */
  kill(): void;
}

/** Starts the build of the engine in `project` in its own process group; `options` are command-line options. */
export function startBuild(
  directories: Partial<SiteDirectories>,
  environment: Record<string, string> = {},
  project: string = projectDirectory,
  options: readonly string[] = [],
): RunningBuild {
  const { contentDirectory, outputDirectory, cacheDirectory } = directories;
  const build = spawn(process.execPath, ['scripts/build.ts', ...options], {
    cwd: project,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environmentOutsideTests(),
      NO_COLOR: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
      ...(contentDirectory && { CONTENT_DIR: contentDirectory }),
      ...(outputDirectory && { OUT_DIR: outputDirectory }),
      ...(cacheDirectory && { CACHE_DIR: cacheDirectory }),
      ...environment,
    },
  });
  const printed: Buffer[] = [];
  build.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  build.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
  const result = new Promise<BuildResult>((resolve, reject) => {
    build.on('error', reject);
    build.on('close', (exitCode) => {
      resolve({ exitCode: exitCode ?? 1, output: Buffer.concat(printed).toString('utf8') });
    });
  });
  return {
    result,
    kill() {
      if (build.pid !== undefined && build.exitCode === null) process.kill(-build.pid, 'SIGKILL');
    },
  };
}

/** Removes the lines of progress from the output of a command, because they appear only on slow machines. */
export function withoutProgress<Result extends { output: string }>(result: Result): Result {
  const stages = [...Object.values(commandStrings.build.stages), commandStrings.importer.fetching];
  const lines = result.output.split('\n').filter((line) => !stages.some((stage) => line.startsWith(`${stage}: `)));
  return { ...result, output: lines.join('\n') };
}

/**
 * Returns the environment without the variables of Vitest, Warraq and the hosts that build previews, which would change the behaviour of the commands
 * that tests start.
 */
export function environmentOutsideTests(): NodeJS.ProcessEnv {
  const ours =
    /^(NODE_ENV|VITEST.*|TEST|DEV|PROD|MODE|BASE_URL|SSR|WARRAQ_.*|CONTENT_DIR|OUT_DIR|CACHE_DIR|SITE_URL|FORCE_COLOR)$/;
  const ofHosts = /^(NETLIFY|CONTEXT|DEPLOY_URL|DEPLOY_PRIME_URL|VERCEL(_.*)?|CF_PAGES(_.*)?|INIT_CWD)$/;
  const isLeftOut = (name: string) => ours.test(name) || ofHosts.test(name);
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !isLeftOut(name))),
    // Node keeps the modules of the engine compiled, which saves a fifth of each command's processor time.
    NODE_COMPILE_CACHE: path.join(projectDirectory, '.cache', 'node-compile'),
  };
}

export function openOutput(directory: string): Pick<BuiltSite, 'read' | 'exists' | 'files'> {
  return {
    read: (file) => readFileSync(path.join(directory, file), 'utf8'),
    exists: (file) => existsSync(path.join(directory, file)),
    files: () => listFiles(directory),
  };
}

/** Lists all files below a directory, relative to it, with `/` as the separator, sorted. */
export function listFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
