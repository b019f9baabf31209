import { textOf, textsOf } from './front-matter.ts';
import { inAddress } from './permalinks.ts';
import type { Document, Generator, SiteSettings } from './project.ts';

/** Neither has its settings where a program can read them without running the project. */
const noSettings = (): SiteSettings => ({ title: '', description: '', url: '', author: '', all: {} });

const isText = (file: string): boolean => /\.(?:md|mdx|markdown)$/.test(file);
const isReadme = (file: string): boolean => /(?:^|\/)(?:README|CONTRIBUTING|CHANGELOG|LICENSE)\b[^/]*$/i.test(file);

export const eleventy: Generator = {
  isIts: ({ texts }) => [...texts.keys()].some((file) => /^(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/.test(file)),
  readSettings: noSettings,
  kindOf({ file, matter }) {
    if (!isText(file) || isReadme(file) || /(?:^|\/)_/.test(file)) return undefined;
    if (matter.draft === true) return 'draft';
    return matter.date !== undefined || textsOf(matter.tags).some((tag) => /^posts?$/.test(tag)) ? 'article' : 'page';
  },
  addressesOf({ file, matter }) {
    const written = textOf(matter.permalink);
    const own = written === '' || written.includes('{') ? pathOf(file.replace(/^(?:src|content)\//, '')) : written;
    return [own.startsWith('/') ? own : `/${own}`, ...aliasesOf(matter)];
  },
  publishedPath: (file) =>
    /(?:^|\/)[_.]/.test(file) ? undefined : `/${file.replace(/^(?:src|public|content)\//, '')}`,
  termAddresses: (kind, name) => ({
    addresses: kind === 'tag' ? [`/tags/${inAddress(name)}/`] : [],
    feeds: [],
  }),
  sectionOf: () => '',
  feeds: ['/feed.xml', '/feed/feed.xml'],
  syntax: 'liquid',
};

export const astro: Generator = {
  isIts: ({ texts }) => [...texts.keys()].some((file) => /^astro\.config\.[cm]?[jt]s$/.test(file)),
  readSettings({ texts }) {
    const [, configuration = ''] = [...texts].find(([file]) => /^astro\.config\./.test(file)) ?? [];
    const url = /\bsite\s*:\s*["'`](https?:[^"'`]+)/.exec(configuration)?.[1] ?? '';
    return { ...noSettings(), url: url.replace(/\/+$/, '') };
  },
  kindOf({ file, matter }) {
    if (!isText(file) || isReadme(file)) return undefined;
    if (file.startsWith('src/pages/')) return 'page';
    if (!file.startsWith('src/content/')) return undefined;
    return matter.draft === true ? 'draft' : 'article';
  },
  addressesOf({ file, matter }) {
    if (file.startsWith('src/pages/')) return [pathOf(file.slice('src/pages/'.length)), ...aliasesOf(matter)];
    const [collection = '', ...rest] = file.slice('src/content/'.length).split('/');
    const own = textOf(matter.slug) || pathOf(rest.join('/')).replace(/^\/|\/$/g, '');
    return [`/${collection}/${own}/`, ...aliasesOf(matter)];
  },
  publishedPath: (file) => (file.startsWith('public/') ? file.slice('public'.length) : `/${file}`),
  termAddresses: (kind, name) => ({
    addresses: kind === 'author' ? [] : [`/${{ section: 'categories', tag: 'tags' }[kind]}/${inAddress(name)}/`],
    feeds: [],
  }),
  sectionOf: () => '',
  feeds: ['/rss.xml'],
  syntax: 'jsx',
};

/** Returns the path of a page by that of its file: `posts/a.md` and `posts/a/index.md` → `/posts/a/`. */
function pathOf(file: string): string {
  const path = file
    .replace(/\.[^./]*$/, '')
    .replace(/(?:^|\/)index$/, '')
    .replace(/(^|\/)\d{4}-\d\d-\d\d-/, '$1');
  return path === '' ? '/' : `/${path}/`;
}

function aliasesOf(matter: Document['matter']): string[] {
  return textsOf(matter.aliases ?? matter.redirect_from).filter((alias) => alias.startsWith('/'));
}
