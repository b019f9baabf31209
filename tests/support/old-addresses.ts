import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { getTransformedRoutes } from '@vercel/routing-utils';
import { readEnvironment } from '../../src/commands/command-environment.ts';
import { openContent } from '../../src/commands/open-content.ts';
import { decodePath } from '../../src/lib/decode-path.ts';
import { writeRules } from '../../src/model/host-rules.ts';
import { findRedirects } from '../../src/model/redirects.ts';
import type { BuiltSite } from './build-site.ts';

/** Where a host sends readers of a decoded path; undefined if it has no rule for it. */
type FollowRule = (path: string) => string | undefined;

type Site = Pick<BuiltSite, 'read' | 'files'>;

/**
 * Creates a function that returns the decoded path of the page or file at which readers of an old path arrive on a host
 * without rules: those of a stub are sent on. Undefined if they meet nothing.
 */
export function createReader(site: Site): (oldPath: string) => string | undefined {
  const files = new Set(site.files());
  const arriveAt = (oldPath: string): string | undefined => {
    const bare = oldPath.replace(/^\/|\/$/g, '');
    const file = [bare, `${bare}/index.html`, 'index.html'].find(
      (name) => files.has(name) && (bare === '' || name !== 'index.html'),
    );
    if (file === undefined) return undefined;
    const target = /<meta http-equiv="refresh" content="0; url=([^"]+)">/.exec(site.read(file))?.[1];
    return target === undefined ? oldPath : arriveAt(decodePath(target));
  };
  return arriveAt;
}

/** Reads the rules that each host gets for a newsroom, with the host's own parser where it can be had. */
export async function readHostRules(directories: {
  contentDirectory: string;
  cacheDirectory: string;
}): Promise<Map<string, FollowRule>> {
  const variables = { CONTENT_DIR: directories.contentDirectory, CACHE_DIR: directories.cacheDirectory };
  const environment = readEnvironment(new URL('../..', import.meta.url), variables);
  const redirects = findRedirects(await openContent({ ...environment, includeUnpublished: false }));
  const contentOf = (host: Parameters<typeof writeRules>[1]): string =>
    writeRules(redirects, host, Number.POSITIVE_INFINITY)?.content ?? '';
  return new Map([
    ['cloudflare', readLines(contentOf('cloudflare'))],
    ['netlify', await readNetlify(contentOf('netlify'))],
    ['vercel', readVercel(contentOf('vercel'))],
    ['nginx', readMap(contentOf('nginx'))],
    ['caddy', readMap(contentOf('caddy'))],
  ]);
}

function readLines(content: string): FollowRule {
  const rules = new Map(
    content.split('\n').map((line) => {
      const [from = '', to = ''] = line.split(' ');
      return [decodePath(from), decodePath(to)];
    }),
  );
  return (oldPath) => rules.get(oldPath);
}

async function readNetlify(content: string): Promise<FollowRule> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'netlify-'));
  const file = path.join(directory, '_redirects');
  await writeFile(file, content);
  const { redirects, errors } = await parseAllRedirects({
    redirectsFiles: [file],
    configRedirects: [],
    minimal: true,
    featureFlags: {},
  } as never);
  if (errors.length > 0) throw new Error(String(errors[0]));
  const rules = new Map(
    (redirects as { from?: string; path?: string; to: string }[]).map(({ from, path: own, to }) => [
      decodePath(from ?? own ?? ''),
      decodePath(to),
    ]),
  );
  return (oldPath) => rules.get(oldPath) ?? rules.get(oldPath.replace(/\/$/, ''));
}

function readVercel(content: string): FollowRule {
  const { routes, error } = getTransformedRoutes(JSON.parse(content));
  if (error) throw new Error(error.message);
  const rules = (routes ?? []).flatMap((route) => {
    const target = 'src' in route && 'headers' in route ? route.headers?.Location : undefined;
    return target !== undefined && route.src ? [{ pattern: new RegExp(route.src), to: target }] : [];
  });
  return (oldPath) => {
    const rule = rules.find(({ pattern }) => pattern.test(encodeURI(oldPath)));
    return rule && decodePath(rule.to);
  };
}

/** Reads the lines `"from" "to"` of a map of nginx or Caddy. */
function readMap(content: string): FollowRule {
  const rules = new Map(
    [...content.matchAll(/^ {2}"([^"]+)" "([^"]+)";?$/gm)].map(([, from = '', to = '']) => [from, decodePath(to)]),
  );
  return (oldPath) => rules.get(oldPath);
}

/** Reads the file of all old addresses that an import writes. Paths are decoded, those with a query apart. */
export function parseAddresses(text: string): {
  paths: [from: string, to: string][];
  queries: [from: string, to: string][];
} {
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): [string, string] => {
      const [from = '', to = ''] = line.split('\t');
      return [decodePath(from), decodePath(to)];
    });
  const hasQuery = ([from]: [string, string]): boolean => from.includes('?');
  return { paths: lines.filter((line) => !hasQuery(line)), queries: lines.filter(hasQuery) };
}
