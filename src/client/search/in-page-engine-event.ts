/** The name of the event in which the script `in-page-engine.ts` hands over `createQueryEngine`, as its `detail`. */
export const inPageEngineEvent = 'search-engine';
