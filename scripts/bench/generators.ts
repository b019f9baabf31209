import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ContentFormat } from './content-directory.ts';
import { corpusEnd } from './corpus.ts';
import { eleventyContent, hugoContent } from './peer-content.ts';
import type { Command } from './process-measure.ts';
import { warraqContent } from './warraq-content.ts';

export const peerNames = ['hugo', 'eleventy'] as const;
export type PeerName = (typeof peerNames)[number];

/** A site generator that is measured. It works in a workspace, a directory of its own; all paths are inside it. */
export interface Generator {
  name: 'warraq' | PeerName;
  /** Name and version, for tables. */
  title: string;
  format: ContentFormat;
  /** Brings the workspace to the state before any build: no output, no caches, and the original templates. */
  reset(workspace: string): void;
  command(workspace: string): Command;
  /** Returns the file of the template of all pages. It has exactly one `</body>`. */
  template(workspace: string): string;
}

/** Returns the content directory of a workspace. */
export function contentOf(workspace: string): string {
  return path.join(workspace, 'content');
}

/** Returns the output directory of a workspace. */
export function outputOf(workspace: string): string {
  return path.join(workspace, 'site');
}

/** What measured builds use as the current time, in epoch seconds: a day after the end of the corpus. */
const sourceDateEpoch = String(corpusEnd / 1000 + 24 * 3600);

const notCopied = new Set(['.git', '.cache', '.astro', 'content', 'dist', 'docs', 'node_modules', 'tests']);

/** Opens this project. Its workspace has a copy of the sources, so that templates can be edited. */
export function openWarraq(projectDirectory: string): Generator {
  const copyOf = (workspace: string): string => path.join(workspace, 'engine');
  const packages = findPackages(projectDirectory);
  const version = (directory: string): string => readVersion(path.join(directory, 'package.json'));
  return {
    name: 'warraq',
    title: `Warraq ${version(projectDirectory)} (Astro ${version(path.join(packages, 'astro'))})`,
    format: warraqContent,
    reset: (workspace) => {
      const copy = copyOf(workspace);
      for (const directory of [copy, outputOf(workspace), path.join(workspace, 'cache')]) removeTree(directory);
      mkdirSync(copy, { recursive: true });
      for (const name of readdirSync(projectDirectory)) {
        if (notCopied.has(name)) continue;
        cpSync(path.join(projectDirectory, name), path.join(copy, name), { recursive: true });
      }
      symlinkSync(packages, path.join(copy, 'node_modules'), 'junction');
    },
    command: (workspace) => ({
      program: process.execPath,
      arguments: ['scripts/build.ts'],
      directory: copyOf(workspace),
      environment: {
        CONTENT_DIR: contentOf(workspace),
        OUT_DIR: outputOf(workspace),
        CACHE_DIR: path.join(workspace, 'cache'),
        SOURCE_DATE_EPOCH: sourceDateEpoch,
        ASTRO_TELEMETRY_DISABLED: '1',
        // The copy is its own newsroom, whatever newsroom the bench runs in.
        WARRAQ_NEWSROOM: '',
      },
    }),
    template: (workspace) => path.join(copyOf(workspace), 'src/layouts/SiteLayout.astro'),
  };
}

/** Finds the `node_modules` with the packages of the engine: its own, or the one that the engine lies in. */
function findPackages(directory: string): string {
  const place = path.join(directory, 'node_modules');
  const parent = path.dirname(directory);
  return parent === directory || existsSync(path.join(place, 'astro')) ? place : findPackages(parent);
}

/** A peer is not installed and cannot be installed. The message says why. */
export class PeerUnavailable extends Error {
  override name = 'PeerUnavailable';
}

/**
 * Opens a peer: another generator that ours is compared with. Eleventy is installed with npm below `directory` if
 * necessary. Rejects with `PeerUnavailable`.
 */
export function openPeer(name: PeerName, projectDirectory: string, directory: string): Promise<Generator> {
  const shipped = path.join(projectDirectory, 'scripts/bench/peers', name);
  return name === 'hugo' ? openHugo(shipped) : openEleventy(shipped, path.join(directory, 'eleventy'));
}

async function openHugo(shipped: string): Promise<Generator> {
  const version = await run('hugo', ['version']).catch(() => {
    throw new PeerUnavailable('there is no `hugo` in PATH; Debian and Ubuntu have it: apt-get install hugo');
  });
  return {
    name: 'hugo',
    title: `Hugo ${/v(\d[\d.]*)/.exec(version)?.[1] ?? version.trim()}`,
    format: hugoContent,
    reset: (workspace) => {
      for (const name of ['site', 'resources', 'layouts']) removeTree(path.join(workspace, name));
      cpSync(shipped, workspace, { recursive: true });
    },
    command: (workspace) => ({
      program: 'hugo',
      arguments: ['--quiet', '--destination', 'site', '--cacheDir', path.join(workspace, 'resources')],
      directory: workspace,
    }),
    template: (workspace) => path.join(workspace, 'layouts/_default/baseof.html'),
  };
}

async function openEleventy(shipped: string, installation: string): Promise<Generator> {
  const manifest = readFileSync(path.join(shipped, 'package.json'), 'utf8');
  const installed = path.join(installation, 'package.json');
  const program = path.join(installation, 'node_modules/@11ty/eleventy/cmd.cjs');
  if (!existsSync(program) || readFileSync(installed, 'utf8') !== manifest) {
    mkdirSync(installation, { recursive: true });
    writeFileSync(installed, manifest);
    await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], installation).catch(
      (error: Error) => {
        throw new PeerUnavailable(`npm could not install it: ${error.message.split('\n').slice(0, 3).join(' ')}`);
      },
    );
  }
  return {
    name: 'eleventy',
    title: `Eleventy ${readVersion(path.join(installation, 'node_modules/@11ty/eleventy/package.json'))}`,
    format: eleventyContent,
    reset: (workspace) => {
      for (const name of ['site', '_includes', '.cache', 'node_modules']) removeTree(path.join(workspace, name));
      cpSync(shipped, workspace, { recursive: true });
      // Its configuration imports the plugin for images.
      symlinkSync(path.join(installation, 'node_modules'), path.join(workspace, 'node_modules'), 'junction');
    },
    command: (workspace) => ({
      program: process.execPath,
      arguments: [program, '--quiet'],
      directory: workspace,
    }),
    template: (workspace) => path.join(workspace, '_includes/base.njk'),
  };
}

const execFileText = promisify(execFile);

async function run(program: string, parameters: string[], directory?: string): Promise<string> {
  return (await execFileText(program, parameters, { cwd: directory })).stdout;
}

function readVersion(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

function removeTree(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}
