/** A group of modules that Vite bundles into one file; `test` matches their absolute paths. */
export interface BundleGroup {
  name: string;
  test: RegExp;
}

/** The script of every page in one file, although search and comments share modules with it: `client/page-scripts.ts` and its imports. */
export const pageScript: BundleGroup = {
  name: 'page',
  test: /src\/(?:client\/(?:page-scripts|preferences|relative-times|copy-button|share-button|load-script|video-embed|comments\/load-when-near|search\/load-highlight-script)|lib\/arabic\/(?:plural|digits|relative-time))\.ts$/,
};

/** The styles of articles and of what other pages share with them in one sheet; each other page adds its own. */
export const articleStyles: BundleGroup = {
  name: 'article',
  test: /src\/(?:styles\/(?:base|fonts|layers|prose|site|tokens)\.css|layouts\/(?:Site|Article|Standalone)Layout|components\/(?:Comments|comments\/|article\/|mdx\/|site\/(?:CompactMasthead|DateTime|Footer|Head|IsolatedText|Picture|SiteTools|SectionNavigation|Story|StoryList)\.))/,
};
