import { ageWarningScript } from '../lib/age-warning.ts';
import { isoWithOffset } from '../lib/time-zone.ts';
import type { Article, Library } from '../library/types.ts';
import type { Site } from '../schema/site.ts';
import { type CommentsSection, composeComments } from './comments.ts';
import type { ContentsRule } from './contents.ts';
import { type PlacedCorrections, placeCorrections } from './corrections.ts';
import { shownSource } from './expired-links.ts';
import { composeLiveSection, type LiveSection } from './live.ts';
import { describeArticle, type Metadata } from './metadata.ts';
import { readingMinutes } from './reading-time.ts';
import { placeRecording, type ShownRecording } from './recording.ts';
import type { Neighbours } from './related.ts';
import { type PlaceInSeries, placeInSeries } from './series.ts';
import { type ShareLink, shareLinks } from './share.ts';
import { captionOf, type Link, type Story, toStory, withLastEntry } from './story.ts';
import { absoluteUrl, hrefOf, hrefTo, shortPath, tagPath } from './urls.ts';

/**
 * Everything that an article page shows, apart from the page chrome. `body` only identifies the text, which is loaded later.
 */
export interface ArticlePage {
  story: Story;
  /** The standfirst: only a summary that the author wrote, never an excerpt of the text below it. */
  standfirst?: string;
  /** 0 means less than one minute; undefined if the article has no words. */
  readingMinutes?: number;
  lead?: { caption?: string; credit?: string };
  source?: { name: string; url?: string };
  /** Undefined if there are none. */
  corrections?: PlacedCorrections;
  /** Undefined if the article is in no series. */
  series?: PlaceInSeries;
  /** Undefined if nobody has read the article aloud. */
  recording?: ShownRecording;
  /** Whether the page offers to be read aloud by the browser. */
  listen: boolean;
  tags: Link[];
  /** When the story was published, and the script that calls it old; undefined if the site does not. */
  age?: { published: string; script: string };
  body: { file: string; format: 'md' | 'mdx'; digest: string };
  contents: ContentsRule;
  shortLink: string;
  shareLinks: ShareLink[];
  comments: CommentsSection;
  /** Undefined if the article has no live coverage. */
  live?: LiveSection;
  related: Story[];
  inSection: Story[];
  /** The name of the section as it follows «قسم», if the newsroom says it. */
  definiteSection?: string;
  metadata: Metadata;
}

export function composeArticlePage(article: Article, library: Library, neighbours: Neighbours): ArticlePage {
  const { site } = library;
  const coverage = library.live.get(article.id);
  const story = withLastEntry(toStory(article, library), coverage);
  const shortLink = absoluteUrl(shortPath(article.id), site);
  const series = placeInSeries(article, library);
  const source = shownSource(article, library);
  // Nobody reads live coverage from end to end, and the text above it is not the length of the page.
  const minutes = coverage === undefined ? readingMinutes(article.wordCount, site.readingSpeed) : undefined;
  // Without comment counts, because otherwise a new comment would change every page that links to its article.
  const storiesOf = (articles: Article[]) =>
    articles.map((other) => {
      const { commentCount: _, ...shown } = toStory(other, library);
      return shown;
    });
  const corrections = placeCorrections(article);
  const recording = placeRecording(article, site);
  const definiteSection = library.categories.find(({ id }) => id === article.category)?.definiteName;
  return {
    story,
    ...(article.summary !== undefined && { standfirst: article.summary }),
    ...(minutes !== undefined && { readingMinutes: minutes }),
    ...(article.image && { lead: captionOf(article.image) }),
    ...(source && { source: placeSource(source, library.site) }),
    ...(corrections && { corrections }),
    ...(series && { series }),
    ...(recording && { recording }),
    listen: site.listen && recording === undefined,
    tags: article.tags.map((tag) => ({ title: tag, url: hrefTo(tagPath(tag), site) })),
    ...(site.ageWarning !== undefined && {
      age: {
        published: isoWithOffset(article.date, site.timeZone),
        script: ageWarningScript(site.ageWarning, site.digits),
      },
    }),
    body: { file: article.file, format: article.format, digest: article.digest },
    contents: {
      wordCount: article.wordCount,
      ...(article.contents !== undefined && { isWanted: article.contents }),
    },
    shortLink,
    shareLinks: shareLinks(site.share, article.title, shortLink),
    comments: composeComments(article, library),
    ...(coverage && { live: composeLiveSection(article, coverage, library) }),
    related: storiesOf(neighbours.related(article)),
    inSection: storiesOf(neighbours.inSection(article)),
    ...(definiteSection !== undefined && { definiteSection }),
    metadata: describeArticle(library, story, article, coverage),
  };
}

function placeSource({ name, url }: { name: string; url?: string }, site: Site) {
  return { name, ...(url !== undefined && { url: hrefOf(url, site) }) };
}
