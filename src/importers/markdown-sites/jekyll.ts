import { readConfiguration, textOf, textsOf } from './front-matter.ts';
import { fillPermalink, inAddress, nameOf } from './permalinks.ts';
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
  const name = textOf(matter.slug) || nameOf(file);
  const names = { title: inTitle(name), slug: inAddress(name), categories: categoriesOf(document) };
  const own =
    wanted === '' ? pagePath(file, style) : fillPermalink(styles[wanted] ?? wanted, document, timeZone, names);
  const aliases = textsOf(matter.redirect_from);
  return [own, ...aliases.map((alias) => (alias.startsWith('/') ? alias : `/${alias}`))];
}

/** Writes a name as `:title` does, which keeps capitals and what an address may hold. */
function inTitle(name: string): string {
  return name.replace(/[^\p{L}\p{M}\p{N}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
}

/** Returns the categories in an address: the folders above `_posts`, and those of the front matter. */
function categoriesOf({ file, matter }: Document): string[] {
  const folders = (/^(.*?)\/?_posts\//.exec(file)?.[1] ?? '').split('/').filter((name) => name !== '');
  const own = [...textsOf(matter.category), ...textsOf(matter.categories, /\s+/)];
  return [...new Set([...folders, ...own].map(inAddress))];
}

function pagePath(file: string, style: string): string {
  const path = `/${file.replace(/\.[^./]*$/, '')}`.replace(/\/index$/, '/');
  return path.endsWith('/') ? path : `${path}${style === 'pretty' ? '/' : '.html'}`;
}
