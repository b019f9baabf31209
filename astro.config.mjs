import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { handToAstro, readHandover } from './src/library/astro-handover.ts';
import { placedImages, typesettingOf } from './src/library/content/bodies.ts';
import { resolveEnvironment } from './src/library/environment.ts';
import { createFileStore } from './src/library/files/files.ts';
import { createImageStore } from './src/library/images/images.ts';
import { newsroomPublicDirectory } from './src/library/public-files.ts';
import { listComponentNames } from './src/library/theme/components.ts';
import { createMarkdownProcessor } from './src/markdown/astro-processor.ts';
import { bodyLabels } from './src/markdown/labels.ts';
import { basePath, encodePath } from './src/model/urls.ts';
import { articleStyles, pageScript } from './src/site-build/astro/chunk-groups.ts';
import { devServer } from './src/site-build/astro/dev-server.ts';
import { mdxBodies } from './src/site-build/astro/mdx-bodies.ts';
import { readCompiledContent } from './src/site-build/astro/read-compiled-content.ts';
import { siteLabels } from './src/site-build/astro/site-labels.ts';
import { themeComponents } from './src/site-build/astro/theme-components.ts';

// Commands hand over their environment. It is missing only if Astro was started from its own command line.
const environment = readHandover().environment ?? resolveEnvironment(new URL('.', import.meta.url));
handToAstro({ environment });
const { contentDirectory, outputDirectory, cacheDirectory } = environment;
const { settings } = await readCompiledContent(environment);
const { resolve } = placedImages(createImageStore(environment, settings), settings);
const base = basePath(settings);

export default defineConfig({
  outDir: outputDirectory,
  cacheDir: `${cacheDirectory}/astro`,
  publicDir: newsroomPublicDirectory(environment),
  ...(base !== '' && { base }),
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
      resolveFile: createFileStore(environment).resolve,
      digits: settings.digits,
      embeds: settings.embeds,
      // Read again for each body, because `dev` may be given a new component.
      get components() {
        return listComponentNames(contentDirectory);
      },
      labels: bodyLabels(settings.labels),
      contentDirectory,
      siteUrl: settings.url,
      stagingOf: settings.stagingOf,
      typesetting: typesettingOf(settings),
      fingerprint: environment.fingerprint,
    }),
  },
  integrations: [
    devServer(environment, base),
    mdxBodies(environment),
    themeComponents(environment),
    siteLabels(),
    mdx(),
  ],
  vite: {
    cacheDir: `${cacheDirectory}/vite`,
    define: { 'import.meta.env.BASE_PATH': JSON.stringify(encodePath(base)) },
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es' },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [pageScript] } } } } },
      prerender: { build: { rolldownOptions: { output: { codeSplitting: { groups: [articleStyles] } } } } },
    },
  },
});
