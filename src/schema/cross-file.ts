import { slugify } from '../lib/arabic/slug.ts';
import { tagKey, tagSlug } from '../lib/arabic/tag-slug.ts';
import { compareText } from '../lib/compare.ts';
import { localFields } from '../lib/time-zone.ts';
import { explainAliasConflict } from './alias-trails.ts';
import type { ArticleMatter } from './article.ts';
import { checkFutureDates, type DatedFile } from './future-dates.ts';
import { messages } from './messages.ts';
import { findNearest } from './nearest.ts';
import { mostProblems, type Problem } from './problem.ts';
import { isReservedAddress, reservedAddresses } from './reserved-addresses.ts';
import { type SettledIds, settleIds } from './short-ids.ts';
import { type Site, siteFile } from './site.ts';
import { correctLine, placeIn } from './yaml/places.ts';
import { problemAtPlace } from './yaml/problem-at.ts';
import type { Place, Places } from './yaml/types.ts';
import { writeYaml } from './yaml/write-yaml.ts';

export interface ArticleFile {
  file: string;
  /** The valid keys. */
  matter: Partial<ArticleMatter>;
  /** May be a getter that queries the cache: meant to be accessed only to report a problem. */
  readonly places: Places;
  /** Neither a draft nor dated in the future. */
  isPublished: boolean;
}

/** A file whose name becomes part of a URL: an author, a section, a standalone page. */
export interface NamedFile {
  /** The file's name without its ending, in NFC. */
  id: string;
  file: string;
}

export interface PageFile extends NamedFile, DatedFile {}

export interface AuthorFile extends NamedFile {
  image?: string;
  places: Places;
}

/** The parts of a content directory that rules across files need. */
export interface ContentFiles {
  /** Epoch milliseconds: the moment of the run. */
  now: number;
  site: Site;
  /** The places of settings in `site.yaml`. */
  sitePlaces: Places;
  articles: readonly ArticleFile[];
  authors: readonly AuthorFile[];
  categories: readonly NamedFile[];
  pages: readonly PageFile[];
  /** Derived ids of an earlier build, by file. */
  rememberedIds: ReadonlyMap<string, string>;
  hasImage(src: string, from: string): boolean;
  /** Lists what a missing image could be a misspelling of: paths, like `src`, of the images beside the file `from`. */
  imagesNear(src: string, from: string): string[];
}

/**
 * Returns the last segment of a readable permalink: `articles/2026/08/افتتاح الجسر.md` → `افتتاح-الجسر`. It is the slug
 * of the file's name, since a title may change; for a file called `index`, that of its folder. '' if the name has no
 * letters or digits.
 */
export function readableSlug(file: string): string {
  const parts = file.normalize('NFC').split('/');
  const name = (parts.at(-1) ?? '').replace(/\.[^.]*$/, '');
  return slugify(name === 'index' ? (parts.at(-2) ?? '') : name);
}

/** Checks the rules that involve several files or the moment of the run: ids, dates, references, images, URLs. */
export function checkAcrossFiles(content: ContentFiles): SettledIds {
  const claims = content.articles.map((article) => {
    const { id, date } = article.matter;
    return {
      file: article.file,
      isPublished: article.isPublished,
      get places() {
        return article.places;
      },
      ...(id !== undefined && { id }),
      ...(date !== undefined && { date }),
    };
  });
  const settled = settleIds(claims, content.rememberedIds);
  const problems = [
    ...settled.problems,
    ...checkFutureDates([...content.articles, ...content.pages], content.now, content.site.timeZone),
    ...checkReferences(content),
    ...checkTags(content),
    ...checkImages(content),
    ...checkNames(content),
    ...checkAddresses(content, settled.ids),
    ...checkLead(content, new Set(settled.ids.values())),
  ];
  return { ...settled, problems };
}

