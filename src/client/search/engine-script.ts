import { createSearchEngine } from './engine.ts';
import { engineLoaded } from './engine-loaded.ts';

/** The engine as a script by itself, for pages whose browser starts no worker: it hands itself over in an event. */
dispatchEvent(new CustomEvent(engineLoaded, { detail: createSearchEngine }));
