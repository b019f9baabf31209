import type { Article, Library } from '../library/library.ts';
import type { Reporter } from '../schema/article.ts';
import type { Site } from '../schema/site.ts';
import { describeArticle, type Metadata } from './metadata.ts';
import { readingMinutes } from './reading-time.ts';
import type { Neighbours } from './related.ts';
import { type ShareLink, shareLinks } from './share.ts';
import { type Link, type Story, toStory } from './story.ts';
import { absoluteUrl, shortPath, tagPath } from './urls.ts';

/** Everything an article page shows, apart from the frame around it; `body` names the text for the library. */
export interface ArticlePage {
  story: Story;
  /** The standfirst: only a summary that the author wrote, never an excerpt of the text below it. */
  standfirst?: string;
  reporters: Reporter[];
  dateline?: string;
  /** 0 is less than one; undefined where the article has no words. */
  readingMinutes?: number;
  lead?: { caption?: string; credit?: string };
  source?: { name: string; url?: string };
  tags: Link[];
  body: { file: string; format: 'md' | 'mdx'; digest: string };
  shortLink: string;
  shareLinks: ShareLink[];
  comments: CommentsSection;
  related: Story[];
  inSection: Story[];
  metadata: Metadata;
}

export type CommentsSection =
  | { state: 'none' }
  | { state: 'closed' }
  | { state: 'open'; endpoint: string; terms: string[] };

export function composeArticlePage(article: Article, library: Library, neighbours: Neighbours): ArticlePage {
  const { site } = library;
  const story = toStory(article, library);
  const shortLink = absoluteUrl(shortPath(article.id), site);
  const minutes = readingMinutes(article.wordCount, site.readingSpeed);
  const stories = (articles: Article[]) => articles.map((other) => toStory(other, library));
  return {
    story,
    ...(article.summary !== undefined && { standfirst: article.summary }),
    reporters: article.reporters,
    ...(article.dateline !== undefined && { dateline: article.dateline }),
    ...(minutes !== undefined && { readingMinutes: minutes }),
    ...(article.image && { lead: captionOf(article.image) }),
    ...(article.source && { source: article.source }),
    tags: article.tags.map((tag) => ({ title: tag, url: tagPath(tag) })),
    body: { file: article.file, format: article.format, digest: article.digest },
    shortLink,
    shareLinks: shareLinks(site.share, article.title, shortLink),
    comments: commentsOf(article, site),
    related: stories(neighbours.related(article)),
    inSection: stories(neighbours.inSection(article)),
    metadata: describeArticle(library, story, article),
  };
}

function captionOf({ caption, credit }: { caption?: string; credit?: string }) {
  return { ...(caption !== undefined && { caption }), ...(credit !== undefined && { credit }) };
}

function commentsOf(article: Article, { comments }: Pick<Site, 'comments'>): CommentsSection {
  if (article.comments === 'closed') return { state: 'closed' };
  if (comments.provider === 'none' || comments.endpoint === undefined) return { state: 'none' };
  return { state: 'open', endpoint: comments.endpoint, terms: comments.terms };
}