function checkReferences({ articles, authors, categories }: ContentFiles): Problem[] {
  const knownAuthors = authors.map(({ id }) => id).sort();
  const knownCategories = categories.map(({ id }) => id).sort();
  const authorIds = new Set(knownAuthors);
  const categoryIds = new Set(knownCategories);
  return articles.flatMap((article) => {
    const { file, matter } = article;
    const refuse = (field: string, message: string, id: string, known: readonly string[]): Problem =>
      atPlace(file, article.places, field, message, id, findNearest(id, known));
    const problems = [...(matter.authors ?? []).entries()]
      .filter(([, id]) => !authorIds.has(id))
      .slice(0, mostProblems)
      .map(([index, id]) => refuse(`author.${index}`, messages.unknownAuthor(id, knownAuthors), id, knownAuthors));
    const { category } = matter;
    if (category !== undefined && !categoryIds.has(category)) {
      problems.push(refuse('category', messages.unknownCategory(category, knownCategories), category, knownCategories));
    }
    return problems;
  });
}

/** Refuses tags whose pages would have the same URL although they are not spellings of one tag. Each is told once. */
function checkTags({ articles }: ContentFiles): Problem[] {
  const pages = new Map<string, { key: string; tag: string; article: ArticleFile }>();
  const seenTags = new Set<string>();
  const toldKeys = new Set<string>();
  const problems: Problem[] = [];
  for (const article of byFile(articles)) {
    for (const tag of article.matter.tags ?? []) {
      if (seenTags.has(tag)) continue;
      seenTags.add(tag);
      const key = tagKey(tag);
      const slug = tagSlug(tag);
      const owner = pages.get(slug);
      if (owner === undefined) pages.set(slug, { key, tag, article });
      else if (owner.key !== key && !toldKeys.has(key)) {
        toldKeys.add(key);
        problems.push(sharedTagPage(tag, `/t/${slug}/`, article, owner));
      }
    }
  }
  return problems;
}

function sharedTagPage(
  tag: string,
  address: string,
  { file, places }: ArticleFile,
  owner: { tag: string; article: ArticleFile },
): Problem {
  const { line } = placeIn(owner.article.places, 'tags', owner.tag);
  const message = messages.tagsShareAddress(tag, address, owner.tag, owner.article.file, line);
  return atPlace(file, places, 'tags', message, tag);
}

function checkImages({ site, sitePlaces, articles, authors, hasImage, imagesNear }: ContentFiles): Problem[] {
  const check = (file: string, places: Places, field: string, src: string | undefined): Problem[] => {
    if (src === undefined || hasImage(src, file)) return [];
    const nearest = findNearest(src, imagesNear(src, file));
    const message = nearest === undefined ? messages.missingImage(src) : messages.nearestImage(src, nearest);
    return [atPlace(file, places, field, message, src, nearest)];
  };
  const { logo } = site.publisher;
  return [
    ...(logo?.startsWith('/') ? check(siteFile, sitePlaces, 'publisher.logo', logo) : []),
    ...articles.flatMap((article) =>
      article.matter.image ? check(article.file, article.places, 'image.src', article.matter.image.src) : [],
    ),
    ...authors.flatMap(({ file, image, places }) => check(file, places, 'image', image)),
  ];
}

/** Reports file names that are not valid slugs; these names are used in URLs as they are. */
function checkNames({ authors, categories, pages }: ContentFiles): Problem[] {
  return [...authors, ...categories, ...pages].flatMap(({ id, file }) => {
    const message = findBadName(id, file);
    return message === undefined ? [] : [{ file, line: 1, message }];
  });
}

/** Says what is wrong with the name of a file that becomes part of a URL; undefined if nothing is. */
export function findBadName(id: string, file: string): string | undefined {
  const spaced = id.replaceAll('_', '-');
  const slug = slugify(spaced);
  if (slug === spaced && slug !== '') return undefined;
  return slug === '' ? messages.emptySlug() : messages.badFileName(slug + (/\.[^.]*$/.exec(file)?.[0] ?? ''));
}

function checkAddresses(content: ContentFiles, ids: ReadonlyMap<string, string>): Problem[] {
  const { site, articles, authors, categories, pages } = content;
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  const claim = (address: string, file: string): void => {
    const key = addressKey(address);
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, file);
    else problems.push({ file, line: 1, message: messages.sameAddress(address, owner) });
  };

  for (const { id, file } of byFile(authors)) claim(`/a/${id}/`, file);
  for (const { id, file } of byFile(categories)) claim(`/c/${id}/`, file);
  for (const { file } of byFile(articles)) {
    const id = ids.get(file);
    if (id !== undefined) claim(`/${id}/`, file);
  }
  for (const { id, file } of byFile(pages)) {
    if (reservedAddresses.includes(id)) problems.push({ file, line: 1, message: messages.reservedAddress(`/${id}/`) });
    else claim(`/${id}/`, file);
  }
  if (site.permalink === 'readable') {
    for (const { file, matter } of byFile(articles)) {
      const slug = readableSlug(file);
      if (slug === '') problems.push({ file, line: 1, message: messages.emptySlug() });
      else if (matter.date !== undefined) claim(readableAddress(matter.date, slug, site.timeZone), file);
    }
  }
  return [...problems, ...checkAliases(articles, owners)];
}

