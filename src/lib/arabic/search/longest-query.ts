/**
 * In UTF-16 units; the rest of a query is ignored. It has a file of its own for pages that take a query without
 * analysing it.
 */
export const longestQuery = 400;
