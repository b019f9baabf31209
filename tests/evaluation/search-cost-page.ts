import { createSearchClient } from '../../src/client/search/search-client.ts';

/** What `search-cost.ts` calls in the browser: the search that the search page has, of the index at `base`. */
Object.assign(globalThis, { createSearchClient });
