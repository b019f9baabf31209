import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import { getTransformedRoutes } from '@vercel/routing-utils';
import { headerFilePath } from '../../src/model/host-headers.ts';
import type { HostName } from '../../src/schema/hosting.ts';

/** Returns the headers that a host sends with a path, by their names in lower case. */
type HeaderReader = (pathname: string) => Record<string, string>;

/** Reads a host's file of headers as the host does. Throws if the file has an error. */
export async function readHostHeaders(host: HostName, content: string): Promise<HeaderReader> {
  switch (host) {
    case 'cloudflare':
      return readCloudflare(content);
    case 'netlify':
      return readNetlify(content);
    case 'vercel':
      return readVercel(content);
    case 'nginx':
      return readNginx(content);
    case 'caddy':
      return readCaddy(content);
    default:
      throw new Error(`${host} reads no file of headers, ${headerFilePath(host)}`);
  }
}

/** As Cloudflare documents it: rules add to each other, and equal names are joined unless «!» has removed the first. */
function readCloudflare(content: string): HeaderReader {
  const rules = content.split('\n').reduce<{ matches: RegExp; lines: string[] }[]>((found, line) => {
    if (/^\s/.test(line)) found.at(-1)?.lines.push(line.trim());
    else if (line !== '' && !line.startsWith('#')) found.push({ matches: patternOf(line), lines: [] });
    return found;
  }, []);
  return (pathname) => {
    const sent: Record<string, string> = {};
    for (const { matches, lines } of rules) {
      if (!matches.test(pathname)) continue;
      for (const line of lines.filter((found) => found.startsWith('!')))
        delete sent[line.slice(1).trim().toLowerCase()];
      for (const line of lines.filter((found) => !found.startsWith('!'))) {
        const [, name = '', value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
        const key = name.toLowerCase();
        sent[key] = sent[key] === undefined ? value : `${sent[key]}, ${value}`;
      }
    }
    return sent;
  };
}

function patternOf(rule: string): RegExp {
  const escaped = rule.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped.replace(/:\w+/g, '[^/]+')}$`);
}

async function readNetlify(content: string): Promise<HeaderReader> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'headers-'));
  const file = path.join(folder, '_headers');
  await writeFile(file, content);
  const { headers, errors } = await parseAllHeaders({ headersFiles: [file], configHeaders: [], minimal: false });
  await rm(folder, { recursive: true });
  if (errors.length > 0) throw new AggregateError(errors);
  return (pathname) =>
    lowerCased(
      headers.flatMap((rule) =>
        'forRegExp' in rule && rule.forRegExp.test(pathname) ? Object.entries(rule.values) : [],
      ),
    );
}

function readVercel(content: string): HeaderReader {
  const { routes, error } = getTransformedRoutes(JSON.parse(content));
  if (error) throw new Error(error.message);
  return (pathname) =>
    lowerCased(
      (routes ?? []).flatMap((route) =>
        'src' in route && 'headers' in route && new RegExp(route.src ?? '').test(pathname)
          ? Object.entries(route.headers ?? {})
          : [],
      ),
    );
}

function readNginx(content: string): HeaderReader {
  const directives =
    /^(?:set (\$\w+) "([^"]*)";|if \(\$uri ~ "([^"]+)"\) \{ set (\$\w+) "([^"]*)"; \}|add_header ([\w-]+) (?:(\$\w+)|"([^"]*)") always;)$/;
  return (pathname) => {
    const variables: Record<string, string> = {};
    const sent: [string, string][] = [];
    for (const line of content.split('\n').filter((found) => found !== '' && !found.startsWith('#'))) {
      const parsed = directives.exec(line);
      if (!parsed) throw new Error(`nginx would not read: ${line}`);
      const [, set, value = '', pattern, setIf = '', valueIf = '', name, variable, text = ''] = parsed;
      if (set !== undefined) variables[set] = value;
      if (pattern !== undefined && new RegExp(pattern).test(pathname)) variables[setIf] = valueIf;
      if (name !== undefined) sent.push([name, variable === undefined ? text : (variables[variable] ?? '')]);
    }
    return lowerCased(sent);
  };
}

function readCaddy(content: string): HeaderReader {
  return (pathname) => {
    const isDrawing = pathname.endsWith('.svg');
    const sent: [string, string][] = [];
    for (const line of content.split('\n').filter((found) => found !== '' && !/^[#@]/.test(found))) {
      const [, matcher, name = '', value = ''] = /^header (?:@(\w+) )?([\w-]+) "([^"]*)"$/.exec(line) ?? [];
      if (name === '') throw new Error(`Caddy would not read: ${line}`);
      if (matcher === undefined || (matcher === 'drawings') === isDrawing) sent.push([name, value]);
    }
    return lowerCased(sent);
  };
}

function lowerCased(headers: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
}
