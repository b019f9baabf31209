import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { devServer } from './src/build/dev-server.ts';
import { mdxBodies } from './src/build/mdx-bodies.ts';
import { typesettingOf } from './src/library/bodies.ts';
import { settleEnvironment } from './src/library/environment.ts';
import { createImageStore } from './src/library/images.ts';
import { openLibrary } from './src/library/library.ts';
import { createMarkdownProcessor } from './src/markdown/processor.ts';

const environment = settleEnvironment(new URL('.', import.meta.url));
const { contentDirectory, outputDirectory, cacheDirectory, publicDirectory } = environment;
const { resolve } = createImageStore(environment);
const { site } = await openLibrary(environment);

export default defineConfig({
  outDir: outputDirectory,
  cacheDir: `${cacheDirectory}/astro`,
  publicDir: publicDirectory,
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  build: { inlineStylesheets: 'never' },
  markdown: {
    syntaxHighlight: false,
    processor: createMarkdownProcessor({
      resolveImage: resolve,
      contentDirectory,
      siteUrl: site.url,
      typesetting: typesettingOf(site),
      fingerprint: environment.fingerprint,
    }),
  },
  integrations: [devServer(environment), mdxBodies(environment), mdx()],
  vite: {
    cacheDir: `${cacheDirectory}/vite`,
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    worker: { format: 'es' },
  },
});
