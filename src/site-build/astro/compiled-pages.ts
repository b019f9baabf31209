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

/** Loads the bundle of all pages; `entryFile` is absolute. */
export async function loadPages(
  entryFile: string,
  site: Pick<Site, 'url'>,
  { engineDirectory, renderersDirectory }: Environment,
): Promise<CompiledPages> {
  resolvePackagesFrom(engineDirectory, renderersDirectory);
  const { listPaths, listAssets, findRoute, render } = (await import(pathToFileURL(entryFile).href)) as Entry;
  return {
    listPaths,
    listAssets,
    findRoute,
    async render({ pathname, route, props }) {
      const ending = route.type === 'page' && !pathname.endsWith('/') ? '/' : '';
      const url = new URL(hrefTo(encodeURI(pathname) + ending, site), 'http://localhost');
      const response = await render(new Request(url), route, props).catch(blameComponent);
      if (response.status >= 400 && route.route !== '/404') {
        throw new Error(`${pathname} was rendered with the status ${response.status}.`);
      }
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
