import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { getTransformedRoutes, Route } from '@vercel/routing-utils';
import type { Site } from '../schema/site.ts';

/** Vercel takes a site that is built already from this folder of a project, https://vercel.com/docs/build-output-api. */
const prebuiltFolder = path.join('.vercel', 'output', 'static');

/** What Vercel keeps between the builds that it runs itself, counted from the project. */
const keptBetweenBuilds = ['.cache/**', 'node_modules/**'];

interface VercelOutput {
  version: 3;
  routes: Route[];
  /** Of the service that makes sizes of pictures; `domains` are those of other sites. */
  images?: { domains: string[] };
  cache: string[];
}

type VercelSettings = Parameters<typeof getTransformedRoutes>[0] & { images?: object };

/**
 * Writes the rules of `vercel.json` in Vercel's own form beside the folder from which it takes finished sites: it reads
 * `vercel.json` itself in the root of a project only, before the build that makes the rules. Any other output directory is
 * left as it is.
 */
export async function writeVercelOutput(outputDirectory: string, { host }: Pick<Site, 'host'>): Promise<void> {
  if (host.name !== 'vercel' || !outputDirectory.endsWith(path.sep + prebuiltFolder)) return;
  const file = path.join(outputDirectory, 'vercel.json');
  const settings: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const output = await composeVercelOutput(settings as VercelSettings);
  writeFileSync(path.join(path.dirname(outputDirectory), 'config.json'), `${JSON.stringify(output, null, 2)}\n`);
}

/** Composes Vercel's configuration of a finished site: the rules first, then its files, then the page for everything else. */
export async function composeVercelOutput(settings: VercelSettings): Promise<VercelOutput> {
  // Only sites at Vercel need the package, which takes longer to load than a small site to build.
  const routing = await import('@vercel/routing-utils');
  const { images, ...rules } = settings;
  const { routes, error } = routing.getTransformedRoutes(rules);
  if (error) throw new Error(error.message);
  const written = routes ?? [];
  const hasFiles = written.some((route) => 'handle' in route && route.handle === 'filesystem');
  return {
    version: 3,
    routes: [
      ...written,
      ...(hasFiles ? [] : [{ handle: 'filesystem' } as const]),
      { src: '/.*', dest: '/404.html', status: 404 },
    ],
    ...(images && { images: { domains: [], ...images } }),
    cache: [...keptBetweenBuilds],
  };
}
