import os from 'node:os';
import { closingTime } from '../../lib/comments/closing.ts';
import { compareText } from '../../lib/compare.ts';
import type { FileProblem, Picture } from '../../markdown/types.ts';
import type { ArticleMatter } from '../../schema/article.ts';
import { messages } from '../../schema/messages.ts';
import type { Problem } from '../../schema/problem.ts';
import type { Withdrawal } from '../../schema/published-corrections.ts';
import { readableSlug } from '../../schema/readable-slug.ts';
import type { SettledIds } from '../../schema/short-ids.ts';
import type { Site } from '../../schema/site.ts';
import { placeIn, pointTo } from '../../schema/yaml/places.ts';
import { type AgendaItem, articleMoments, type DatedArticle } from '../agenda.ts';
import type { ImageStore } from '../images/images.ts';
import { locateFile } from '../located-files.ts';
import { hasAppeared, hasExpired, isPublished, isWithdrawn } from '../publication.ts';
import type { Article, IncompleteFile, LibraryOptions, WithdrawnArticle } from '../types.ts';
import { formatOf } from './bodies.ts';
import type { ThreadSummary } from './comment-threads.ts';
import { fileId } from './content-files.ts';
import type { IndexEntry } from './entries.ts';
import { createNaming, type Names } from './names.ts';
import { changesAt, composeWithdrawn } from './published-changes.ts';
import { publishedRecording } from './recordings.ts';
import type { Settings } from './settings.ts';
import { digestOf, type IndexedFile, type Texts } from './texts.ts';

/**
 * Returns all articles by their ids, those that readers do not see among them. An id that is refused in its file leads to
 * the article too, unless another one has it: what is wrong with it is told once.
 */
export function articlesById({ articles }: Texts, { ids }: SettledIds): Map<string, DatedArticle> {
  const known = new Map<string, DatedArticle>();
  for (const { file, entry } of articles) {
    const { matter } = entry.parsed;
    const settled = ids.get(file);
    const id = settled ?? matter.id;
    if (id !== undefined && (settled !== undefined || !known.has(id))) known.set(id, { file, matter });
  }
  return known;
}

interface ComposedArticles {
  articles: Article[];
  withdrawn: WithdrawnArticle[];
  expired: Article[];
  incomplete: IncompleteFile[];
  problems: Problem[];
}

/**
 * Composes the complete articles, newest first, without unpublished ones unless `includeUnpublished`, and reports the
 * problems of their lead images.
 */
export async function composeArticles(
  { articles: indexed, tables }: Texts,
  { ids }: SettledIds,
  threads: ReadonlyMap<string, ThreadSummary>,
  { site, tags }: Settings,
  names: Names,
  images: ImageStore,
  options: LibraryOptions,
): Promise<ComposedArticles> {
  const { complete, incomplete } = findComplete(indexed, ids);
  const { shown, withdrawn, expired } = divideByState(complete, options);
  const { pictures, unreadable, problems } = await resolveLeads(shown, tables, images, options);
  const nameToday = createNaming(names, tags);
  const compose = ({ file, entry, matter }: CompleteArticle): Article =>
    composeArticle(file, entry, nameToday(matter), site, options.now, pictures.get(file), threads.get(matter.id));
  return {
    articles: shown
      .filter(({ file }) => !unreadable.has(file))
      .map(compose)
      .sort((a, b) => compareText(b.date, a.date) || compareText(a.id, b.id)),
    withdrawn: withdrawn.map((article) => composeWithdrawn(article.file, article.matter, site, compose(article))),
    expired: expired.map(compose),
    incomplete: [...incomplete, ...[...unreadable].map(([file, id]) => ({ file, id }))],
    problems,
  };
}

/** An article whose id and required keys are known. */
interface CompleteArticle extends IndexedFile<'article'> {
  matter: ArticleMatter & { id: string };
}

function findComplete(
  indexed: readonly IndexedFile<'article'>[],
  ids: SettledIds['ids'],
): { complete: CompleteArticle[]; incomplete: IncompleteFile[] } {
  const complete: CompleteArticle[] = [];
  const incomplete: IncompleteFile[] = [];
  for (const { file, entry } of indexed) {
    const { matter } = entry.parsed;
    const id = ids.get(file);
    if (id !== undefined && isComplete(matter)) {
      complete.push({ file, entry, matter: { ...matter, id } });
      continue;
    }
    const written = id ?? matter.id;
    incomplete.push({ file, ...(written !== undefined && { id: written }) });
  }
  return { complete, incomplete };
}

function isComplete(matter: Partial<ArticleMatter>): matter is ArticleMatter {
  const { title, authors, date, category } = matter;
  return title !== undefined && authors !== undefined && date !== undefined && category !== undefined;
}

interface ArticlesByState {
  shown: CompleteArticle[];
  withdrawn: (CompleteArticle & { matter: { withdrawn: Withdrawal } })[];
  expired: CompleteArticle[];
}

