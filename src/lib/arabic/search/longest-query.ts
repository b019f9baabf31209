/** In UTF-16 units; what comes after is not searched for. By itself, for pages that take queries and analyse none. */
export const longestQuery = 400;
