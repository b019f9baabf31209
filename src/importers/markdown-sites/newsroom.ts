import { slugify } from '../../lib/arabic/slug.ts';
import { isTimeZone } from '../../lib/time-zone.ts';
import { commandStrings } from '../../strings/commands.ts';
import { meaningfulLine } from '../html/plain-text.ts';
import { convertMarkdown } from '../markdown/body.ts';
import { cleanLine } from '../markdown-tidy.ts';
import type { BodyContext, BodyLoss, ConvertedBody } from '../newsroom/body.ts';
import type { SourceArticle, SourceEntry, SourceImage, SourceNewsroom, SourceTerm } from '../newsroom/source.ts';
import { createTally } from '../newsroom/tally.ts';
import { dateOf, toInstantOf } from './dates.ts';
import { astro, eleventy } from './eleventy-and-astro.ts';
import { asRecord, readConfiguration, readDocument, textOf, textsOf } from './front-matter.ts';
import { hexo } from './hexo.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import { nameOf } from './permalinks.ts';
import type { Document, Generator, ProjectFiles, SiteSettings } from './project.ts';
import { expandTemplates } from './templates.ts';

/** By the names that may follow `--from`. Hexo comes before Jekyll, since both have a `_config.yml`. */
export const generators = { hexo, jekyll, eleventy, astro, hugo } satisfies Record<string, Generator>;
export type GeneratorName = keyof typeof generators;

/** Recognises the generator of a project by its configuration; undefined if it is none of those that are known. */
export function recogniseGenerator(project: ProjectFiles): GeneratorName | undefined {
  return (Object.keys(generators) as GeneratorName[]).find((name) => generators[name].isIts(project));
}

/** A newsroom, and where the files that its entries show are in the project. */
export interface ProjectNewsroom {
  newsroom: SourceNewsroom;
  /** Paths in the project, by their addresses on the old site. */
  files: ReadonlyMap<string, string>;
}

/** The address of a site that does not tell its own: an example, which its owner is asked to correct. */
const exampleSite = 'https://example.com';

/** What the entries of a project have in common. */
interface Surroundings {
  generator: Generator;
  settings: SiteSettings;
  timeZone: string;
  siteUrl: string;
  documents: readonly PlacedDocument[];
  /** Addresses of other files, by their paths in the project. */
  addresses: ReadonlyMap<string, string>;
  /** Names of authors, by what the front matter calls them. */
  authorNames: ReadonlyMap<string, string>;
}

interface PlacedDocument extends Document {
  kind: 'article' | 'draft' | 'page';
  /** Paths on the old site. */
  paths: string[];
}

/**
 * Reads the project of a static site as a newsroom.
 * @param timeZone of the newsroom that it comes into, if that has one
 */
export function readNewsroom(project: ProjectFiles, name: GeneratorName, timeZone?: string): ProjectNewsroom {
  const generator = generators[name];
  const settings = generator.readSettings(project);
  const all = [...project.texts]
    .filter(([file]) => isText(file))
    .map(([file, text]) => withKnownKeys(readDocument(file, text), name));
  const kinds = new Map(all.map((document) => [document, generator.kindOf(document, settings)]));
  const documents = all.flatMap((document): PlacedDocument[] => {
    const kind = kinds.get(document);
    if (kind === undefined || kind === 'section') return [];
    return [{ ...document, kind, paths: generator.addressesOf(document, settings) }];
  });
  const leftOut = all.filter((document) => kinds.get(document) === undefined && isContent(document.file));
  const siteUrl = settings.url || exampleSite;
  const surroundings: Surroundings = {
    generator,
    settings,
    timeZone:
      timeZone ?? (settings.timeZone !== undefined && isTimeZone(settings.timeZone) ? settings.timeZone : 'UTC'),
    siteUrl,
    documents,
    addresses: placeFiles(project, generator, documents, siteUrl),
    authorNames: readAuthorNames(project),
  };
  const sectionTitles = new Map(
    all
      .filter((document) => kinds.get(document) === 'section')
      .map(({ file, matter }) => [generator.sectionOf(file), textOf(matter.title)] as const),
  );
  return {
    newsroom: composeSource(surroundings, sectionTitles, leftOut),
    files: new Map([...surroundings.addresses].map(([file, address]) => [address, file])),
  };
}

