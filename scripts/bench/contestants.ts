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

/** A generator that is measured. Every path is inside the workspace that it is given, a directory of its own. */
export interface Contestant {
  name: 'warraq' | PeerName;
  /** With its version, for tables. */
  title: string;
  format: ContentFormat;
  /** Makes the workspace as it was before any build: without output and caches, with the templates as they are shipped. */
  reset(workspace: string): void;
  command(workspace: string): Command;
  /** The file that every page goes through; it has one `</body>`. */
  template(workspace: string): string;
}

/** Where the corpus stands in a workspace. */
export function contentOf(workspace: string): string {
  return path.join(workspace, 'content');
}

/** Where a build leaves its pages in a workspace. */
export function outputOf(workspace: string): string {
  return path.join(workspace, 'site');
}

/** The clock of the builds: a day after the last article. */
const sourceDateEpoch = String(corpusEnd / 1000 + 24 * 3600);

const notCopied = new Set(['.git', '.cache', '.astro', 'content', 'dist', 'docs', 'node_modules', 'tests']);

/** This project, as a copy in which templates may be edited. */
export function openWarraq(projectDirectory: string): Contestant {
  const engineOf = (workspace: string): string => path.join(workspace, 'engine');
  const version = (name: string): string => readVersion(path.join(projectDirectory, name, 'package.json'));
  return {
    name: 'warraq',
    title: `Warraq ${version('')} (Astro ${version('node_modules/astro')})`,
    format: warraqContent,
    reset: (workspace) => {
      const engine = engineOf(workspace);
      for (const directory of [engine, outputOf(workspace), path.join(workspace, 'cache')]) removeTree(directory);
      mkdirSync(engine, { recursive: true });
      for (const name of readdirSync(projectDirectory)) {
        if (notCopied.has(name)) continue;
        cpSync(path.join(projectDirectory, name), path.join(engine, name), { recursive: true });
      }
      symlinkSync(path.join(projectDirectory, 'node_modules'), path.join(engine, 'node_modules'), 'junction');
    },
    command: (workspace) => ({
      program: process.execPath,
      arguments: ['scripts/build.ts'],
      directory: engineOf(workspace),
      environment: {
        CONTENT_DIR: contentOf(workspace),
        OUT_DIR: outputOf(workspace),
        CACHE_DIR: path.join(workspace, 'cache'),
        SOURCE_DATE_EPOCH: sourceDateEpoch,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
    }),
    template: (workspace) => path.join(engineOf(workspace), 'src/layouts/SiteLayout.astro'),
  };
}

/** Why a peer cannot take part, for the one who runs the bench. */
export class AbsentPeer extends Error {
  override name = 'AbsentPeer';
}

/**
 * Opens a peer, or throws `AbsentPeer`. Eleventy is installed with npm below `directory` where it is not there yet.
 */
export function openPeer(name: PeerName, projectDirectory: string, directory: string): Promise<Contestant> {
  const shipped = path.join(projectDirectory, 'scripts/bench/peers', name);
  return name === 'hugo' ? openHugo(shipped) : openEleventy(shipped, path.join(directory, 'eleventy'));
}

async function openHugo(shipped: string): Promise<Contestant> {
  const version = await run('hugo', ['version']).catch(() => {
    throw new AbsentPeer('there is no `hugo` in PATH; Debian and Ubuntu have it: apt-get install hugo');
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

async function openEleventy(shipped: string, installation: string): Promise<Contestant> {
  const manifest = readFileSync(path.join(shipped, 'package.json'), 'utf8');
  const installed = path.join(installation, 'package.json');
  const program = path.join(installation, 'node_modules/@11ty/eleventy/cmd.cjs');
  if (!existsSync(program) || readFileSync(installed, 'utf8') !== manifest) {
    mkdirSync(installation, { recursive: true });
    writeFileSync(installed, manifest);
    await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], installation).catch(
      (error: Error) => {
        throw new AbsentPeer(`npm could not install it: ${error.message.split('\n').slice(0, 3).join(' ')}`);
      },
    );
  }
  return {
    name: 'eleventy',
    title: `Eleventy ${readVersion(path.join(installation, 'node_modules/@11ty/eleventy/package.json'))}`,
    format: eleventyContent,
    reset: (workspace) => {
      for (const name of ['site', '_includes', '.cache']) removeTree(path.join(workspace, name));
      cpSync(shipped, workspace, { recursive: true });
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