function checkAliases(articles: readonly ArticleFile[], owners: ReadonlyMap<string, string>): Problem[] {
  const problems: Problem[] = [];
  const claimed = new Map<string, string>();
  const aliased = byFile(articles.filter(({ matter: { aliases = [] } }) => aliases.length > 0));
  const tagPages = aliased.length === 0 ? new Set<string>() : findTagPages(articles);
  const isListing = (path: string): boolean => owners.has(path) || tagPages.has(path);
  const redirects = findRedirects(aliased, new Set(articles.map(({ file }) => file)), owners);
  for (const article of aliased) {
    const { file, matter } = article;
    for (const [index, alias] of (matter.aliases ?? []).entries()) {
      const key = addressKey(alias);
      const owner = owners.get(key);
      const other = claimed.get(key);
      const refuse = (message: string): number =>
        problems.push(atPlace(file, article.places, `aliases.${index}`, message));
      if (owner !== undefined) refuse(explainAliasConflict(alias, file, owner, redirects));
      else if (isReservedAddress(key, isListing)) refuse(messages.aliasIsReserved(alias));
      else if (other !== undefined) refuse(messages.aliasTwice(alias, other));
      else claimed.set(key, file);
    }
  }
  return problems;
}

function findTagPages(articles: readonly ArticleFile[]): Set<string> {
  const tags = new Set(articles.flatMap(({ matter }) => matter.tags ?? []));
  return new Set([...tags].map((tag) => `/t/${tagSlug(tag)}`));
}

/** Maps the file of an article A to the file of the first other article in `aliased` that has A's URL as an alias. */
function findRedirects(
  aliased: readonly ArticleFile[],
  files: ReadonlySet<string>,
  owners: ReadonlyMap<string, string>,
): Map<string, string> {
  const redirects = new Map<string, string>();
  for (const { file, matter } of aliased) {
    for (const alias of matter.aliases ?? []) {
      const owner = owners.get(addressKey(alias));
      if (owner !== undefined && owner !== file && files.has(owner) && !redirects.has(owner))
        redirects.set(owner, file);
    }
  }
  return redirects;
}

/** Returns the same key for all paths that a host serves from one file: `/about`, `/about/`, `/about/index.html`. */
function addressKey(address: string): string {
  return address.normalize('NFC').replace(/\/(?:index\.html)?$/, '');
}

function readableAddress(date: string, slug: string, timeZone: string): string {
  const { year, month } = localFields(date, timeZone);
  return `/${year}/${String(month).padStart(2, '0')}/${slug}/`;
}

function checkLead({ site, sitePlaces }: ContentFiles, ids: ReadonlySet<string>): Problem[] {
  return site.frontPage.lead.flatMap((id, index) =>
    ids.has(id) ? [] : [atPlace(siteFile, sitePlaces, `front-page.lead.${index}`, messages.unknownLead(id))],
  );
}

/** Makes a problem with the value at `path`; `meant` is suggested only if exactly `written` is there. */
function atPlace(
  file: string,
  places: Places,
  path: string,
  message: string,
  written?: string,
  meant?: string,
): Problem {
  const place = placeIn(places, path, written);
  const corrected = written === undefined || meant === undefined ? undefined : replaceWord(place, written, meant);
  return problemAtPlace(file, place, path.replace(/\.\d+$/, ''), message, corrected);
}

function replaceWord(place: Place, written: string, meant: string): string | undefined {
  const isBare = writeYaml(meant) === meant && !/[,[\]{}]/.test(meant);
  return isBare && place.text.slice(place.start, place.end) === written ? correctLine(place, meant) : undefined;
}

function byFile<File extends { file: string }>(files: readonly File[]): File[] {
  return files.toSorted((a, b) => compareText(a.file, b.file));
}
