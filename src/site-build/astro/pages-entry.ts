import { StaticPaths } from 'astro:static-paths';
import type { RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';

// The functions of the bundle of all pages that a build calls. They use the modules that Astro provides for adapters
// with prerenderers of their own.
const app = createApp({ streaming: false });
// The build reports the errors of pages. By default, Astro would log them and respond with its error page.
app.logger.setDestination({ write() {} });
app.renderError = async (_request, { error, status }) => {
  if (error) throw error;
  return new Response(null, { status });
};

export function listPaths() {
  return new StaticPaths(app).getAll();
}

/** Lists the links, scripts and styles of each route, as in Astro's manifest. */
export function listAssets() {
  return app.manifest.routes.map(({ routeData, links, scripts, styles }) => [routeData.route, links, scripts, styles]);
}

export function render(request: Request, routeData: RouteData): Promise<Response> {
  return app.render(request, { routeData });
}
