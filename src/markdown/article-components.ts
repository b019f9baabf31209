/** The components that `.mdx` articles can use, without importing them. */
export const articleComponents: readonly string[] = [
  'PullQuote',
  'Poem',
  'FactBox',
  'Timeline',
  'Moment',
  'Gallery',
  'Video',
];
