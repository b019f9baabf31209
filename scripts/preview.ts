import { fileURLToPath } from 'node:url';
import { preview } from 'astro';

await preview({ root: fileURLToPath(new URL('..', import.meta.url)) });
