import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { typesettingOf } from './src/library/content/bodies.ts';
import { openCompiledContent } from './src/library/content/compiled-content.ts';
import { resolveEnvironment } from './src/library/environment.ts';
import { createImageStore } from './src/library/images/images.ts';
import { createMarkdownProcessor } from './src/markdown/processor.ts';
import { devServer } from './src/site-build/astro/dev-server.ts';
import { mdxBodies } from './src/site-build/astro/mdx-bodies.ts';

const environment = resolveEnvironment(new URL('.', import.meta.url));
const { contentDirectory, outputDirectory, cacheDirectory, publicDirectory } = environment;
const { resolve } = createImageStore(environment);
const { settings } = await openCompiledContent(environment);

/** What every page loads in one file, although search and comments use parts of it too. */
const pageScript = {
  name: 'page',
  test: /src\/(?:client\/(?:page-scripts|preferences|relative-times|copy-button|share-button|load-script|video-embed|comments\/load-when-near|search\/load-highlight-script)|lib\/arabic\/(?:plural|digits|relative-time))\.ts$/,
};

/** The styles of articles and of what other pages share with them, in one sheet; each other page adds its own. */
const articleStyles = {
  name: 'article',
  test: /src\/(?:styles\/|layouts\/(?:Site|Article|Standalone)Layout|components\/(?:Comments|comments\/|article\/|mdx\/|site\/(?:CompactMasthead|DateTime|Footer|Head|IsolatedText|Picture|SiteTools|SectionNavigation|Story|StoryList)\.))/,
};

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
      siteUrl: settings.url,
      typesetting: typesettingOf(settings),
      fingerprint: environment.fingerprint,
    }),
  },
  integrations: [devServer(environment), mdxBodies(environment), mdx()],
  vite: {
    cacheDir: `${cacheDirectory}/vite`,
    build: { assetsInlineLimit: 0 },
    worker: { format: 'es' },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [pageScript] } } } } },
      prerender: { build: { rolldownOptions: { output: { codeSplitting: { groups: [articleStyles] } } } } },
    },
  },
});
