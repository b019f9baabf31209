import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { slugify } from '../../lib/arabic/slug.ts';
import { commands } from '../commands.ts';

const packageFile = z.looseObject({
  version: z.string(),
  engines: z.record(z.string(), z.string()).optional(),
  allowScripts: z.record(z.string(), z.boolean()).optional(),
});

const lockFile = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ resolved: z.string().optional(), link: z.boolean().optional() })),
});

/** The engine that a newsroom depends on. */
export interface EngineDependency {
  /** As npm writes it: a version, a `file:` path, or where else it was installed from. */
  specifier: string;
  /** The path of an engine that only this machine has. */
  localPlace?: string;
}

/**
 * Returns the dependency on the engine that is running: its version if it came from the registry, or else the place that
 * it came from, such as a tarball. An engine that npm did not install is a directory of this machine.
 */
export function findEngineDependency(engineDirectory: string, newsroomDirectory: string): EngineDependency {
  const modules = path.dirname(engineDirectory);
  const name = path.basename(engineDirectory);
  const resolved = path.basename(modules) === 'node_modules' ? readResolved(modules, name) : engineDirectory;
  if (resolved === undefined) return { specifier: readPackage(engineDirectory).version };
  if (/^[a-z+]+:/i.test(resolved) && !path.isAbsolute(resolved)) {
    const { version } = readPackage(engineDirectory);
    return { specifier: isOfRegistry(resolved, name, version) ? version : resolved };
  }
  const relative = path.relative(newsroomDirectory, resolved).split(path.sep).join('/');
  return { specifier: `file:${relative}`, ...(relative.startsWith('..') && { localPlace: resolved }) };
}

/** Whether a URL is that of a version in a registry of npm, which a newsroom can name by its version. */
function isOfRegistry(resolved: string, name: string, version: string): boolean {
  if (!/^https?:/.test(resolved)) return false;
  return new URL(resolved).pathname.endsWith(`/${name}/-/${name}-${version}.tgz`);
}

/** Reads where npm installed a package from: an absolute path, or a URL; undefined if it does not say. */
function readResolved(modules: string, name: string): string | undefined {
  const text = readText(path.join(modules, '.package-lock.json'));
  const { data } = lockFile.safeParse(text === undefined ? undefined : JSON.parse(text));
  const resolved = data?.packages[`node_modules/${name}`]?.resolved;
  if (resolved === undefined || !resolved.startsWith('file:')) return resolved;
  return path.resolve(path.dirname(modules), resolved.slice('file:'.length));
}

/** Composes `package.json` of a newsroom. */
export function composePackage(
  { title, url }: { title: string; url: string },
  engineDirectory: string,
  { specifier }: EngineDependency,
): Record<string, unknown> {
  const { engines, allowScripts } = readPackage(engineDirectory);
  return {
    name: nameOfPackage(url),
    description: title,
    private: true,
    engines,
    allowScripts,
    scripts: {
      start: 'warraq build && warraq preview',
      ...Object.fromEntries(Object.keys(commands).map((command) => [command, `warraq ${command}`])),
    },
    dependencies: { warraq: specifier },
  };
}

/**
 * Adds what a package.json that is already there lacks, as `npm install` leaves it behind. Undefined if it has something else in
 * the place of ours, so that nothing of its owner's is overwritten.
 */
export function mergePackage(existing: string, ours: Record<string, unknown>): Record<string, unknown> | undefined {
  const theirs = parseObject(existing);
  if (theirs === undefined) return undefined;
  const scripts = asObject(theirs.scripts);
  const dependencies = asObject(theirs.dependencies);
  const ourScripts = asObject(ours.scripts);
  const isForDevelopment = Object.hasOwn(asObject(theirs.devDependencies), 'warraq');
  const differs = Object.entries(ourScripts).some(([name, line]) => (scripts[name] ?? line) !== line);
  if (differs) return undefined;
  return {
    ...ours,
    ...theirs,
    engines: { ...asObject(ours.engines), ...asObject(theirs.engines) },
    allowScripts: { ...asObject(ours.allowScripts), ...asObject(theirs.allowScripts) },
    scripts: { ...scripts, ...ourScripts },
    dependencies: { ...(!isForDevelopment && asObject(ours.dependencies)), ...dependencies },
  };
}

function nameOfPackage(url: string): string {
  const name = slugify(new URL(url).hostname).replace(/[^a-z0-9-]/g, '');
  return name || 'newsroom';
}

function readPackage(directory: string): z.output<typeof packageFile> {
  return packageFile.parse(JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8')));
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
