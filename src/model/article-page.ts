import type { Article, Library } from '../library/types.ts';
import type { Reporter } from '../schema/article.ts';
import type { Site } from '../schema/site.ts';
import { type CommentsSection, composeComments } from './comments.ts';
import { composeLiveSection, type LiveSection } from './live.ts';
import { describeArticle, type Metadata } from './metadata.ts';
import { readingMinutes } from './reading-time.ts';
import type { Neighbours } from './related.ts';
import { type ShareLink, shareLinks } from './share.ts';
import { type Link, type Story, toStory, withLastEntry } from './story.ts';
import { absoluteUrl, hrefOf, hrefTo, shortPath, tagPath } from './urls.ts';

/**
 * Everything that an article page shows, apart from the page chrome. `body` only identifies the text, which is loaded later.
 */
export interface ArticlePage {
  story: Story;
  /** The standfirst: only a summary that the author wrote, never an excerpt of the text below it. */
  standfirst?: string;
  reporters: Reporter[];
  dateline?: string;
  /** 0 means less than one minute; undefined if the article has no words. */
  readingMinutes?: number;
  lead?: { caption?: string; credit?: string };
  source?: { name: string; url?: string };
  tags: Link[];
  body: { file: string; format: 'md' | 'mdx'; digest: string };
  shortLink: string;
  shareLinks: ShareLink[];
  comments: CommentsSection;
  /** Undefined if the article has no live coverage. */
  live?: LiveSection;
  related: Story[];
  inSection: Story[];
  metadata: Metadata;
}

export function composeArticlePage(article: Article, library: Library, neighbours: Neighbours): ArticlePage {
  const { site } = library;
  const coverage = library.live.get(article.id);
  const story = withLastEntry(toStory(article, library), coverage);
  const shortLink = absoluteUrl(shortPath(article.id), site);
  const minutes = readingMinutes(article.wordCount, site.readingSpeed);
  // Without comment counts, because otherwise a new comment would change every page that links to its article.
  const storiesOf = (articles: Article[]) =>
    articles.map((other) => {
      const { commentCount: _, ...shown } = toStory(other, library);
      return shown;
    });
  return {
    story,
    ...(article.summary !== undefined && { standfirst: article.summary }),
    reporters: article.reporters,
    ...(article.dateline !== undefined && { dateline: article.dateline }),
    ...(minutes !== undefined && { readingMinutes: minutes }),
    ...(article.image && { lead: captionOf(article.image) }),
    ...(article.source && { source: placeSource(article.source, site) }),
    tags: article.tags.map((tag) => ({ title: tag, url: hrefTo(tagPath(tag), site) })),
    body: { file: article.file, format: article.format, digest: article.digest },
    shortLink,
    shareLinks: shareLinks(site.share, article.title, shortLink),
    comments: composeComments(article, library),
    ...(coverage && { live: composeLiveSection(article, coverage, library) }),
    related: storiesOf(neighbours.related(article)),
    inSection: storiesOf(neighbours.inSection(article)),
    metadata: describeArticle(library, story, article, coverage),
  };
}

function placeSource({ name, url }: { name: string; url?: string }, site: Site) {
  return { name, ...(url !== undefined && { url: hrefOf(url, site) }) };
}

function captionOf({ caption, credit }: { caption?: string; credit?: string }) {
  return { ...(caption !== undefined && { caption }), ...(credit !== undefined && { credit }) };
}
