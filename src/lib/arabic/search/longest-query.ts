/**
 * The maximal length of a query in UTF-16 units; the rest of a longer one is ignored. It has a file of its own so that
 * code that only limits the length does not load the analysis.
 */
export const longestQuery = 400;
