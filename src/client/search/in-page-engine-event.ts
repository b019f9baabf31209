/** The event with which the script `in-page-engine.ts` passes `createQueryEngine`, as its `detail`, to the page. */
export const inPageEngineEvent = 'search-engine';
