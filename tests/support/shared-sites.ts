import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { installWaline } from '../../scripts/comments-server/install.ts';
import { type BuildResult, type BuiltSite, openOutput, runBuild, type SiteDirectories } from './build-site.ts';
import { commentsCache } from './comments-service.ts';
import { referenceSite as referenceFiles } from './newsroom.ts';
import { writeContent } from './write-content.ts';

type SharedBuild = BuildResult & { directories: SiteDirectories };

interface SharedSites {
  /** The directory of all sites that this test run builds; it is deleted at the end. */
  temporaryRoot: string;
  sampleBuild: SharedBuild;
  referenceBuild: SharedBuild;
}

declare module 'vitest' {
  interface ProvidedContext extends SharedSites {}
}

/** Stored globally, because each Vitest project loads this module again, although all run in one process. */
const kept = globalThis as { warraqSharedSites?: Promise<SharedSites>; warraqWaline?: Promise<string> };

/** Builds the sites that many tests share once: the site in `content/` and the site of the reference page. */
export async function setup(project: TestProject): Promise<void> {
  // Waline is installed while the sites are built: installing waits for the network, building for the processor.
  const hasBrowserTests = project.vitest.projects.some(({ name }) => name === 'browser');
  if (hasBrowserTests) kept.warraqWaline ??= installWaline(commentsCache);
  kept.warraqSharedSites ??= buildSharedSites();
  const { temporaryRoot, sampleBuild, referenceBuild } = await kept.warraqSharedSites;
  project.provide('temporaryRoot', temporaryRoot);
  project.provide('sampleBuild', sampleBuild);
  project.provide('referenceBuild', referenceBuild);
  if (project.name === 'browser') {
    await kept.warraqWaline;
    // Unpacked once, before the workers: a browser that another worker still writes cannot be started.
    await chromium.executablePath();
  }
}

export async function teardown(): Promise<void> {
  const sites = await kept.warraqSharedSites;
  if (sites) await rm(sites.temporaryRoot, { recursive: true, force: true });
}

async function buildSharedSites(): Promise<SharedSites> {
  const temporaryRoot = await mkdtemp(path.join(os.tmpdir(), 'warraq-tests-'));
  const referenceContent = path.join(temporaryRoot, 'reference-content');
  await writeContent(referenceContent, referenceFiles);
  return {
    temporaryRoot,
    sampleBuild: await buildFrom('content', path.join(temporaryRoot, 'sample')),
    referenceBuild: await buildFrom(referenceContent, path.join(temporaryRoot, 'reference')),
  };
}

async function buildFrom(contentDirectory: string, name: string): Promise<SharedBuild> {
  const directories = { contentDirectory, outputDirectory: `${name}-site`, cacheDirectory: `${name}-cache` };
  return { ...(await runBuild(directories)), directories };
}

/** Returns the built sample site. Throws with the output of the build if it failed. */
export function sampleSite(): BuiltSite {
  return open(inject('sampleBuild'));
}

/** Returns the built site whose article has every part of the reference page. */
export function referenceSite(): BuiltSite {
  return open(inject('referenceBuild'));
}

function open({ exitCode, output, directories }: SharedBuild): BuiltSite {
  if (exitCode !== 0) throw new Error(`The site in ${directories.contentDirectory} does not build:\n${output}`);
  return { exitCode, output, directories, ...openOutput(directories.outputDirectory) };
}
