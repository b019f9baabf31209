import { fileURLToPath } from 'node:url';
import { dev } from 'astro';
import { settleEnvironment } from '../src/library/environment.ts';
import { openContent } from './open-content.ts';

const project = new URL('..', import.meta.url);
await openContent(settleEnvironment(project));
await dev({ root: fileURLToPath(project) });
