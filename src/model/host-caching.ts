import { assetFolder, fileFolder, imageFolder, searchFolder } from '../lib/paths.ts';
import { shareCardFolder } from '../lib/share-card.ts';
import type { HostName } from '../schema/hosting.ts';
import type { HostFile } from './host.ts';
import { encodePath } from './urls.ts';

/** Folders of files with a content hash in their names, which browsers may cache for ever. */
const immutableFolders = [assetFolder, imageFolder, fileFolder, shareCardFolder];
/** Folders of this kind in each part of the search index, where Pagefind names the files. */
const immutableInSearchParts = ['fragment', 'index', 'filter'];

const cacheForever = 'public, max-age=31536000, immutable';
/**
 * Without this header browsers guess how long a page stays fresh (RFC 9111, section 4.2.2) and may show an old front
 * page.
 */
const revalidate = 'public, max-age=0, must-revalidate';

/** Returns a regular expression for the decoded paths of immutable files. */
function immutablePattern(base: string): string {
  const folders = [...immutableFolders, `${searchFolder}/[^/]+/(?:${immutableInSearchParts.join('|')})`];
  return `^${base.replaceAll('.', '\\.')}/(?:${folders.join('|')})/`;
}

interface CachingFormat {
  path: string;
  /**
   * Writes the file; returns undefined if the owner's own file has rules for caching, because ours could contradict
   * them.
   */
  write(own: string | undefined, base: string): string | undefined;
}

/**
 * The files for Cloudflare, Netlify and Vercel name only the immutable paths, because `revalidate` is the default
 * there.
 */
const formats: Readonly<Partial<Record<HostName, CachingFormat>>> = {
  cloudflare: { path: '_headers', write: writeHeaders },
  netlify: { path: '_headers', write: writeHeaders },
  vercel: { path: 'vercel.json', write: writeVercel },
  nginx: { path: '_host/nginx-caching.conf', write: writeNginx },
  caddy: { path: '_host/caddy-caching', write: writeCaddy },
};

/**
 * Returns the path of the output file that sets how long browsers may cache files; undefined if the host reads none.
 */
export function cachingFilePath(host: HostName): string | undefined {
  return formats[host]?.path;
}

/**
 * Writes the host's rules for caching. `own` is the content of the owner's file in `public/` at `cachingFilePath`, if
 * there is one; `base` is the path that the site lives below.
 */
export function writeCaching(host: HostName, own?: string, base = ''): HostFile | undefined {
  const format = formats[host];
  const content = format?.write(own, base);
  return format && content !== undefined ? { path: format.path, content } : undefined;
}

/** Uses the placeholder `:part`, because Cloudflare allows any number of placeholders in a path but only one `*`. */
function writeHeaders(own: string | undefined, base: string): string | undefined {
  if (own !== undefined && /^\s+cache-control\s*:/im.test(own)) return undefined;
  const paths = [
    ...immutableFolders.map((folder) => `/${folder}/*`),
    ...immutableInSearchParts.map((folder) => `/${searchFolder}/:part/${folder}/*`),
  ];
  const rules = paths.map((path) => `${encodePath(base)}${path}\n  Cache-Control: ${cacheForever}`);
  return [...(own === undefined ? [] : [own.trimEnd()]), ...rules, ''].join('\n');
}

interface VercelSettings {
  headers?: { headers: { key: string }[] }[];
}

function writeVercel(own = '{}', base: string): string | undefined {
  const settings = JSON.parse(own) as VercelSettings;
  const { headers = [] } = settings;
  if (headers.some((rule) => rule.headers.some(({ key }) => key.toLowerCase() === 'cache-control'))) return undefined;
  const sources = [
    ...immutableFolders.map((folder) => `/${folder}/(.*)`),
    `/${searchFolder}/:part/(${immutableInSearchParts.join('|')})/(.*)`,
  ];
  const ours = sources.map((source) => ({
    source: encodePath(base) + source,
    headers: [{ key: 'Cache-Control', value: cacheForever }],
  }));
  return `${JSON.stringify({ ...settings, headers: [...headers, ...ours] }, null, 2)}\n`;
}

function writeNginx(_own: string | undefined, base: string): string {
  const place = base === '' ? 'server {' : `server { location ${base}/ {`;
  return [
    `# http { include …/_host/nginx-caching.conf; ${place} add_header Cache-Control $kept_for; … }${base === '' ? ' }' : ' } }'}`,
    'map $uri $kept_for {',
    `  "~${immutablePattern(base)}" "${cacheForever}";`,
    `  default "${revalidate}";`,
    '}',
    '',
  ].join('\n');
}

/**
 * Uses the matcher `file`, which excludes paths without a file, so that a 404 is not cached for ever. `?` sets a header
 * only if no other rule has set it.
 */
function writeCaddy(_own: string | undefined, base: string): string {
  return [
    '# news.example { import …/_host/caddy-caching … }',
    '@lasting {',
    `  path_regexp ${immutablePattern(base)}`,
    '  file',
    '}',
    `header @lasting Cache-Control "${cacheForever}"`,
    `header ${base === '' ? '' : `${base}/* `}?Cache-Control "${revalidate}"`,
    '',
  ].join('\n');
}
