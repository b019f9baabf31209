import type { HostName } from '../schema/hosting.ts';
import type { HostFile } from './host.ts';
import type { SecurityHeader } from './security-headers.ts';
import { encodePath } from './urls.ts';

interface HeaderFormat {
  path: string;
  /** Lists the names of headers in the owner's file, in any case. */
  namesIn(own: string): string[];
  /** Writes the file. `own` is the content of the owner's file in `public/` at the same path, if there is one. */
  write(headers: readonly SecurityHeader[], own: string | undefined, base: string): string;
}

const formats: Readonly<Partial<Record<HostName, HeaderFormat>>> = {
  cloudflare: { path: '_headers', namesIn: namesInLines(/^\s+(?:!\s*)?([\w-]+)/gm), write: writeCloudflare },
  netlify: { path: '_headers', namesIn: namesInLines(/^\s+([\w-]+)\s*:/gm), write: writeNetlify },
  vercel: { path: 'vercel.json', namesIn: namesInVercel, write: writeVercel },
  nginx: {
    path: '_host/nginx-headers.conf',
    namesIn: namesInLines(/^\s*add_header\s+([\w-]+)/gm),
    write: writeNginx,
  },
  caddy: {
    path: '_host/caddy-headers',
    // A line `header X-Frame-Options …`, with or without a matcher, or a line of the block `header { … }`.
    namesIn: namesInLines(/^\s*(?:header\s+(?:[@/*]\S*\s+)?)?[?+>-]?([\w-]+)/gm),
    write: writeCaddy,
  },
};

/** Returns the path of the output file that sets the security headers; undefined if the host reads none. */
export function headerFilePath(host: HostName): string | undefined {
  return formats[host]?.path;
}

/**
 * Writes the host's rules for security headers. A header that the owner's file `own` names, for whatever path, is left
 * out, unless it is always sent: browsers would apply both values, or hosts join them. Search engines follow the
 * strictest of several values. `base` is the path that the site lives below.
 */
export function writeHeaders(
  headers: readonly SecurityHeader[],
  host: HostName,
  own?: string,
  base = '',
): HostFile | undefined {
  const format = formats[host];
  if (!format) return undefined;
  const named = new Set(own === undefined ? [] : format.namesIn(own).map((name) => name.toLowerCase()));
  const ours = headers.filter(({ name, isSentAlways }) => isSentAlways || !named.has(name.toLowerCase()));
  return ours.length === 0 ? undefined : { path: format.path, content: format.write(ours, own, base) };
}

function namesInLines(pattern: RegExp): (own: string) => string[] {
  return (own) => [...own.matchAll(pattern)].map(([, name = '']) => name);
}

function writeCloudflare(headers: readonly SecurityHeader[], own: string | undefined, base: string): string {
  // Cloudflare joins the values of all rules for a path, unless a rule removes the header first with «!».
  return writeLines(headers, own, base, ({ name }) => [`  ! ${name}`]);
}

/** Among the rules for a path, the last one counts on Netlify. */
function writeNetlify(headers: readonly SecurityHeader[], own: string | undefined, base: string): string {
  return writeLines(headers, own, base, () => []);
}

function writeLines(
  headers: readonly SecurityHeader[],
  own: string | undefined,
  base: string,
  remove: (header: SecurityHeader) => string[],
): string {
  const drawings = headers.flatMap((header) =>
    header.drawingValue === undefined ? [] : [...remove(header), `  ${header.name}: ${header.drawingValue}`],
  );
  return joinLines(own, [
    `${encodePath(base)}/*`,
    ...headers.map(({ name, value }) => `  ${name}: ${value}`),
    ...(drawings.length === 0 ? [] : [`${encodePath(base)}/*.svg`, ...drawings]),
  ]);
}

interface VercelSettings {
  headers?: VercelRule[];
}

interface VercelRule {
  headers: { key: string; value?: string }[];
}

function namesInVercel(own: string): string[] {
  const { headers = [] } = JSON.parse(own) as VercelSettings;
  return headers.flatMap((rule) => rule.headers.map(({ key }) => key));
}

/** Writes rules of which at most one has a header for a path, because their order would decide otherwise. */
function writeVercel(headers: readonly SecurityHeader[], own = '{}', base: string): string {
  const settings = JSON.parse(own) as VercelSettings;
  const below = encodePath(base);
  const split = headers.filter(({ drawingValue }) => drawingValue !== undefined);
  const ours = [
    { source: `${below}/(.*)`, headers: headers.filter((header) => !split.includes(header)).map(pairOf) },
    { source: `${below}/((?!.*\\.svg$).*)`, headers: split.map(pairOf) },
    {
      source: `${below}/(.*)\\.svg`,
      headers: split.map(({ name, drawingValue = '' }) => pairOf({ name, value: drawingValue })),
    },
  ].filter((rule) => rule.headers.length > 0);
  return `${JSON.stringify({ ...settings, headers: [...withoutFixed(settings.headers ?? [], headers), ...ours] }, null, 2)}\n`;
}

/** Returns the owner's rules without the headers that are always sent. */
function withoutFixed(rules: readonly VercelRule[], headers: readonly SecurityHeader[]): VercelRule[] {
  const fixed = new Set(headers.filter(({ isSentAlways }) => isSentAlways).map(({ name }) => name.toLowerCase()));
  const isOurs = ({ key }: { key: string }) => fixed.has(key.toLowerCase());
  return rules.flatMap((rule) => {
    if (!rule.headers.some(isOurs)) return [rule];
    const left = rule.headers.filter((header) => !isOurs(header));
    return left.length === 0 ? [] : [{ ...rule, headers: left }];
  });
}

function pairOf({ name, value }: SecurityHeader): { key: string; value: string } {
  return { key: name, value };
}

/**
 * Writes a file for the server block, or for the location of a site below a path. nginx allows variables to be set
 * there, but no `map`.
 */
function writeNginx(headers: readonly SecurityHeader[], own: string | undefined, base: string): string {
  const lines = headers.flatMap(({ name, value, drawingValue }) => {
    if (drawingValue === undefined) return [`add_header ${name} "${value}" always;`];
    const variable = `$${name.toLowerCase().replaceAll('-', '_')}`;
    return [
      `set ${variable} "${value}";`,
      `if ($uri ~ "\\.svg$") { set ${variable} "${drawingValue}"; }`,
      `add_header ${name} ${variable} always;`,
    ];
  });
  const place = base === '' ? 'server {' : `location ${base}/ {`;
  return joinLines(own, [`# ${place} include …/_host/nginx-headers.conf; … }`, ...lines]);
}

/** Writes a file for the site block of a Caddyfile. */
function writeCaddy(headers: readonly SecurityHeader[], own: string | undefined, base: string): string {
  const below = base === '' ? '' : `${base}/* `;
  const lines = headers.flatMap(({ name, value, drawingValue }) =>
    drawingValue === undefined
      ? [`header ${below}${name} "${value}"`]
      : [`header @drawings ${name} "${drawingValue}"`, `header @others ${name} "${value}"`],
  );
  const matchers = headers.some(({ drawingValue }) => drawingValue !== undefined) ? matchDrawings(base) : [];
  return joinLines(own, ['# news.example { import …/_host/caddy-headers … }', ...matchers, ...lines]);
}

/** In Caddy, a `*` in the middle of a path does not match slashes. */
function matchDrawings(base: string): string[] {
  if (base === '') return ['@drawings path *.svg', '@others not path *.svg'];
  return [
    `@drawings path_regexp ^${base.replaceAll('.', '\\.')}/.*\\.svg$`,
    '@others {',
    `  path ${base}/*`,
    '  not path *.svg',
    '}',
  ];
}

function joinLines(own: string | undefined, lines: readonly string[]): string {
  return [...(own === undefined ? [] : [own.trimEnd()]), ...lines, ''].join('\n');
}
