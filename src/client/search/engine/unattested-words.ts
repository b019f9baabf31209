/**
 * What is done with words that no article has and with words that are still being typed, in one script: most searches
 * need none of it.
 */
export { addCompletions, completeQuery } from './completions.ts';
export { addCorrections, correctQuery, correctUnknown, isSlip } from './corrections.ts';
export { mendSpaces } from './spaces.ts';
export { readBeginnings } from './word-lists.ts';
