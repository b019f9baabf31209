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

/** The attributes without which a component has nothing to show, by its name. */
export const requiredAttributes: Readonly<Record<string, readonly string[]>> = {
  FactBox: ['title'],
  Moment: ['when'],
  Video: ['url', 'title'],
};
