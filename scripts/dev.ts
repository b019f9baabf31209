import { fileURLToPath } from 'node:url';
import { dev } from 'astro';

await dev({ root: fileURLToPath(new URL('..', import.meta.url)) });
