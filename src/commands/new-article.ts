import { randomBytes } from 'node:crypto';
import { slugify } from '../lib/arabic/slug.ts';
import { shortIdFromBytes } from '../lib/short-id.ts';
import { isoWithOffset, localFields } from '../lib/time-zone.ts';
import { commandStrings } from '../strings/commands.ts';

export interface NewArticle {
  title: string;
  author: string;
  category: string;
  id: string;
  reporter?: string;
  summary?: string;
  draft: boolean;
  format: 'md' | 'mdx';
  /** Epoch milliseconds. */
  now: number;
  timeZone: string;
}

/**
 * Returns the path of a new article, relative to the content directory, and its text, in which optional fields without
 * a value are YAML comments.
 */
export function composeNewArticle(article: NewArticle): { file: string; text: string } {
  const instant = new Date(Math.floor(article.now / 60_000) * 60_000).toISOString();
  const { year, month } = localFields(instant, article.timeZone);
  const slug = slugify(article.title) || article.id;
  const { summary, reporter, kicker, dateline, image, tags, body } = commandStrings.newArticle.placeholders;
  const quoted = JSON.stringify;
  const lines = [
    '---',
    `title: ${quoted(article.title)}`,
    `author: ${article.author}`,
    `date: ${isoWithOffset(instant, article.timeZone)}`,
    `category: ${article.category}`,
    `id: ${article.id}`,
    article.summary ? `summary: ${quoted(article.summary)}` : `# summary: ${summary}`,
    article.reporter ? `reporter: ${quoted(article.reporter)}` : `# reporter: { name: ${reporter}, gender: female }`,
    `# kicker: ${kicker}`,
    `# dateline: ${dateline}`,
    `# image: { src: photo.jpg, alt: ${image.alt}, caption: ${image.caption}, credit: ${image.credit} }`,
    `# tags: [${tags.join(', ')}]`,
    '# last-updated: 2026-01-31 14:05',
    ...(article.draft ? ['draft: true'] : []),
    '---',
    '',
    body,
    '',
  ];
  const folder = `articles/${year}/${String(month).padStart(2, '0')}`;
  return { file: `${folder}/${slug}.${article.format}`, text: lines.join('\n') };
}

/** Draws a short id that no article has. */
export function drawId(articles: readonly { id: string }[]): string {
  const taken = new Set(articles.map(({ id }) => id));
  let id = shortIdFromBytes(randomBytes(8));
  while (taken.has(id)) id = shortIdFromBytes(randomBytes(8));
  return id;
}
