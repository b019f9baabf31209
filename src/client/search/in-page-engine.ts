import { createQueryEngine } from './engine/query-engine.ts';
import { inPageEngineEvent } from './in-page-engine-event.ts';

/** The query engine as a script of its own, for browsers in which the worker does not start. */
dispatchEvent(new CustomEvent(inPageEngineEvent, { detail: createQueryEngine }));