/** Whether a file that is neither an article nor a page was written as one: those of templates and programs are not. */
function isContent(file: string): boolean {
  return (
    /\.(?:md|mdx|markdown)$/.test(file) &&
    !/(?:^|\/)(?:README|CONTRIBUTING|CHANGELOG|LICENSE|_?index)\b[^/]*$/i.test(file)
  );
}

function isText(file: string): boolean {
  return /\.(?:md|mdx|markdown|html)$/.test(file);
}

/** Returns the addresses of files that are no texts, by their paths in the project. */
function placeFiles(
  project: ProjectFiles,
  generator: Generator,
  documents: readonly PlacedDocument[],
  siteUrl: string,
): Map<string, string> {
  const folders = new Map(
    documents.flatMap(({ file, paths: [path = '/'] }) => [
      [file.replace(/\.[^./]*$/, ''), path] as const,
      ...(/\/index\.[^/]*$/.test(file) ? [[file.slice(0, file.lastIndexOf('/')), path] as const] : []),
    ]),
  );
  return new Map(
    project.others.flatMap((file) => {
      const path = generator.publishedPath(file, folders);
      return path === undefined ? [] : [[file, siteUrl + encodeURI(path)] as const];
    }),
  );
}

/** Reads the names in `_data/authors.yml`, as themes of Jekyll use it. */
function readAuthorNames({ texts }: ProjectFiles): Map<string, string> {
  const [file, text] = [...texts].find(([name]) => /(?:^|\/)_data\/authors\.(?:ya?ml|json)$/.test(name)) ?? [];
  const authors = file === undefined || text === undefined ? {} : readConfiguration(file, text);
  return new Map(Object.entries(authors).map(([key, value]) => [key, textOf(asRecord(value).name) || key]));
}

function composeSource(
  surroundings: Surroundings,
  sectionTitles: ReadonlyMap<string, string>,
  leftOut: readonly Document[],
): SourceNewsroom {
  const { settings, siteUrl, documents, generator } = surroundings;
  const words = commandStrings.importer;
  const entries = documents.map((document) => ({ document, article: toArticle(document, surroundings) }));
  const articles = entries.filter(({ document }) => document.kind !== 'page').map(({ article }) => article);
  const absolute = (paths: readonly string[]): string[] => paths.map((path) => siteUrl + path);
  const terms = (kind: 'section' | 'tag' | 'author', keys: readonly string[]): SourceTerm[] =>
    [...new Set(keys)].map((key) => {
      const name = kind === 'section' ? sectionTitles.get(key) || key : key;
      const { addresses, feeds } = generator.termAddresses(kind, key);
      return {
        key,
        slug: slugify(key) === '' ? '' : key,
        name: cleanLine(name),
        addresses: absolute(addresses),
        feeds: absolute(feeds),
      };
    });
  const unnamed = (slug: string, name: string): SourceTerm => ({
    key: '',
    slug,
    name,
    addresses: [],
    isInvented: true,
  });
  const [sections, authors] = [articles.map(({ section }) => section), articles.flatMap(({ authors: keys }) => keys)];
  return {
    title: cleanLine(settings.title),
    description: cleanLine(settings.description),
    url: siteUrl,
    ...(settings.timeZone !== undefined && isTimeZone(settings.timeZone) && { timeZone: settings.timeZone }),
    sections: terms(
      'section',
      sections.filter((key) => key !== ''),
    ).concat(sections.includes('') ? unnamed('general', words.uncategorized) : []),
    authors: terms(
      'author',
      authors.filter((key) => key !== ''),
    ).concat(authors.includes('') ? unnamed('desk', words.desk) : []),
    tags: terms(
      'tag',
      articles.flatMap(({ tags }) => tags),
    ),
    articles,
    pages: entries
      .filter(({ document }) => document.kind === 'page')
      .map(({ document, article }) => ({
        ...toEntryOf(article),
        order: Number(document.matter.weight ?? document.matter.order ?? 0) || 0,
      })),
    media: [],
    lists: generator.feeds.map((path) => ({ address: siteUrl + path, leadsTo: 'feed' })),
    likeAddresses: (url) => [url.origin + url.pathname.replace(/(?:\/index)?\.html$/, '/')],
    tally: countRest(documents, leftOut),
  };
}

