import { StaticPaths } from 'astro:static-paths';
import type { RouteData } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import { astro, FetchState } from 'astro/fetch';
import { type AstroComponentFactory, renderToString } from 'astro/runtime/server/index.js';

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

/** The module of each route: Astro would import it again for each page. */
const modules = new Map<RouteData, FetchState['componentInstance']>();

/** Prepares what Astro renders a page or answers a request with. It would look for the props among those of all pages. */
async function prepare(request: Request, routeData: RouteData, props: object): Promise<FetchState> {
  const state = new FetchState(request);
  state.routeData = routeData;
  state.props = props;
  state.streaming = false;
  state.renderError = (failed, options) => app.renderError(failed, options);
  state.componentInstance = modules.get(routeData);
  modules.set(routeData, await state.loadComponentInstance());
  return state;
}

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

/** Renders a page as HTML, without the response that Astro would wrap it in. */
export async function renderPage(request: Request, routeData: RouteData, props: object = {}): Promise<string> {
  const state = await prepare(request, routeData, props);
  const module = await state.loadComponentInstance();
  const result = await state.createResult(module, state.getActionAPIContext());
  const factory = module.default as AstroComponentFactory;
  const { containsHead = false, propagation } = result.componentMetadata.get(factory.moduleId ?? '') ?? {};
  result._metadata.headInTree = containsHead;
  result._metadata.routeHasPropagation = propagation === 'self' || propagation === 'in-tree';
  try {
    const html = await renderToString(result, factory, props, {}, true, routeData);
    if (typeof html === 'string') return html;
    throw new Error(`${routeData.component} responds with the status ${html.status}.`);
  } catch (error) {
    result.cancelled = true;
    throw error;
  }
}

/** Has an endpoint respond. */
export async function respond(request: Request, routeData: RouteData, props: object = {}): Promise<Response> {
  return astro(await prepare(request, routeData, props));
}
