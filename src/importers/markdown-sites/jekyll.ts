import { asRecord, readConfiguration, textOf, textsOf } from './front-matter.ts';
import { fillPermalink, inAddress } from './permalinks.ts';
import type { Document, Generator, ProjectFiles, SiteSettings } from './project.ts';

/** What the names of styles in `permalink` stand for (https://jekyllrb.com/docs/permalinks/). */
const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

export const jekyll: Generator = {
  isIts: ({ texts }) =>
    ['_config.yml', '_config.yaml', '_config.toml'].some((name) => texts.has(name)) &&
    ![...texts.keys()].some((file) => file.startsWith('source/_posts/')),
  readSettings,
  kindOf({ file, matter }) {
    if (!/\.(?:md|markdown|html)$/.test(file) || Object.keys(matter).length === 0) return undefined;
    if (/(?:^|\/)_drafts\//.test(file)) return 'draft';
    if (/(?:^|\/)_posts\//.test(file)) return matter.published === false ? 'draft' : 'article';
    if (/(?:^|\/)_|^(?:index|404|search|feed)\.|^(?:README|CONTRIBUTING|LICENSE)\b/i.test(file)) return undefined;
    return file.endsWith('.html') ? undefined : 'page';
  },
  addressesOf,
  publishedPath: (file) => (/(?:^|\/)[_.]/.test(file) ? undefined : `/${file}`),
  termAddresses(kind, name) {
    const folder = { section: 'categories', tag: 'tags', author: 'authors' }[kind];
    const names = [...new Set([inAddress(name), name])];
    return {
      addresses: names.flatMap((one) => [
        `/${folder}/${one}/`,
        ...(kind === 'author' ? [] : [`/${kind === 'tag' ? 'tag' : 'category'}/${one}/`]),
      ]),
      feeds: kind === 'section' ? [`/feed/${inAddress(name)}.xml`] : [],
    };
  },
  sectionOf: (file) => {
    const before = /^(.*?)\/?_posts\//.exec(file)?.[1] ?? '';
    return before.split('/').at(-1) ?? '';
  },
  feeds: ['/feed.xml', '/atom.xml', '/rss.xml'],
  syntax: 'liquid',
};

function readSettings({ texts }: ProjectFiles): SiteSettings {
  const name = ['_config.yml', '_config.yaml', '_config.toml'].find((one) => texts.has(one));
  const all = name === undefined ? {} : readConfiguration(name, texts.get(name) ?? '');
  const url = textOf(all.url).replace(/\/+$/, '');
  const base = textOf(all.baseurl).replace(/^\/?|\/+$/g, (slash) => (slash === '' ? '/' : slash === '/' ? '/' : ''));
  return {
    title: textOf(all.title),
    description: textOf(all.description),
    url: /^https?:/.test(url) ? url + (base === '/' ? '' : base.replace(/\/+$/, '')) : '',
    ...(textOf(all.timezone) !== '' && { timeZone: textOf(all.timezone) }),
    author: textsOf(all.author)[0] ?? '',
    all,
  };
}

function addressesOf(document: Document, { all, timeZone = 'UTC' }: SiteSettings): string[] {
  const { file, matter } = document;
  const isPost = /(?:^|\/)_(?:posts|drafts)\//.test(file);
  const style = textOf(all.permalink) || 'date';
  const wanted = textOf(matter.permalink) || (isPost ? (styles[style] ?? style) : '');
  const own =
    wanted === '' ? pagePath(file, style) : fillPermalink(styles[wanted] ?? wanted, withFolders(document), timeZone);
  const aliases = textsOf(matter.redirect_from);
  return [own, ...aliases.map((alias) => (alias.startsWith('/') ? alias : `/${alias}`))];
}

/** Adds the folders above `_posts`, which are categories too. */
function withFolders(document: Document): Document {
  const folders = (/^(.*?)\/?_posts\//.exec(document.file)?.[1] ?? '').split('/').filter((name) => name !== '');
  const own = textsOf(document.matter.categories ?? document.matter.category, /\s+/);
  return { ...document, matter: { ...document.matter, ...asRecord({ categories: [...folders, ...own] }) } };
}

function pagePath(file: string, style: string): string {
  const path = `/${file.replace(/\.[^./]*$/, '')}`.replace(/\/index$/, '/');
  return path.endsWith('/') ? path : `${path}${style === 'pretty' ? '/' : '.html'}`;
}
