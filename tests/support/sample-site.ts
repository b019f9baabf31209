import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { type BuildResult, type BuiltSite, openOutput, runBuild, type SiteDirectories } from './build-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Holds every site that this run of the tests builds; removed after it. */
    temporaryRoot: string;
    sampleBuild: BuildResult & { directories: SiteDirectories };
  }
}

interface SampleRun {
  temporaryRoot: string;
  sampleBuild: BuildResult & { directories: SiteDirectories };
}

/** Each project loads this module anew; the run of the tests is one process, and so is what it keeps. */
const kept = globalThis as { warraqSampleRun?: Promise<SampleRun> };

/** Builds the site in `content/` once for all tests that look at it. */
export async function setup(project: TestProject): Promise<void> {
  kept.warraqSampleRun ??= buildSampleSite();
  const { temporaryRoot, sampleBuild } = await kept.warraqSampleRun;
  project.provide('temporaryRoot', temporaryRoot);
  project.provide('sampleBuild', sampleBuild);
}

export async function teardown(): Promise<void> {
  const run = await kept.warraqSampleRun;
  if (run) await rm(run.temporaryRoot, { recursive: true, force: true });
}

async function buildSampleSite(): Promise<SampleRun> {
  const temporaryRoot = await mkdtemp(path.join(os.tmpdir(), 'warraq-tests-'));
  const directories = {
    contentDirectory: 'content',
    outputDirectory: path.join(temporaryRoot, 'sample-site'),
    cacheDirectory: path.join(temporaryRoot, 'sample-cache'),
  };
  return { temporaryRoot, sampleBuild: { ...(await runBuild(directories)), directories } };
}

/** The built sample site; throws what the build printed where it failed. */
export function sampleSite(): BuiltSite {
  const { exitCode, output, directories } = inject('sampleBuild');
  if (exitCode !== 0) throw new Error(`The sample site does not build:\n${output}`);
  return { exitCode, output, directories, ...openOutput(directories.outputDirectory) };
}
