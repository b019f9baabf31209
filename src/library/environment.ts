import { fileURLToPath } from 'node:url';
import { sourceFingerprint } from './cache/fingerprint.ts';
import { resolveDirectories } from './directories.ts';

/** Where a build reads and writes, and the one moment that it calls now. All paths are absolute. */
export interface Environment {
  projectDirectory: string;
  contentDirectory: string;
  publicDirectory: string;
  outputDirectory: string;
  cacheDirectory: string;
  /** Epoch milliseconds: what is dated later is not published yet. */
  now: number;
  /** True in `dev` alone: drafts and future articles are shown, marked as such. */
  includeUnpublished: boolean;
  /** Digest of the engine's sources: a cache made by other code is stale. */
  fingerprint: string;
}

const variable = 'WARRAQ_ENVIRONMENT';

/**
 * Settles the environment of this process from `CONTENT_DIR`, `OUT_DIR`, `CACHE_DIR` and `SOURCE_DATE_EPOCH`
 * (seconds, reproducible-builds.org), and leaves it where `readEnvironment` finds it from inside Vite's bundle.
 */
export function resolveEnvironment(projectRoot: URL, variables: NodeJS.ProcessEnv = process.env): Environment {
  const projectDirectory = fileURLToPath(projectRoot);
  const epoch = Number(variables.SOURCE_DATE_EPOCH);
  const environment: Environment = {
    projectDirectory,
    ...resolveDirectories(variables, projectDirectory),
    publicDirectory: fileURLToPath(new URL('public', projectRoot)),
    now: Number.isFinite(epoch) && epoch > 0 ? epoch * 1000 : Date.now(),
    includeUnpublished: false,
    fingerprint: sourceFingerprint(projectDirectory),
  };
  publishEnvironment(environment);
  return environment;
}

/** Leaves to other configurations of this process, such as Astro's, the variables that settle the same environment. */
export function publishDirectories(environment: Environment, variables: NodeJS.ProcessEnv = process.env): void {
  const { contentDirectory, outputDirectory, cacheDirectory, now } = environment;
  Object.assign(variables, {
    CONTENT_DIR: contentDirectory,
    OUT_DIR: outputDirectory,
    CACHE_DIR: cacheDirectory,
    SOURCE_DATE_EPOCH: String(now / 1000),
  });
}

export function publishEnvironment(environment: Environment): void {
  process.env[variable] = JSON.stringify(environment);
}

export function readEnvironment(): Environment {
  const published = process.env[variable];
  if (published === undefined) throw new Error(`${variable} is not set: resolveEnvironment must run first.`);
  return JSON.parse(published) as Environment;
}
