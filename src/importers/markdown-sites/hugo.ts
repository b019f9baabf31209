import { asRecord, readConfiguration, textOf, textsOf } from './front-matter.ts';
import { fillPermalink, inAddress, nameOf } from './permalinks.ts';
import type { Document, FrontMatter, Generator, PlacedDocuments, ProjectFiles, SiteSettings } from './project.ts';

/** Configurations of Hugo, in the order in which it looks for them. `config.*` may be another program's. */
const configurations = ['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json'];
const olderConfigurations = ['config.toml', 'config.yaml', 'config.yml', 'config.json'];
const folder = 'config/_default/';
const content = 'content/';

export const hugo: Generator = {
  isIts: ({ texts }) =>
    configurations.some((name) => texts.has(name) || texts.has(folder + name)) ||
    (olderConfigurations.some((name) => texts.has(name) || texts.has(folder + name)) &&
      [...texts.keys()].some((file) => file.startsWith(content))),
  readSettings,
  kindOf({ file, matter }) {
    if (!file.startsWith(content) || !/\.(?:md|markdown|html)$/.test(file)) return undefined;
    if (/\/_index\.[^/]*$/.test(file)) return file === `${content}_index.md` ? undefined : 'section';
    if (matter.headless === true) return undefined;
    if (matter.draft === true) return 'draft';
    const isDeep = file
      .slice(content.length)
      .replace(/\/index\.[^/]*$/, '')
      .includes('/');
    return isDeep || matter.date !== undefined ? 'article' : 'page';
  },
  addressesOf,
  publishedPath(file, placed) {
    if (file.startsWith('static/')) return file.slice('static'.length);
    if (file.startsWith('assets/')) return `/${file.slice('assets/'.length)}`;
    return besideDocument(file, placed);
  },
  termAddresses(kind, name) {
    const base = `/${{ section: 'categories', tag: 'tags', author: 'authors' }[kind]}/${inAddress(name)}/`;
    const own = kind === 'section' ? [base, `/${inAddress(name)}/`] : [base];
    return { addresses: own, feeds: own.map((path) => `${path}index.xml`) };
  },
  sectionOf: (file) => {
    const [, section = '', ...rest] = file.split('/');
    return rest.length > 0 ? section : '';
  },
  feeds: ['/index.xml', '/posts/index.xml', '/post/index.xml', '/blog/index.xml'],
  syntax: 'hugo',
};

/** Returns the address of a file that is stored beside a document, in the folder of its bundle. */
export function besideDocument(file: string, placed: PlacedDocuments): string | undefined {
  const folderOfFile = file.slice(0, file.lastIndexOf('/'));
  const address = placed.get(folderOfFile);
  return address === undefined ? undefined : address.replace(/[^/]*$/, '') + file.slice(folderOfFile.length + 1);
}

function readSettings({ texts }: ProjectFiles): SiteSettings {
  const names = [...configurations, ...olderConfigurations].flatMap((name) => [name, folder + name]);
  const name = names.find((one) => texts.has(one));
  const all = name === undefined ? {} : readConfiguration(name, texts.get(name) ?? '');
  const params = asRecord(all.params);
  return {
    title: textOf(all.title),
    description: textOf(params.description) || textOf(all.description),
    url: /^https?:/.test(textOf(all.baseURL)) ? textOf(all.baseURL).replace(/\/+$/, '') : '',
    ...(textOf(all.timeZone) !== '' && { timeZone: textOf(all.timeZone) }),
    author: textsOf(params.author ?? all.author)[0] ?? '',
    all,
  };
}

function addressesOf(document: Document, settings: SiteSettings): string[] {
  const { matter } = document;
  const own = textOf(matter.url) || permalinkOf(document, settings);
  const aliases = textsOf(matter.aliases).map((alias) =>
    alias.startsWith('/') ? alias : `${own.replace(/[^/]*\/?$/, '')}${alias}`,
  );
  return [own.startsWith('/') ? own : `/${own}`, ...aliases];
}

function permalinkOf(document: Document, { all, timeZone = 'UTC' }: SiteSettings): string {
  const section = hugo.sectionOf(document.file);
  const permalinks = asRecord(all.permalinks);
  const patterns: FrontMatter = { ...permalinks, ...asRecord(permalinks.page) };
  const pattern = textOf(patterns[section]);
  if (pattern !== '') {
    const title = inAddress(textOf(document.matter.title));
    const slug = inAddress(textOf(document.matter.slug)) || title || nameOf(document.file);
    return fillPermalink(pattern, document, timeZone, { title: title || slug, slug, categories: [] });
  }
  const folders = document.file
    .slice(content.length)
    .replace(/\/index\.[^/]*$/, '')
    .split('/')
    .slice(0, -1);
  const name = textOf(document.matter.slug) || nameWithDate(document.file);
  const path = [...folders, name].map(inAddress).join('/');
  return all.uglyURLs === true ? `/${path}.html` : `/${path}/`;
}

/** Hugo keeps the date in a file name, unless a permalink says otherwise. */
function nameWithDate(file: string): string {
  const [, last = ''] = /([^/]*?)(?:\/index)?\.[^/]*$/.exec(file) ?? [];
  return last || nameOf(file);
}
