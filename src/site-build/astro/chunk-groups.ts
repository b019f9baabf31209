/** A group of modules that Vite bundles into one file; `test` matches their absolute paths. */
export interface ChunkGroup {
  name: string;
  test: RegExp;
}

/**
 * The script of every page: `client/page-scripts.ts` and its imports. It is a single file, although search and comments
 * share some of these modules.
 */
export const pageScript: ChunkGroup = {
  name: 'page',
  test: /src\/(?:client\/(?:page-scripts|preferences|relative-times|copy-button|section-bar|share-button|site-menu|gallery|listen|print-button|embeds|comments\/load-when-near|search\/load-highlight-script|reader\/(?:load-reader-script|storage-keys))|lib\/(?:stored-preferences|arabic\/(?:plural|digits|relative-time)))\.ts$/,
};

/** The styles of articles and standalone pages. Other pages load this sheet too, and a sheet with their own styles. */
export const articleStyles: ChunkGroup = {
  name: 'article',
  test: /src\/(?:styles\/(?:base|fonts|layers|prose|site|tokens)\.css|layouts\/(?:Site|Article|Standalone)Layout|components\/(?:Comments|comments\/|article\/|mdx\/|site\/(?:Breadcrumb|CompactMasthead|DateTime|Footer|Head|IsolatedText|Nameplate|Picture|ReaderSettings|SiteMenu|SiteTools|SectionNavigation|Story|StoryList)\.))/,
};
