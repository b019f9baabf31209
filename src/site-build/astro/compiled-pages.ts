import { pathToFileURL } from 'node:url';
import type { Environment } from '../../library/environment.ts';
import { hrefTo } from '../../model/urls.ts';
import type { Site } from '../../schema/site.ts';
import { blameComponent } from './component-errors.ts';
import type { RenderedPath } from './pages-entry.ts';
import { resolvePackagesFrom } from './resolve-packages.ts';

type Entry = typeof import('./pages-entry.ts');

/** The pages of the site that Astro has compiled, in this process. */
export interface CompiledPages extends Pick<Entry, 'listPaths' | 'listAssets' | 'findRoute'> {
  render(page: RenderedPath): Promise<Uint8Array>;
}

const encoder = new TextEncoder();

/** Loads the bundle of all pages; `entryFile` is absolute. */
export async function loadPages(
  entryFile: string,
  site: Pick<Site, 'url'>,
  { engineDirectory, renderersDirectory }: Environment,
): Promise<CompiledPages> {
  resolvePackagesFrom(engineDirectory, renderersDirectory);
  const entry = (await import(pathToFileURL(entryFile).href)) as Entry;
  const { listPaths, listAssets, findRoute } = entry;
  return {
    listPaths,
    listAssets,
    findRoute,
    async render({ pathname, route, props }) {
      const ending = route.type === 'page' && !pathname.endsWith('/') ? '/' : '';
      const request = new Request(`http://localhost${hrefTo(encodeURI(pathname) + ending, site)}`);
      // `Buffer.from` would take twice as long.
      if (route.type === 'page')
        return encoder.encode(await entry.renderPage(request, route, props).catch(blameComponent));
      const response = await entry.respond(request, route, props).catch(blameComponent);
      if (response.status >= 400) throw new Error(`${pathname} was rendered with the status ${response.status}.`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