function toEntryOf({ key, title, slug, isDraft, published, addresses, convert, remarks }: SourceArticle): SourceEntry {
  return { key, title, slug, isDraft, ...(published !== undefined && { published }), addresses, convert, remarks };
}

/** Returns the names in several fields of one meaning, each once. */
function eachOf(values: readonly unknown[]): string[] {
  return [...new Set(values.flatMap((value) => textsOf(value, /\s*[,،]\s*/)))];
}

/** Hugo reads `Draft` and `draft` alike: a draft must not be published for its capital. */
function withKnownKeys(document: Document, name: GeneratorName): Document {
  if (name !== 'hugo') return document;
  const keys = Object.entries(document.matter).map(([key, value]) => [
    knownFields.has(key) ? key : key.toLowerCase(),
    value,
  ]);
  return { ...document, matter: Object.fromEntries(keys) };
}

function toArticle(document: PlacedDocument, surroundings: Surroundings): SourceArticle {
  const { settings, timeZone, siteUrl, generator, authorNames } = surroundings;
  const { file, matter, body, kind, paths } = document;
  const published = dateOf(document, timeZone)?.instant;
  const modified = toInstantOf(
    matter.lastmod ?? matter.last_modified_at ?? matter.updated ?? matter.updatedDate ?? matter.modified,
    timeZone,
  );
  const authors = eachOf([matter.authors, matter.author]).map((name) => cleanLine(authorNames.get(name) ?? name));
  const [section = generator.sectionOf(file), ...others] = eachOf([matter.categories, matter.category, matter.section]);
  const summary = textOf(matter.summary) || textOf(matter.description) || textOf(matter.excerpt);
  const kicker = textOf(matter.kicker) || textOf(matter.subtitle);
  const image = imageOf(document, surroundings);
  return {
    key: file,
    title: meaningfulLine(textOf(matter.title)) || headingOf(body),
    slug: textOf(matter.slug) || nameOf(file),
    isDraft: kind === 'draft',
    ...(published !== undefined && { published }),
    ...(modified !== undefined && { modified }),
    addresses: paths.map((path) => siteUrl + encodeURI(decodeURISafely(path))),
    convert: (context) => convertBody(document, context, surroundings),
    remarks: [],
    authors: authors.length > 0 ? authors : [settings.author],
    section: /^(?:posts?|blog|articles?)$/i.test(section) ? '' : section,
    tags: [...others, ...eachOf([matter.tags, matter.keywords])]
      .map((tag) =>
        cleanLine(tag)
          .replace(/[،,]|(?<!\S)#+/g, ' ')
          .trim(),
      )
      .filter((tag, index, all) => slugify(tag) !== '' && all.indexOf(tag) === index && !/^posts?$/.test(tag)),
    ...(summary !== '' && { summary: meaningfulLine(summary) }),
    ...(kicker !== '' && { kicker: meaningfulLine(kicker) }),
    ...(image && { image }),
    ...(matter.comments === false && { areCommentsClosed: true }),
    comments: [],
  };
}

function decodeURISafely(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Returns the text of the first heading of the first level, for documents that name themselves in their body. */
function headingOf(body: string): string {
  return cleanLine(/^#[^\S\n]+(.+?)#*$/m.exec(body)?.[1] ?? '');
}

const imageKeys = [
  'image',
  'cover',
  'featured_image',
  'featuredImage',
  'thumbnail',
  'banner',
  'heroImage',
  'header',
  'hero',
];

/** Returns the lead image, which themes write as a path or as a group of fields. */
function imageOf(document: PlacedDocument, surroundings: Surroundings): SourceImage | undefined {
  const value = imageKeys
    .map((key) => document.matter[key])
    .find((one) => one !== undefined && one !== '' && one !== null);
  const [first] = textsOf(document.matter.images);
  const group = asRecord(value);
  const written =
    textOf(value) ||
    ['image', 'src', 'url', 'path', 'teaser', 'overlay_image'].map((key) => textOf(group[key])).find(Boolean) ||
    first;
  if (!written) return undefined;
  const alt = textOf(group.alt) || textOf(document.matter.image_alt) || textOf(document.matter.alt);
  const caption = textOf(group.caption) || textOf(document.matter.caption);
  return {
    address:
      findFile(written, document, surroundings) ??
      new URL(written, `${surroundings.siteUrl}${document.paths[0] ?? '/'}`).href,
    ...(alt !== '' && { alt: cleanLine(alt) }),
    ...(caption !== '' && { caption: meaningfulLine(caption) }),
  };
}

/** Returns the address of a file of the project that a document names by its path, from its own folder or the root. */
function findFile(written: string, { file }: Document, { addresses }: Surroundings): string | undefined {
  const [bare = ''] = decodeURISafely(written).split(/[?#]/);
  if (/^(?:[a-z]+:)?\/\//i.test(bare)) return undefined;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const beside = new URL(bare.replace(/^~?\//, ''), `file:///${encodeURI(folder)}`);
  const own = decodeURISafely(beside.pathname).slice(1);
  const inAssets = `${file.replace(/\.[^./]*$/, '')}/${bare}`;
  const roots = ['static', 'assets', 'public', 'source', 'src', ''].map((root) =>
    `${root}/${bare.replace(/^\/+/, '')}`.replace(/^\//, ''),
  );
  return [own, inAssets, ...roots]
    .map((candidate) => addresses.get(candidate.normalize('NFC')) ?? addresses.get(candidate))
    .find(Boolean);
}

function convertBody(document: PlacedDocument, context: BodyContext, surroundings: Surroundings): ConvertedBody {
  const { generator, documents, siteUrl } = surroundings;
  // Only files of MDX have components.
  const syntax = generator.syntax === 'jsx' && !document.file.endsWith('.mdx') ? 'none' : generator.syntax;
  const { text, unknown } = expandTemplates(document.body, syntax, (name) => {
    const wanted = name
      .replace(/[?#].*$/, '')
      .replace(/^\/+/, '')
      .replace(/\.[^./]*$/, '')
      .replace(/\/index$/, '');
    const found = documents.find(({ file }) => {
      const own = file.replace(/\.[^./]*$/, '').replace(/\/index$/, '');
      return own === wanted || own.endsWith(`/${wanted}`);
    });
    return found && siteUrl + encodeURI(decodeURISafely(found.paths[0] ?? '/'));
  });
  const own: BodyContext = {
    ...context,
    image: (address) => context.image(findFile(address, document, surroundings) ?? address),
    link: (address) => context.link(linkedDocument(address, document, surroundings) ?? address),
  };
  const isTitle = headingOf(document.body) !== '' && textOf(document.matter.title) === '';
  const body = convertMarkdown(isTitle ? text.replace(/^#[^\S\n]+.+$/m, '') : text, own);
  const losses = unknown.map((written): BodyLoss => ({ kind: 'shortcode', written }));
  return { ...body, losses: [...losses, ...body.losses] };
}

/** Returns the address of the document whose file a link names: `../bridge.md`. */
function linkedDocument(address: string, { file }: Document, { documents, siteUrl }: Surroundings): string | undefined {
  if (!/^[^:?#]*\.(?:md|mdx|markdown)(?:[?#].*)?$/i.test(address)) return undefined;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const [bare = ''] = address.split(/[?#]/);
  const path = decodeURISafely(new URL(bare, `file:///${encodeURI(folder)}`).pathname).slice(1);
  const found = documents.find((one) => one.file === path || one.file.endsWith(`/${bare.replace(/^\/+/, '')}`));
  return found && siteUrl + encodeURI(decodeURISafely(found.paths[0] ?? '/'));
}

/** The fields that are read above, or that mean nothing here. */
const knownFields = new Set(
  `title date pubDate publishDate publishdate published_at pubdate lastmod last_modified_at updated updatedDate modified author authors category
  categories section tags keywords summary description excerpt kicker subtitle draft published slug url permalink alias aliases redirect_from
  image images image_alt alt caption cover featured_image featuredImage thumbnail banner heroImage header hero weight order comments
  layout type id toc markup headless math render_with_liquid`.split(/\s+/),
);

/** Counts the files and the fields of front matter that do not come. */
function countRest(documents: readonly Document[], leftOut: readonly Document[]) {
  const tally = createTally();
  for (const { file } of leftOut) {
    const name = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    tally.add('others', { name, fate: 'left', reason: 'no-entry' });
  }
  for (const { matter } of documents) {
    for (const [key, value] of Object.entries(matter)) {
      if (knownFields.has(key) || value === '' || value === null) continue;
      tally.add('fields', { name: key, fate: 'left', reason: 'unknown-field' });
    }
  }
  return tally.rows();
}
