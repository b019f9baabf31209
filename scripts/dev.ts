import { fileURLToPath } from 'node:url';
import { dev } from 'astro';
import { openContent } from '../src/commands/open-content.ts';
import { handToAstro } from '../src/library/astro-handover.ts';
import { resolveEnvironment } from '../src/library/environment.ts';

const project = new URL('..', import.meta.url);
const environment = { ...resolveEnvironment(project), includeUnpublished: true };
await openContent(environment);
handToAstro({ environment });
await dev({ root: fileURLToPath(project) });
