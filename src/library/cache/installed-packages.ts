import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { compareText } from '../../lib/compare.ts';
import { digestText } from '../../lib/digest.ts';

interface Manifest {
  name?: string;
  version?: string;
  dependencies?: Record<string, string>;
}

const digests = new Map<string, string>();

/**
 * Digests the names and versions of the packages that the engine runs with. They are read from `node_modules`, because
 * a lock file does not travel with a package, and a newsroom may have any package manager. Optional packages are left
 * out: they hold what another package needs on one platform, and digests are the same on all.
 */
export function packagesDigest(engineDirectory: string): string {
  const known = digests.get(engineDirectory);
  const digest = known ?? digestText(listPackages(engineDirectory).join('\n'));
  digests.set(engineDirectory, digest);
  return digest;
}

/** Lists the packages that are installed for the one in `directory`, as `name@version`, sorted. */
export function listPackages(directory: string): string[] {
  const found = new Map<string, Manifest>();
  const pending = [realpathSync(directory)];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (found.has(at)) continue;
    const manifest: Manifest = JSON.parse(readFileSync(path.join(at, 'package.json'), 'utf8'));
    found.set(at, manifest);
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      const place = findPackage(name, at);
      if (place !== undefined) pending.push(place);
    }
  }
  found.delete(realpathSync(directory));
  const named = [...found.values()].map(({ name, version }) => `${name}@${version}`);
  return [...new Set(named)].sort(compareText);
}

/** Finds a package as Node does: in `node_modules` of the directory or of one that holds it. */
function findPackage(name: string, directory: string): string | undefined {
  const place = path.join(directory, 'node_modules', name);
  if (existsSync(path.join(place, 'package.json'))) return realpathSync(place);
  const parent = path.dirname(directory);
  return parent === directory ? undefined : findPackage(name, parent);
}
