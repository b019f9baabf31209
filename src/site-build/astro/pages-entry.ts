import { StaticPaths } from 'astro:static-paths';
import type { RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import { astro, FetchState } from 'astro/fetch';

/** A page or an endpoint as it is rendered. */
export interface RenderedPath {
  /** As in Astro's static paths: decoded, without a trailing slash. */
  pathname: string;
  route: RouteData;
  /** What `StaticPath` gives it; undefined for a route with only one page. */
  props?: { compose(...words: unknown[]): unknown };
}

// The functions of the bundle of all pages that a build calls. They use the modules that Astro provides for adapters
// with prerenderers of their own, and for sites with fetch handlers of their own.
const app = createApp({ streaming: false });
// The build reports the errors of pages. By default, Astro would log them and respond with its error page.
app.logger.setDestination({ write() {} });
app.renderError = async (_request, { error, status }) => {
  if (error) throw error;
  return new Response(null, { status });
};
// Astro itself would look for the props of a page among those of all pages.
app.setFetchHandler({
  fetch(request) {
    const state = new FetchState(request);
    state.streaming = false;
    state.renderError = (failed, options) => app.renderError(failed, options);
    state.props = (state.locals as { props: object }).props;
    return astro(state);
  },
});

type RouteCache = NonNullable<ConstructorParameters<typeof StaticPaths>[0]['routeCache']>;
type Listed = NonNullable<ReturnType<RouteCache['get']>>;

/** Lists all pages, with the props that their routes give them. */
export async function listPaths() {
  const listed = new Map<RouteData, Listed>();
  const routeCache: Pick<RouteCache, 'get' | 'set'> = {
    get: (route) => listed.get(route),
    set: (route, entry) => void listed.set(route, entry),
  };
  const paths = await new StaticPaths({ manifest: app.manifest, routeCache: routeCache as RouteCache }).getAll();
  return paths.map(({ pathname, route, cacheKey }) => {
    const props = listed.get(route)?.staticPaths.keyed.get(pathname)?.props as RenderedPath['props'];
    return { pathname, route, ...(cacheKey !== undefined && { cacheKey }), ...(props && { props }) };
  });
}

/** Lists the links, scripts and styles of each route, as in Astro's manifest. */
export function listAssets() {
  return app.manifest.routes.map(({ routeData, links, scripts, styles }) => [routeData.route, links, scripts, styles]);
}

/** Finds the route of a file in `src/pages`. */
export function findRoute(component: string): RouteData {
  const found = app.manifest.routes.find(({ routeData }) => routeData.component === component);
  if (found === undefined) throw new Error(`No page is compiled from ${component}.`);
  return found.routeData;
}

export function render(request: Request, routeData: RouteData, props: object = {}): Promise<Response> {
  return app.render(request, { routeData, locals: { props } });
}
