import { fileURLToPath } from 'node:url';
import { dev } from 'astro';
import { openContent } from '../src/commands/open-content.ts';
import { resolveEnvironment } from '../src/library/environment.ts';

const project = new URL('..', import.meta.url);
await openContent(resolveEnvironment(project));
await dev({ root: fileURLToPath(project) });
