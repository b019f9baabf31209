import { assetFolder, imageFolder, searchFolder } from '../lib/paths.ts';
import { shareCardFolder } from '../lib/share-card.ts';
import type { HostName } from '../schema/hosting.ts';
import type { HostFile } from './host.ts';

/** Folders of files whose names are made of their contents: a browser that has one need never ask for it again. */
const lastingFolders = [assetFolder, imageFolder, shareCardFolder];
/** Such folders in each part of the search index, where Pagefind names its files in the same way. */
const lastingInParts = ['fragment', 'index', 'filter'];

const lasting = 'public, max-age=31536000, immutable';
/** RFC 9111, section 4.2.2: without a word browsers guess for how long a page is good, and show yesterday's front page. */
const changing = 'public, max-age=0, must-revalidate';

const pattern = `^/(?:${[...lastingFolders, `${searchFolder}/[^/]+/(?:${lastingInParts.join('|')})`].join('|')})/`;

interface CachingFormat {
  path: string;
  /** Undefined where the owner has settled caching: two answers to one question would contradict each other. */
  write(own: string | undefined): string | undefined;
}

/** Cloudflare, Netlify and Vercel let browsers ask each time unless they are told otherwise. */
const formats: Readonly<Partial<Record<HostName, CachingFormat>>> = {
  cloudflare: { path: '_headers', write: writeHeaders },
  netlify: { path: '_headers', write: writeHeaders },
  vercel: { path: 'vercel.json', write: writeVercel },
  nginx: { path: '_host/nginx-caching.conf', write: writeNginx },
  caddy: { path: '_host/caddy-caching', write: writeCaddy },
};

/** Where the output tells a host how long browsers may keep files, for a host that can be told. */
export function cachingFilePath(host: HostName): string | undefined {
  return formats[host]?.path;
}

/** How long browsers may keep which files, for a host; `own` is what the owner keeps in `public/` at `cachingFilePath`. */
export function writeCaching(host: HostName, own?: string): HostFile | undefined {
  const format = formats[host];
  const content = format?.write(own);
  return format && content !== undefined ? { path: format.path, content } : undefined;
}

/** One `*` a line and any number of placeholders, as Cloudflare has it. */
function writeHeaders(own?: string): string | undefined {
  if (own !== undefined && /^\s+cache-control\s*:/im.test(own)) return undefined;
  const paths = [
    ...lastingFolders.map((folder) => `/${folder}/*`),
    ...lastingInParts.map((folder) => `/${searchFolder}/:part/${folder}/*`),
  ];
  const rules = paths.map((path) => `${path}\n  Cache-Control: ${lasting}`);
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
    ...lastingFolders.map((folder) => `/${folder}/(.*)`),
    `/${searchFolder}/:part/(${lastingInParts.join('|')})/(.*)`,
  ];
  const ours = sources.map((source) => ({ source, headers: [{ key: 'Cache-Control', value: lasting }] }));
  return `${JSON.stringify({ ...settings, headers: [...headers, ...ours] }, null, 2)}\n`;
}

function writeNginx(): string {
  return [
    '# http { include …/_host/nginx-caching.conf; server { add_header Cache-Control $kept_for; … } }',
    'map $uri $kept_for {',
    `  "~${pattern}" "${lasting}";`,
    `  default "${changing}";`,
    '}',
    '',
  ].join('\n');
}

/** `file`: what is not there is not for ever. `?`: where nothing else is said. */
function writeCaddy(): string {
  return [
    '# news.example { import …/_host/caddy-caching … }',
    '@lasting {',
    `  path_regexp ${pattern}`,
    '  file',
    '}',
    `header @lasting Cache-Control "${lasting}"`,
    `header ?Cache-Control "${changing}"`,
    '',
  ].join('\n');
}
