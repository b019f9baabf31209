import { fileURLToPath } from 'node:url';
import { sourceFingerprint } from './cache/fingerprint.ts';
import { resolveDirectories } from './directories.ts';

/** Where a command reads and writes, and the one moment that it calls now. All paths are absolute. */
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

/**
 * Resolves the environment from `CONTENT_DIR`, `OUT_DIR`, `CACHE_DIR` and `SOURCE_DATE_EPOCH` (seconds,
 * https://reproducible-builds.org/specs/source-date-epoch/).
 */
export function resolveEnvironment(projectRoot: URL, variables: NodeJS.ProcessEnv = process.env): Environment {
  const projectDirectory = fileURLToPath(projectRoot);
  const epoch = Number(variables.SOURCE_DATE_EPOCH);
  return {
    projectDirectory,
    ...resolveDirectories(variables, projectDirectory),
    publicDirectory: fileURLToPath(new URL('public', projectRoot)),
    now: Number.isFinite(epoch) && epoch > 0 ? epoch * 1000 : Date.now(),
    includeUnpublished: false,
    fingerprint: sourceFingerprint(projectDirectory),
  };
}
