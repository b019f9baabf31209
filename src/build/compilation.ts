import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { type CompiledContent, publishCompiledContent } from '../library/compiled-content.ts';
import { listFiles } from './output.ts';

export interface CompilationTask {
  projectDirectory: string;
  /** Exists and is empty. */
  directory: string;
  content: CompiledContent;
}

/**
 * A task for a process of its own, whose memory ends with it: lets Astro and Vite compile all pages into `directory`, their
 * code into `bundle/` and what they refer to into `client/`. Gives the name of the bundle's entry.
 */
export async function compilePages({ projectDirectory, directory, content }: CompilationTask): Promise<string> {
  publishCompiledContent(content);
  const { build } = await import('astro');
  await build({
    root: projectDirectory,
    logLevel: 'error',
    outDir: directory,
    publicDir: path.join(directory, 'nothing'),
    cacheDir: path.join(directory, 'astro'),
    integrations: [compileOnly(directory)],
  });
  const bundle = path.join(directory, 'bundle');
  await shortenScopes([bundle, path.join(directory, 'client')]);
  const entryFile = (await readdir(bundle)).find((name) => name.startsWith('prerender-entry'));
  if (entryFile === undefined) throw new Error('Astro made no entry to the bundle of pages.');
  return entryFile;
}

const scope = /data-astro-cid-([a-z\d]{8})/g;
const shortestName = 3;

/**
 * Gives the scopes of components short names, `data-k3f`, in all that was compiled: Astro's hashes stand on every element
 * and in every selector, nothing compresses them, and they are a tenth of what a reader loads of an article. A name is the
 * beginning of a hash and not a number, so that a new component renames no other: style sheets are named after what was in
 * them before, and a browser that has kept one may never ask for it again.
 */
async function shortenScopes(directories: readonly string[]): Promise<void> {
  const files = directories.flatMap((directory) => listFiles(directory).map((file) => path.join(directory, file)));
  const texts = new Map<string, string>();
  for (const file of files.filter((name) => /\.(?:mjs|js|css)$/.test(name)))
    texts.set(file, await readFile(file, 'utf8'));
  const hashes = [
    ...new Set([...texts.values()].flatMap((text) => [...text.matchAll(scope)].map(([, hash = '']) => hash))),
  ];
  const length = lengthToTellApart(hashes);
  for (const [file, text] of texts) {
    const shortened = text.replace(scope, (_, hash: string) => `data-${hash.slice(0, length)}`);
    if (shortened !== text) await writeFile(file, shortened);
  }
}

/** The least length, of `shortestName` characters or more, at which the beginnings of all are different. */
function lengthToTellApart(hashes: readonly string[]): number {
  let length = shortestName;
  while (new Set(hashes.map((hash) => hash.slice(0, length))).size < hashes.length) length += 1;
  return length;
}

/** Lets Astro compile everything and render nothing; the bundle of the pages is kept in `bundle/`. */
function compileOnly(directory: string): AstroIntegration {
  const place = (name: string) => pathToFileURL(`${path.join(directory, name)}${path.sep}`);
  const entry: Plugin = {
    name: 'warraq:renderer-entry',
    configEnvironment: (name) =>
      name === 'prerender'
        ? {
            build: {
              rolldownOptions: {
                input: fileURLToPath(new URL('renderer-entry.ts', import.meta.url)),
              },
            },
          }
        : undefined,
  };
  return {
    name: 'warraq:renderer',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          build: { client: place('client'), server: place('server') },
          vite: { plugins: [entry] },
        });
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'warraq',
          entrypointResolution: 'auto',
          serverEntrypoint: 'astro/app/entrypoint',
          adapterFeatures: { buildOutput: 'static', preserveBuildClientDir: true, preserveBuildServerDir: true },
          supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'warraq',
          async setup() {
            await cp(new URL('.prerender/', place('server')), place('bundle'), { recursive: true });
          },
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error('Pages are rendered from the bundle.')),
        });
      },
    },
  };
}
