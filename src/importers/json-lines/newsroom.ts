import { slugify } from '../../lib/arabic/slug.ts';
import { type Comment, readComment } from '../../lib/comments/comment.ts';
import { commandStrings } from '../../strings/commands.ts';
import { convertHtml } from '../html/body.ts';
import { convertMarkdown } from '../markdown/body.ts';
import { cleanLine } from '../markdown-tidy.ts';
import type { SourceArticle, SourceEntry, SourceNewsroom, SourceTerm } from '../newsroom/source.ts';
import { instantOf, type Lines } from './read-lines.ts';
import type { Line } from './schema.ts';

/**
 * Reads lines as a newsroom. Authors and sections that have no line of their own are named by the articles.
 * @param timeZone of the newsroom that they come into, if that has one
 */
export function readNewsroom(lines: Lines, timeZone?: string): SourceNewsroom {
  const [site] = lines.site;
  const zone = timeZone ?? site?.['time-zone'] ?? 'UTC';
  const words = commandStrings.importer;
  return {
    title: cleanLine(site?.title ?? ''),
    description: cleanLine(site?.description ?? ''),
    url: site?.url.replace(/\/+$/, '') ?? '',
    ...(site?.['time-zone'] !== undefined && { timeZone: site['time-zone'] }),
    authors: collectTerms(lines.author, lines.article.flatMap(authorsOf), { slug: 'desk', name: words.desk }),
    sections: collectTerms(lines.category, lines.article.map(sectionOf), {
      slug: 'general',
      name: words.uncategorized,
    }),
    tags: [],
    articles: lines.article.map((line) => toArticle(line, zone)),
    pages: lines.page.map((line) => ({ ...toEntry(line), ...(line.order !== undefined && { order: line.order }) })),
    media: lines.media.map(({ address, alt = '', caption = '' }) => ({
      key: address,
      address: absolute(address, site?.url),
      alt: cleanLine(alt),
      caption: cleanLine(caption),
    })),
    lists: lines.list.map(({ address, to }) => ({ address, leadsTo: to })),
  };
}

/** Returns the terms that have lines, and after them those that only articles name. '' stands for none. */
function collectTerms(
  lines: readonly Line<'author' | 'category'>[],
  named: readonly string[],
  unnamed: Pick<SourceTerm, 'slug' | 'name'>,
): SourceTerm[] {
  const terms = new Map<string, SourceTerm>();
  for (const { id, name, addresses = [], feeds } of lines) {
    terms.set(id, {
      key: id,
      slug: slugify(id) === '' ? '' : id,
      name: cleanLine(name),
      addresses,
      ...(feeds && { feeds }),
    });
  }
  for (const key of named) {
    if (terms.has(key)) continue;
    const own = key === '' ? { ...unnamed, isInvented: true as const } : { slug: '', name: cleanLine(key) };
    terms.set(key, { key, addresses: [], ...own });
  }
  return [...terms.values()];
}

function authorsOf({ author = [] }: Line<'article'>): string[] {
  const authors = Array.isArray(author) ? author : [author];
  return authors.length > 0 ? authors : [''];
}

function sectionOf({ category = '' }: Line<'article'>): string {
  return category;
}

function toEntry(line: Line<'article' | 'page'>): SourceEntry {
  const { id, title, slug = '', html, markdown = '', addresses = [], draft = false } = line;
  return {
    key: id,
    title: cleanLine(title),
    slug,
    isDraft: draft,
    addresses,
    convert: (context) => (html === undefined ? convertMarkdown(markdown, context) : convertHtml(html, context)),
    remarks: [],
  };
}

function toArticle(line: Line<'article'>, timeZone: string): SourceArticle {
  const { date, modified, tags = [], summary, kicker, image, comments = [] } = line;
  const published = instantOf(date, timeZone);
  const changed = modified === undefined ? undefined : instantOf(modified, timeZone);
  return {
    ...toEntry(line),
    ...(published !== undefined && { published }),
    ...(changed !== undefined && { modified: changed }),
    authors: authorsOf(line),
    section: sectionOf(line),
    tags: tags.map((tag) => cleanLine(tag).replace(/[،,]/g, ' ')).filter((tag) => slugify(tag) !== ''),
    ...(summary !== undefined && { summary: cleanLine(summary) }),
    ...(kicker !== undefined && { kicker: cleanLine(kicker) }),
    ...(image && { image: { address: image.address, ...cleanTexts(image) } }),
    ...(line['comments-closed'] && { areCommentsClosed: true }),
    comments: comments.flatMap((comment) => toComment(comment, timeZone) ?? []),
  };
}

function cleanTexts({ alt, caption }: { alt?: string | undefined; caption?: string | undefined }) {
  return {
    ...(alt !== undefined && { alt: cleanLine(alt) }),
    ...(caption !== undefined && { caption: cleanLine(caption) }),
  };
}

type WrittenComment = NonNullable<Line<'article'>['comments']>[number];

function toComment({ id, parent, name, text, date, staff }: WrittenComment, timeZone: string): Comment | undefined {
  const anchor = (written: string): string => `c-${written.replace(/[^\w-]/g, '-')}`.slice(0, 64);
  return readComment({
    id: anchor(id),
    ...(parent !== undefined && { parent: anchor(parent) }),
    author: name,
    text,
    time: instantOf(date, timeZone),
    ...(staff && { staff: true }),
    imported: true,
  });
}

function absolute(address: string, base: string | undefined): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}
