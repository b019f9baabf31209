import { readConfiguration, textOf, textsOf } from './front-matter.ts';
import { besideDocument } from './hugo.ts';
import { fillPermalink, inAddress, nameOf } from './permalinks.ts';
import type { Document, Generator, ProjectFiles, SiteSettings } from './project.ts';

const posts = 'source/_posts/';

export const hexo: Generator = {
  isIts: ({ texts }) => texts.has('_config.yml') && [...texts.keys()].some((file) => file.startsWith(posts)),
  readSettings,
  kindOf({ file, matter }) {
    if (!/^source\/.*\.(?:md|markdown)$/.test(file)) return undefined;
    if (file.startsWith('source/_drafts/')) return 'draft';
    if (file.startsWith(posts)) return matter.published === false ? 'draft' : 'article';
    return file.startsWith('source/_') ? undefined : 'page';
  },
  addressesOf,
  publishedPath(file, placed) {
    if (file.startsWith(posts)) return besideDocument(file, placed);
    return /^source\/[^_]/.test(file) ? file.slice('source'.length) : undefined;
  },
  termAddresses(kind, name) {
    const folder = { section: 'categories', tag: 'tags', author: 'authors' }[kind];
    return { addresses: [`/${folder}/${name}/`, `/${folder}/${inAddress(name)}/`], feeds: [] };
  },
  sectionOf: () => '',
  feeds: ['/atom.xml', '/rss2.xml', '/rss.xml'],
  syntax: 'liquid',
};

function readSettings({ texts }: ProjectFiles): SiteSettings {
  const all = readConfiguration('_config.yml', texts.get('_config.yml') ?? '');
  const url = textOf(all.url).replace(/\/+$/, '');
  return {
    title: textOf(all.title),
    description: textOf(all.description) || textOf(all.subtitle),
    url: /^https?:/.test(url) ? url : '',
    ...(textOf(all.timezone) !== '' && { timeZone: textOf(all.timezone) }),
    author: textsOf(all.author)[0] ?? '',
    all,
  };
}

function addressesOf(document: Document, { all, timeZone = 'UTC' }: SiteSettings): string[] {
  const { file, matter } = document;
  const aliases = textsOf(matter.alias ?? matter.aliases).map((alias) => (alias.startsWith('/') ? alias : `/${alias}`));
  const categories = textsOf(matter.categories ?? matter.category).map(inAddress);
  // A post is named by its file, its capitals included, not by its title.
  const name = nameOf(file);
  const names = { title: name, slug: name, categories };
  const own = textOf(matter.permalink);
  if (own !== '') return [fillPermalink(own, document, timeZone, names), ...aliases];
  if (/^source\/_(?:posts|drafts)\//.test(file)) {
    return [fillPermalink(textOf(all.permalink) || ':year/:month/:day/:title/', document, timeZone, names), ...aliases];
  }
  const page = file.replace(/^source/, '').replace(/\.[^./]*$/, '');
  return [page.endsWith('/index') ? page.slice(0, -'index'.length) : `${page}.html`, ...aliases];
}
