import type { HostName } from '../schema/hosting.ts';
import type { HostFile } from './host.ts';
import type { Redirect } from './redirects.ts';
import { encodePath } from './urls.ts';

interface RuleFormat {
  path: string;
  /** `own` is what the owner of the site keeps in `public/` under the same name. */
  write(redirects: readonly Redirect[], own: string | undefined): string;
  countOwn?(own: string): number;
}

const formats: Readonly<Partial<Record<HostName, RuleFormat>>> = {
  cloudflare: { path: '_redirects', write: writeLines, countOwn: countLines },
  netlify: { path: '_redirects', write: writeForcedLines, countOwn: countLines },
  vercel: { path: 'vercel.json', write: writeVercel, countOwn: (own) => readVercel(own).redirects.length },
  nginx: { path: '_host/nginx-redirects.conf', write: writeNginx },
  caddy: { path: '_host/caddy-redirects', write: writeCaddy },
};

/** Where the output holds the redirect rules of a host, for a host that takes any. */
export function ruleFilePath(host: HostName): string | undefined {
  return formats[host]?.path;
}

/**
 * The redirect rules of a host, no more than `most` together with those that the owner keeps in `own`, which come first: a
 * host follows the first rule that fits. An address with signs that some host reads as a pattern gets none; its stub serves it.
 */
export function writeRules(
  redirects: readonly Redirect[],
  host: HostName,
  most: number,
  own?: string,
): HostFile | undefined {
  const format = formats[host];
  if (!format) return undefined;
  const room = Math.max(0, most - (own === undefined ? 0 : (format.countOwn?.(own) ?? 0)));
  const ruled = redirects.filter(({ from }) => isLiteral(from)).slice(0, room);
  return ruled.length === 0 ? undefined : { path: format.path, content: format.write(ruled, own) };
}

/** Cloudflare takes 1,000 characters in a line, with both addresses and the status in it. */
const longestAddress = 490;

/** True where no host reads anything but letters in the address. */
function isLiteral(path: string): boolean {
  const encoded = encodePath(path);
  return /^[\w\-.~%/]+$/.test(encoded) && !/["\\{}\p{Cc}]/u.test(path) && encoded.length <= longestAddress;
}

/** Cloudflare follows a rule «regardless of whether or not an asset matches the incoming request». */
function writeLines(redirects: readonly Redirect[], own?: string): string {
  return joinLines(
    own,
    redirects.map(({ from, to }) => `${encodePath(from)} ${encodePath(to)} 301`),
  );
}

/** On Netlify files come before rules, unless a rule is forced with «!». */
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

/** `{/}?`: with the slash at the end and without it, in the patterns of Vercel (path-to-regexp). */
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

/** For `http { include …; }`; nginx compares decoded paths (`$uri`). */
function writeNginx(redirects: readonly Redirect[]): string {
  const rules = bothForms(redirects).map(({ from, to }) => `  "${from}" "${encodePath(to)}";`);
  const longest = Math.max(...rules.map((rule) => byteLength(rule)));
  return joinLines(
    [
      '# http { include …/_host/nginx-redirects.conf; server { if ($moved_to) { return 301 $moved_to; } … } }',
      `map_hash_bucket_size ${powerAbove(longest + 16, 128)};`,
      `map_hash_max_size ${powerAbove(rules.length * 2, 2048)};`,
      'map $uri $moved_to {',
    ].join('\n'),
    [...rules, '}'],
  );
}

/** For a site block of a Caddyfile: `import …/_host/caddy-redirects`; Caddy compares decoded paths. */
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

/** `/old/` for `/old` too; a file's name has one form. */
function bothForms(redirects: readonly Redirect[]): Redirect[] {
  return redirects.flatMap(({ from, to }) => {
    const bare = from.replace(/\/$/, '');
    return /\.[^/]*$/.test(bare) ? [{ from: bare, to }] : [bare, `${bare}/`].map((form) => ({ from: form, to }));
  });
}

function joinLines(before: string | undefined, lines: readonly string[]): string {
  return [...(before === undefined ? [] : [before.trimEnd()]), ...lines, ''].join('\n');
}

function powerAbove(number: number, least: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(number, least)));
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
