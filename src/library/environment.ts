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
  /** Epoch milliseconds. Articles dated later are not published yet. */
  now: number;
  /**
   * Whether the library includes drafts and future articles. `dev` shows them, marked as such; a build leaves them out.
   */
  includeUnpublished: boolean;
  /** Digest of the engine's sources. What was cached under another fingerprint is stale. */
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
