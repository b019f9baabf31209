import type { HostName } from '../schema/hosting.ts';
import type { HostFile } from './host.ts';
import type { SecurityHeader } from './security-headers.ts';

interface HeaderFormat {
  path: string;
  /** Lists the names of headers in the owner's file, in any case. */
  namesIn(own: string): string[];
  /** Writes the file. `own` is the content of the owner's file in `public/` at the same path, if there is one. */
  write(headers: readonly SecurityHeader[], own: string | undefined): string;
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
 * out: browsers would apply both values, or hosts join them.
 */
export function writeHeaders(headers: readonly SecurityHeader[], host: HostName, own?: string): HostFile | undefined {
  const format = formats[host];
  if (!format) return undefined;
  const named = new Set(own === undefined ? [] : format.namesIn(own).map((name) => name.toLowerCase()));
  const ours = headers.filter(({ name }) => !named.has(name.toLowerCase()));
  return ours.length === 0 ? undefined : { path: format.path, content: format.write(ours, own) };
}

function namesInLines(pattern: RegExp): (own: string) => string[] {
  return (own) => [...own.matchAll(pattern)].map(([, name = '']) => name);
}

function writeCloudflare(headers: readonly SecurityHeader[], own?: string): string {
  // Cloudflare joins the values of all rules for a path, unless a rule removes the header first with «!».
  return writeLines(headers, own, ({ name }) => [`  ! ${name}`]);
}

/** Among the rules for a path, the last one counts on Netlify. */
function writeNetlify(headers: readonly SecurityHeader[], own?: string): string {
  return writeLines(headers, own, () => []);
}

function writeLines(
  headers: readonly SecurityHeader[],
  own: string | undefined,
  remove: (header: SecurityHeader) => string[],
): string {
  const drawings = headers.flatMap((header) =>
    header.drawingValue === undefined ? [] : [...remove(header), `  ${header.name}: ${header.drawingValue}`],
  );
  return joinLines(own, [
    '/*',
    ...headers.map(({ name, value }) => `  ${name}: ${value}`),
    ...(drawings.length === 0 ? [] : ['/*.svg', ...drawings]),
  ]);
}

interface VercelSettings {
  headers?: { headers: { key: string; value?: string }[] }[];
}

function namesInVercel(own: string): string[] {
  const { headers = [] } = JSON.parse(own) as VercelSettings;
  return headers.flatMap((rule) => rule.headers.map(({ key }) => key));
}

/** Writes rules of which at most one has a header for a path, because their order would decide otherwise. */
function writeVercel(headers: readonly SecurityHeader[], own = '{}'): string {
  const settings = JSON.parse(own) as VercelSettings;
  const split = headers.filter(({ drawingValue }) => drawingValue !== undefined);
  const ours = [
    { source: '/(.*)', headers: headers.filter((header) => !split.includes(header)).map(pairOf) },
    { source: '/((?!.*\\.svg$).*)', headers: split.map(pairOf) },
    {
      source: '/(.*)\\.svg',
      headers: split.map(({ name, drawingValue = '' }) => pairOf({ name, value: drawingValue })),
    },
  ].filter((rule) => rule.headers.length > 0);
  return `${JSON.stringify({ ...settings, headers: [...(settings.headers ?? []), ...ours] }, null, 2)}\n`;
}

function pairOf({ name, value }: SecurityHeader): { key: string; value: string } {
  return { key: name, value };
}

/** Writes a file for the server block. nginx allows variables to be set there, but no `map`. */
function writeNginx(headers: readonly SecurityHeader[], own?: string): string {
  const lines = headers.flatMap(({ name, value, drawingValue }) => {
    if (drawingValue === undefined) return [`add_header ${name} "${value}" always;`];
    const variable = `$${name.toLowerCase().replaceAll('-', '_')}`;
    return [
      `set ${variable} "${value}";`,
      `if ($uri ~ "\\.svg$") { set ${variable} "${drawingValue}"; }`,
      `add_header ${name} ${variable} always;`,
    ];
  });
  return joinLines(own, ['# server { include …/_host/nginx-headers.conf; … }', ...lines]);
}

/** Writes a file for the site block of a Caddyfile. */
function writeCaddy(headers: readonly SecurityHeader[], own?: string): string {
  const lines = headers.flatMap(({ name, value, drawingValue }) =>
    drawingValue === undefined
      ? [`header ${name} "${value}"`]
      : [`header @drawings ${name} "${drawingValue}"`, `header @others ${name} "${value}"`],
  );
  const matchers = headers.some(({ drawingValue }) => drawingValue !== undefined)
    ? ['@drawings path *.svg', '@others not path *.svg']
    : [];
  return joinLines(own, ['# news.example { import …/_host/caddy-headers … }', ...matchers, ...lines]);
}

function joinLines(own: string | undefined, lines: readonly string[]): string {
  return [...(own === undefined ? [] : [own.trimEnd()]), ...lines, ''].join('\n');
}
