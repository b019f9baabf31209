import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImageSigning } from '../lib/image-services.ts';
import type { NewsroomSettings } from '../schema/newsroom.ts';
import { sourceFingerprint } from './cache/fingerprint.ts';
import { resolveDirectories } from './directories.ts';
import { readStagingAddress, type StagingAddress } from './staging-address.ts';

/** Where a command reads and writes, and the one moment that it calls now. All paths are absolute. */
export interface Environment {
  /** Where Warraq itself lies: `src/`, `public/` and `package.json`. */
  engineDirectory: string;
  /** Where the site lies: `content/`, settings, output and cache. In the repository of Warraq, also the engine's. */
  newsroomDirectory: string;
  contentDirectory: string;
  publicDirectory: string;
  outputDirectory: string;
  cacheDirectory: string;
  /** Holds the compiled pages. */
  renderersDirectory: string;
  /** Epoch milliseconds. Articles dated later are not published yet. */
  now: number;
  /** The moment was given by `SOURCE_DATE_EPOCH`, not read from the system clock. */
  isMomentGiven?: true;
  /**
   * Whether the library includes drafts and future articles. `dev` and a build with `--drafts` show them, marked as
   * such; any other build leaves them out.
   */
  includeUnpublished: boolean;
  /** The address that the site is built for; without it, the one in `site.yaml`. */
  siteUrl?: string;
  /** A host builds a preview of the site and does not say at which address. */
  isStaging?: true;
  /** The variable that names `siteUrl`, or would name it. */
  siteUrlVariable?: string;
  /** The site is built for editors, with drafts and future articles. */
  isPreview?: true;
  /** The site is shown on the machine of those who make it, by `dev`. */
  isLocal?: boolean;
  /** Files are compared by their bytes, even if their mtimes and sizes have not changed. */
  isVerifying?: boolean;
  /** What the addresses of imgproxy are signed with, from variables only. */
  imageSigning?: ImageSigning;
  /** The command goes on running, and opens the library again after each change. */
  staysOpen?: true;
  /** Digest of the engine's sources. What was cached under another fingerprint is stale. */
  fingerprint: string;
}

/**
 * Returns the directory of the newsroom: the one that the command `warraq` names in `WARRAQ_NEWSROOM`, and otherwise the
 * engine's.
 */
export function newsroomOf(engineRoot: URL, { WARRAQ_NEWSROOM: named }: NodeJS.ProcessEnv): string {
  return path.resolve(named || fileURLToPath(engineRoot));
}

/**
 * Resolves the environment from `CONTENT_DIR`, `OUT_DIR`, `CACHE_DIR`, `SOURCE_DATE_EPOCH` (seconds,
 * https://reproducible-builds.org/specs/source-date-epoch/), `IMGPROXY_KEY` and `IMGPROXY_SALT`, and the variables that `readStagingAddress` reads, and from the
 * settings of the newsroom where a variable is missing.
 */
export function resolveEnvironment(
  engineRoot: URL,
  variables: NodeJS.ProcessEnv = process.env,
  settings: NewsroomSettings = {},
): Environment {
  const engineDirectory = path.resolve(fileURLToPath(engineRoot));
  const newsroomDirectory = newsroomOf(engineRoot, variables);
  const directories = resolveDirectories(variables, newsroomDirectory, settings);
  const isPackage = newsroomDirectory !== engineDirectory;
  const epoch = Number(variables.SOURCE_DATE_EPOCH);
  const address = readStagingAddress(variables);
  const { IMGPROXY_KEY: key, IMGPROXY_SALT: salt } = variables;
  const isMomentGiven = Number.isFinite(epoch) && epoch > 0;
  return {
    engineDirectory,
    newsroomDirectory,
    ...directories,
    // In the repository of Warraq, all sites share their compiled pages.
    renderersDirectory: path.join(isPackage ? directories.cacheDirectory : `${engineDirectory}/.cache`, 'renderers'),
    publicDirectory: fileURLToPath(new URL('public', engineRoot)),
    now: isMomentGiven ? epoch * 1000 : Date.now(),
    ...(isMomentGiven && { isMomentGiven }),
    includeUnpublished: false,
    ...(address !== undefined && 'variable' in address && describeStaging(address)),
    ...(key && salt && { imageSigning: { key, salt } }),
    fingerprint: sourceFingerprint(engineDirectory),
  };
}

function describeStaging({ url, variable }: StagingAddress): Partial<Environment> {
  return { siteUrlVariable: variable, ...(url === undefined ? { isStaging: true } : { siteUrl: url }) };
}

/** Returns the environment at the present moment, unless its moment was given. For a command that goes on running. */
export function atPresent(environment: Environment): Environment {
  return environment.isMomentGiven ? environment : { ...environment, now: Date.now() };
}
