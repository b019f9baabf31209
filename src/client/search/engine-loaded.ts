/** The name of the event whose `detail` is `createSearchEngine`. */
export const engineLoaded = 'search-engine';
