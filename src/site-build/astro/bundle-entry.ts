import { StaticPaths } from 'astro:static-paths';
import type { RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';

// What the bundle of all pages offers to a build: the seam that Astro's adapters use for prerenderers of their own.
const app = createApp({ streaming: false });
// What is wrong with a page is for the build to tell: Astro would print it and answer with the page for errors.
app.logger.setDestination({ write() {} });
app.renderError = async (_request, { error, status }) => {
  if (error) throw error;
  return new Response(null, { status });
};

export function listPaths() {
  return new StaticPaths(app).getAll();
}

/** What the pages of each route load, as Astro's manifest has it. */
export function listAssets() {
  return app.manifest.routes.map(({ routeData, links, scripts, styles }) => [routeData.route, links, scripts, styles]);
}

export function render(request: Request, routeData: RouteData): Promise<Response> {
  return app.render(request, { routeData });
}
