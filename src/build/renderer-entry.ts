import { StaticPaths } from 'astro:static-paths';
import type { RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';

// What the bundle of all pages offers to a build: the seam that Astro's adapters use for prerenderers of their own.
const app = createApp({ streaming: false });

export function listPaths() {
  return new StaticPaths(app).getAll();
}

export function render(request: Request, routeData: RouteData): Promise<Response> {
  return app.render(request, { routeData });
}
