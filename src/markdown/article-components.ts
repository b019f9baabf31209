/** The components that an `.mdx` article may use without importing them. */
export const articleComponents: readonly string[] = ['PullQuote', 'FactBox', 'Timeline', 'Moment', 'Gallery', 'Video'];
