import type { APIRoute } from 'astro';
import { removeWorkerScript } from '../lib/remove-worker-script.ts';

/**
 * The worker that removes itself, for sites that have switched it off and for `dev`, whose address `preview` may have
 * had before. A build of a site that has a worker puts it in this place (`site-build/plan-outputs.ts`).
 */
export const GET: APIRoute = () =>
  new Response(removeWorkerScript, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
