import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { digestText } from '../../lib/digest.ts';
import { handToAstro } from '../../library/astro-handover.ts';
import type { CompiledContent } from '../../library/content/compiled-content.ts';
import type { Environment } from '../../library/environment.ts';
import { listFiles } from '../../library/list-files.ts';
import { compiledNames } from '../../library/theme/components.ts';
import { astroOptions } from './astro-options.ts';

export interface CompilationTask {
  environment: Environment;
  /** Exists and is empty. */
  directory: string;
  compiledContent: CompiledContent;
}

/**
 * Compiles all pages with Astro and Vite into `directory`: their code into `bundle/`, and the files that they refer to
 * into `client/`. Resolves to the file name of the bundle's entry. Runs in a child process, whose end releases its
 * memory.
 */
export async function compilePages({ environment, directory, compiledContent }: CompilationTask): Promise<string> {
  handToAstro({ environment, compiledContent });
  const { build } = await import('astro');
  const options = await astroOptions(environment);
  await build({
    ...options,
    // Errors are thrown too.
    logLevel: 'silent',
    outDir: directory,
    publicDir: path.join(directory, 'nothing'),
    cacheDir: path.join(directory, 'astro'),
    integrations: [...(options.integrations ?? []), compileOnly(directory)],
  });
  const bundle = path.join(directory, 'bundle');
  const names = compiledNames(compiledContent.components);
  await shortenScopes(bundle, path.join(directory, 'client'), names);
  const entryFile = (await readdir(bundle)).find((name) => name.startsWith('prerender-entry'));
  if (entryFile === undefined) throw new Error('Astro made no entry to the bundle of pages.');
  return entryFile;
}

const scope = /data-astro-cid-[a-z\d]{8}/g;

/**
 * Replaces the attributes by which Astro scopes the styles of components, `data-astro-cid-<hash>`, with `data-1`,
 * `data-2` and so on in all compiled files. They are on every element and in every selector and do not compress: a
 * tenth of the bytes that a reader loads for an article. Style sheets are renamed after their new contents, because
 * browsers cache them by name and a new component shifts the numbers of the others. Those of the newsroom's own
 * `components` come last, so that they shift none of the engine's.
 */
async function shortenScopes(bundle: string, client: string, components: readonly string[]): Promise<void> {
  const files = [bundle, client].flatMap((directory) => listFiles(directory).map((file) => path.join(directory, file)));
  const texts = new Map<string, string>();
  for (const file of files.filter((name) => /\.(?:mjs|js|css)$/.test(name)))
    texts.set(file, await readFile(file, 'utf8'));
  const ownSheets = [...texts].filter(([file]) => file.endsWith('.css') && isOfComponent(file, components));
  const own = scopesIn(ownSheets.map(([, text]) => text));
  const engine = [...scopesIn([...texts.values()])].filter((name) => !own.has(name));
  const names = new Map([...engine.sort(), ...[...own].sort()].map((name, index) => [name, `data-${index + 1}`]));
  const shorten = (text: string) => text.replace(scope, (name) => names.get(name) ?? name);
  const sheets = [...texts].filter(([file]) => file.startsWith(client) && file.endsWith('.css'));
  const renamed = sheets.map(([file, text]): [string, string] => {
    const name = path.basename(file);
    return [name, name.replace(/\.[\w-]+(?=\.css$)/, `.${digestText(shorten(text)).slice(0, 8)}`)];
  });
  for (const [file, text] of texts) {
    const settled = renamed.reduce((rest, [name, next]) => rest.replaceAll(name, next), shorten(text));
    if (settled === text) continue;
    if (file.startsWith(client) && !file.endsWith('.css'))
      throw new Error(
        `${path.basename(file)} names a scope or a style sheet: its own name would stand for other bytes.`,
      );
    await writeFile(file, settled);
  }
  for (const [file] of sheets) {
    const next = new Map(renamed).get(path.basename(file)) as string;
    await rename(file, path.join(path.dirname(file), next));
  }
}

function scopesIn(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap((text) => text.match(scope) ?? []));
}

/** Whether a file that pages load, such as `_astro/Chart.1a2b.css`, was made for one of the newsroom's components. */
export function isOfComponent(file: string, components: readonly string[]): boolean {
  return components.some((name) => path.basename(file).startsWith(`${name}.`));
}

/** Makes Astro compile all pages without rendering any, and copies their bundle to `bundle/`. */
function compileOnly(directory: string): AstroIntegration {
  const place = (name: string) => pathToFileURL(`${path.join(directory, name)}${path.sep}`);
  const entry: Plugin = {
    name: 'warraq:pages-entry',
    configEnvironment: (name) =>
      name === 'prerender'
        ? {
            build: {
              rolldownOptions: {
                input: fileURLToPath(new URL('pages-entry.ts', import.meta.url)),
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