/** Divides the articles by what readers see of them now. What is still to appear is in none of the lists. */
function divideByState(
  complete: readonly CompleteArticle[],
  { now, includeUnpublished }: LibraryOptions,
): ArticlesByState {
  const states: ArticlesByState = { shown: [], withdrawn: [], expired: [] };
  for (const article of complete) {
    const { matter } = article;
    // Its notice stays when the article would have expired.
    if (isWithdrawn(matter, now)) states.withdrawn.push({ ...article, matter });
    else if (includeUnpublished || isPublished(matter, now)) states.shown.push(article);
    else if (hasAppeared(matter, now)) states.expired.push(article);
  }
  return states;
}

interface ResolvedLeads {
  /** By the files of their articles. */
  pictures: Map<string, Picture>;
  /** The ids of articles whose lead images are missing or cannot be read, by file. */
  unreadable: Map<string, string>;
  problems: Problem[];
}

async function resolveLeads(
  articles: readonly CompleteArticle[],
  { places }: Texts['tables'],
  images: ImageStore,
  options: LibraryOptions,
): Promise<ResolvedLeads> {
  const leads: ResolvedLeads = { pictures: new Map(), unreadable: new Map(), problems: [] };
  const resolved = await resolveImages(articles, images);
  for (const { file, matter } of articles) {
    const picture = resolved.get(file);
    if (matter.image === undefined || picture === undefined) continue;
    const { src } = matter.image;
    const report = (message: string): void => {
      leads.problems.push({ file, ...pointTo(placeIn(places.get(file) ?? {}, 'image.src')), message });
    };
    if ('problem' in picture) {
      leads.unreadable.set(file, matter.id);
      // Only images that exist but cannot be read: missing ones have already been reported, with suggested names.
      if (locateFile(src, file, options)) report(picture.problem);
      continue;
    }
    if (isStrip(picture)) report(messages.leadIsStrip(src));
    leads.pictures.set(file, picture);
  }
  return leads;
}

/** Resolves the lead images, by the files of their articles: on all processors, because new images are decoded. */
async function resolveImages(
  articles: readonly CompleteArticle[],
  images: ImageStore,
): Promise<Map<string, Picture | FileProblem>> {
  const resolved = new Map<string, Picture | FileProblem>();
  const queue = articles.values();
  const resolveNext = async () => {
    for (const { file, matter } of queue)
      if (matter.image !== undefined) resolved.set(file, await images.resolve(matter.image.src, file));
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, resolveNext));
  return resolved;
}

/** Whether a lead image is so narrow that its crop for social cards cannot be rendered. */
function isStrip({ width, height }: Picture): boolean {
  return height > 25 * width || width > 50 * height;
}

function composeArticle(
  file: string,
  entry: IndexEntry<'article'>,
  matter: ArticleMatter & { id: string },
  site: Site,
  now: number,
  picture: Picture | undefined,
  thread: ThreadSummary | undefined,
): Article {
  const recording = publishedRecording(matter, entry.body?.recording);
  return {
    ...matter,
    slug: site.permalink === 'readable' ? readableSlug(file) : '',
    file,
    format: formatOf(file),
    digest: digestOf(entry),
    listDigest: entry.listDigest,
    excerpt: entry.body?.excerpt ?? '',
    wordCount: entry.body?.wordCount ?? 0,
    bodyLength: entry.bodyLength ?? 0,
    bodyImages: Object.keys(entry.body?.media.images ?? {}),
    bodyFiles: entry.body?.files ?? [],
    bodyEmbeds: entry.body?.embeds ?? [],
    references: entry.body?.references ?? [],
    unpublished: !isPublished(matter, now),
    ...(hasExpired(matter, now) && { hasExpired: true }),
    ...(picture && { picture }),
    ...(recording && { recording }),
    ...(thread && { thread }),
    ...(areCommentsClosed(matter, site, now) && { commentsClosed: true }),
    ...changesAt(matter, now),
  };
}

/** `comments:` in the article overrides the site's `close-after`. */
function areCommentsClosed(
  { comments, date }: ArticleMatter,
  { comments: { closeAfter } }: Site,
  now: number,
): boolean {
  if (comments !== undefined) return comments === 'closed';
  const closes = closingTime(date, closeAfter);
  return closes !== undefined && Date.parse(closes) <= now;
}

/** Lists the moments of the articles, without those whose dates are refused. */
export function datedArticles({ articles }: Texts, { problems }: SettledIds, { site }: Settings): AgendaItem[] {
  const refused = new Set(problems.filter(({ field }) => field === 'date').map(({ file }) => file));
  const dated = articles.filter(({ file }) => !refused.has(file));
  return articleMoments(
    dated.map(({ file, entry }) => ({ file, matter: entry.parsed.matter })),
    site,
  );
}

/** Lists the files that the lists of a library lack because of a problem in them. */
export function incompleteFiles(
  { pages }: Texts,
  { authors, categories, series }: Names,
  articles: readonly IncompleteFile[],
): IncompleteFile[] {
  const untitled = pages.filter(({ entry }) => entry.parsed.matter.title === undefined);
  return [
    ...articles,
    ...untitled.map(({ file }) => ({ file, id: fileId(file) })),
    ...authors.filter(({ parsed }) => parsed.author.name === undefined),
    ...categories.filter(({ parsed }) => parsed.category.name === undefined),
    ...series.filter(({ parsed }) => parsed.series.title === undefined),
  ].map(({ file, id }) => ({ file, ...(id !== undefined && { id }) }));
}
