import type { HostName } from '../schema/hosting.ts';
import type { HostFile } from './host.ts';
import type { Redirect } from './redirects.ts';
import { encodePath } from './urls.ts';

interface RuleFormat {
  path: string;
  /** Writes the file. `own` is the content of the owner's file in `public/` at the same path, if there is one. */
  write(redirects: readonly Redirect[], own: string | undefined): string;
  /** Counts the rules in the owner's file. */
  countOwn?(own: string): number;
  /** The configuration of the server includes the file by name, so it is written without redirects too. */
  isIncluded?: true;
}

const formats: Readonly<Partial<Record<HostName, RuleFormat>>> = {
  cloudflare: { path: '_redirects', write: writeLines, countOwn: countLines },
  netlify: { path: '_redirects', write: writeForcedLines, countOwn: countLines },
  vercel: { path: 'vercel.json', write: writeVercel, countOwn: (own) => readVercel(own).redirects.length },
  nginx: { path: '_host/nginx-redirects.conf', write: writeNginx, isIncluded: true },
  caddy: { path: '_host/caddy-redirects', write: writeCaddy, isIncluded: true },
};

/** Returns the path of the output file that holds the redirect rules; undefined if the host reads none. */
export function ruleFilePath(host: HostName): string | undefined {
  return formats[host]?.path;
}

/**
 * Writes the host's redirect rules. The rules in `own` come first, because hosts follow the first rule that matches;
 * together there are at most `most`. An old path that some host would read as a pattern gets no rule: the stub at that
 * path redirects instead.
 */
export function writeRules(
  redirects: readonly Redirect[],
  host: HostName,
  most: number,
  own?: string,
): HostFile | undefined {
  const format = formats[host];
  if (!format) return undefined;
  const remaining = Math.max(0, most - (own === undefined ? 0 : (format.countOwn?.(own) ?? 0)));
  const literal = redirects.filter(({ from }) => isLiteral(from)).slice(0, remaining);
  if (literal.length === 0 && !format.isIncluded) return undefined;
  return { path: format.path, content: format.write(literal, own) };
}

/** Cloudflare allows 1,000 characters in a line, which holds two paths and the status. */
const maxAddressLength = 490;

/** True if the path is short enough for a rule and has no character that any host treats as part of a pattern. */
function isLiteral(path: string): boolean {
  const encoded = encodePath(path);
  return /^[\w\-.~%/]+$/.test(encoded) && !/["\\{}\p{Cc}]/u.test(path) && encoded.length <= maxAddressLength;
}

/**
 * Writes rules without a «!», because on Cloudflare, as its documentation says, redirects apply «regardless of whether
 * or not an asset matches the incoming request».
 */
function writeLines(redirects: readonly Redirect[], own?: string): string {
  return joinLines(
    own,
    redirects.map(({ from, to }) => `${encodePath(from)} ${encodePath(to)} 301`),
  );
}

/** Writes rules that end in «!», because otherwise a file takes precedence over a rule on Netlify. */
function writeForcedLines(redirects: readonly Redirect[], own?: string): string {
  return joinLines(
    own,
    redirects.map(({ from, to }) => `${encodePath(from)} ${encodePath(to)} 301!`),
  );
}

function countLines(own: string): number {
  return own.split('\n').filter((line) => /^\s*[^#\s]/.test(line)).length;
}

interface VercelSettings {
  redirects: unknown[];
}

/**
 * Writes patterns (path-to-regexp) that end in `{/}?`, so that they match the path with and without its final slash.
 */
function writeVercel(redirects: readonly Redirect[], own?: string): string {
  const settings = readVercel(own);
  const ours = redirects.map(({ from, to }) => ({
    source: `${encodePath(from).replace(/\/$/, '')}{/}?`,
    destination: encodePath(to),
    statusCode: 301,
  }));
  return `${JSON.stringify({ ...settings, redirects: [...settings.redirects, ...ours] }, null, 2)}\n`;
}

function readVercel(own = '{}'): VercelSettings {
  const settings = JSON.parse(own) as Partial<VercelSettings>;
  return { ...settings, redirects: settings.redirects ?? [] };
}

/** Writes a file for `http { include …; }`. The paths are decoded, because nginx decodes `$uri`. */
function writeNginx(redirects: readonly Redirect[]): string {
  const rules = bothForms(redirects).map(({ from, to }) => `  "${from}" "${encodePath(to)}";`);
  const longest = Math.max(0, ...rules.map((rule) => byteLength(rule)));
  return joinLines(
    [
      '# http { include …/_host/nginx-redirects.conf; server { if ($moved_to) { return 301 $moved_to; } … } }',
      `map_hash_bucket_size ${powerOfTwoFrom(longest + 16, 128)};`,
      `map_hash_max_size ${powerOfTwoFrom(rules.length * 2, 2048)};`,
      'map $uri $moved_to {',
    ].join('\n'),
    [...rules, '}'],
  );
}

/**
 * Writes a file for the site block of a Caddyfile: `import …/_host/caddy-redirects`. The paths are decoded, because
 * Caddy decodes `{path}`.
 */
function writeCaddy(redirects: readonly Redirect[]): string {
  const rules = bothForms(redirects).map(({ from, to }) => `  "${from}" "${encodePath(to)}"`);
  return joinLines('# news.example { import …/_host/caddy-redirects … }\nmap {path} {moved_to} {', [
    ...rules,
    '  default ""',
    '}',
    '@moved not vars {moved_to} ""',
    'redir @moved {moved_to} 301',
  ]);
}

/** Returns each redirect for its old path with and without a final slash; a path to a file has only one form. */
function bothForms(redirects: readonly Redirect[]): Redirect[] {
  return redirects.flatMap(({ from, to }) => {
    const bare = from.replace(/\/$/, '');
    return /\.[^/]*$/.test(bare) ? [{ from: bare, to }] : [bare, `${bare}/`].map((form) => ({ from: form, to }));
  });
}

function joinLines(before: string | undefined, lines: readonly string[]): string {
  return [...(before === undefined ? [] : [before.trimEnd()]), ...lines, ''].join('\n');
}

/** Returns the smallest power of two that is at least `number` and at least `least`. */
function powerOfTwoFrom(number: number, least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(number, least)));
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
