import { assetFolder, fileFolder, imageFolder, searchFolder } from '../lib/paths.ts';
import { shareCardFolder } from '../lib/share-card.ts';
import type { HostName } from '../schema/hosting.ts';
import type { HostFile } from './host.ts';

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

/** A regular expression for the paths of immutable files. */
const immutablePattern = `^/(?:${[...immutableFolders, `${searchFolder}/[^/]+/(?:${immutableInSearchParts.join('|')})`].join('|')})/`;

interface CachingFormat {
  path: string;
  /**
   * Writes the file; returns undefined if the owner's own file has rules for caching, because ours could contradict
   * them.
   */
  write(own: string | undefined): string | undefined;
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
 * there is one.
 */
export function writeCaching(host: HostName, own?: string): HostFile | undefined {
  const format = formats[host];
  const content = format?.write(own);
  return format && content !== undefined ? { path: format.path, content } : undefined;
}

/** Uses the placeholder `:part`, because Cloudflare allows any number of placeholders in a path but only one `*`. */
function writeHeaders(own?: string): string | undefined {
  if (own !== undefined && /^\s+cache-control\s*:/im.test(own)) return undefined;
  const paths = [
    ...immutableFolders.map((folder) => `/${folder}/*`),
    ...immutableInSearchParts.map((folder) => `/${searchFolder}/:part/${folder}/*`),
  ];
  const rules = paths.map((path) => `${path}\n  Cache-Control: ${cacheForever}`);
  return [...(own === undefined ? [] : [own.trimEnd()]), ...rules, ''].join('\n');
}

interface VercelSettings {
  headers?: { headers: { key: string }[] }[];
}

function writeVercel(own = '{}'): string | undefined {
  const settings = JSON.parse(own) as VercelSettings;
  const { headers = [] } = settings;
  if (headers.some((rule) => rule.headers.some(({ key }) => key.toLowerCase() === 'cache-control'))) return undefined;
  const sources = [
    ...immutableFolders.map((folder) => `/${folder}/(.*)`),
    `/${searchFolder}/:part/(${immutableInSearchParts.join('|')})/(.*)`,
  ];
  const ours = sources.map((source) => ({ source, headers: [{ key: 'Cache-Control', value: cacheForever }] }));
  return `${JSON.stringify({ ...settings, headers: [...headers, ...ours] }, null, 2)}\n`;
}

function writeNginx(): string {
  return [
    '# http { include …/_host/nginx-caching.conf; server { add_header Cache-Control $kept_for; … } }',
    'map $uri $kept_for {',
    `  "~${immutablePattern}" "${cacheForever}";`,
    `  default "${revalidate}";`,
    '}',
    '',
  ].join('\n');
}

/**
 * Uses the matcher `file`, which excludes paths without a file, so that a 404 is not cached for ever. `?` sets a header
 * only if no other rule has set it.
 */
function writeCaddy(): string {
  return [
    '# news.example { import …/_host/caddy-caching … }',
    '@lasting {',
    `  path_regexp ${immutablePattern}`,
    '  file',
    '}',
    `header @lasting Cache-Control "${cacheForever}"`,
    `header ?Cache-Control "${revalidate}"`,
    '',
  ].join('\n');
}
