import type { EmbedProvider } from '../lib/embeds/providers.ts';
import type { ImageSigning } from '../lib/image-services.ts';
import type { YearSpan } from '../lib/years.ts';
import type { BodyFile, BodyReference, Picture } from '../markdown/types.ts';
import type { ArticleMatter } from '../schema/article.ts';
import type { Author } from '../schema/author.ts';
import type { Category } from '../schema/category.ts';
import type { MediaLock } from '../schema/media-lock.ts';
import type { PageMatter } from '../schema/page.ts';
import type { Problem } from '../schema/problem.ts';
import type { Withdrawal } from '../schema/published-corrections.ts';
import type { SeriesMatter } from '../schema/series.ts';
import type { Site } from '../schema/site.ts';
import type { HouseSpelling } from '../schema/style-list.ts';
import type { TagEntry } from '../schema/tags.ts';
import type { AgendaItem } from './agenda.ts';
import type { Breaking } from './content/breaking.ts';
import type { ThreadSummary } from './content/comment-threads.ts';
import type { FrontPageSettings } from './content/front-page.ts';
import type { LiveCoverage, LiveEntry } from './content/live.ts';
import type { Popular } from './content/popular.ts';
import type { ReadingProgress } from './content/read-entries.ts';
import type { PublishedRecording } from './content/recordings.ts';
import type { ThemeComponents } from './theme/components.ts';
import type { SiteIcon } from './theme/icons.ts';
import type { Logo } from './theme/logo.ts';
import type { Nameplate } from './theme/nameplate.ts';
import type { OwnerStyles } from './theme/owner-styles.ts';
import type { Slot } from './theme/slots.ts';

export interface Article extends Omit<ArticleMatter, 'withdrawn'> {
  id: string;
  /** The last part of a readable permalink; '' if the site's links are short. */
  slug: string;
  /** Content-relative, with `/`. */
  file: string;
  format: 'md' | 'mdx';
  /** Digest of the file's text, the images and files of its body and the settings that it is rendered with. */
  digest: string;
  /** Digest of everything that a list can show of the article except its picture: the front matter and the excerpt. */
  listDigest: string;
  /** The beginning of the body, at most 200 characters. */
  excerpt: string;
  wordCount: number;
  /**
   * The length of the body's Markdown in UTF-16 code units. Known for articles outside the scope too, unlike `excerpt`
   * and `wordCount`.
   */
  bodyLength: number;
  /** The lead image. */
  picture?: Picture;
  /** The article read aloud. */
  recording?: PublishedRecording;
  /** `Picture.source` of every image in the body. */
  bodyImages: string[];
  /** What the body refers to within the site. */
  references: BodyReference[];
  /** Every file that the body links to or plays. */
  bodyFiles: BodyFile[];
  /** The providers whose frames the body can load. */
  bodyEmbeds: EmbedProvider[];
  /** A draft, dated in the future, or expired. Only in the library with `includeUnpublished`. */
  unpublished: boolean;
  /** Set if the article has expired. */
  hasExpired?: true;
  /** A summary of the article's archived comments; undefined if there are none. */
  thread?: ThreadSummary;
  /** Set if `comments:` in the article closes the thread, or if it was too old when the library was opened. */
  commentsClosed?: true;
  /** How many of the corrections, which are sorted from the newest, were fresh when the library was opened. */
  freshCorrections?: number;
}

/** An article that the newsroom has taken back: nothing of what it said, only where it was and why it is gone. */
export interface WithdrawnArticle extends Pick<Article, 'id' | 'slug' | 'file' | 'date' | 'aliases'> {
  withdrawn: Withdrawal;
  /** The article as it was. Nothing shows it: it only tells which lists and feeds have gone with it. */
  former: Article;
}

export interface StandalonePage extends Omit<PageMatter, 'aliases'> {
  slug: string;
  file: string;
  format: 'md' | 'mdx';
  digest: string;
  excerpt: string;
  bodyImages: string[];
  references: BodyReference[];
  bodyFiles: BodyFile[];
  bodyEmbeds: EmbedProvider[];
}

/** The file of the terms of commenting, if they are not in `site.yaml`. */
export interface CommentTerms {
  file: string;
  format: 'md';
  digest: string;
  references: BodyReference[];
  bodyImages: string[];
  bodyFiles: BodyFile[];
  bodyEmbeds: EmbedProvider[];
}

/** An author with the portrait as pages show it. */
export interface PublishedAuthor extends Author {
  portrait?: Picture;
}

/** Articles on one subject that are read in order. */
export interface Series extends Pick<SeriesMatter, 'id' | 'title' | 'summary' | 'image'> {
  /** Content-relative. */
  file: string;
  picture?: Picture;
  /** Whether no more articles are to come. */
  isClosed: boolean;
  /** At least one, in the order of reading. */
  articles: Article[];
}

/** The content of a site, checked and in order. */
export interface Library {
  site: Site;
  /** Newest first, ties by id. */
  articles: Article[];
  authors: PublishedAuthor[];
  /** Those taken back after their publication, in the order of their files; they are not in `articles`. */
  withdrawn: WithdrawnArticle[];
  /** Sorted by `order`, then by name. */
  categories: Category[];
  pages: StandalonePage[];
  /** Live coverage, by the ids of its articles. */
  live: ReadonlyMap<string, LiveCoverage>;
  /** Those with an article, by id. */
  series: Series[];
  commentTerms?: CommentTerms;
  /** The look that the newsroom gives its site; undefined if it is that of the engine. */
  ownerStyles?: OwnerStyles;
  /** The name of the paper as a drawing, from `theme/logo.svg`. */
  logo?: Logo;
  /** The same where there is no such file, drawn in the font of the text. */
  nameplate?: Nameplate;
  /** The icon from `theme/icon.svg`. */
  icon?: SiteIcon;
  /** The spellings in `style.yaml`, in the order of the file; empty if there is no such file. */
  houseStyle: HouseSpelling[];
  /** The groups in `search-aliases.yaml`, each with the spellings of one name; empty if there is no such file. */
  searchAliases: string[][];
  /** The alerts in `breaking.yaml`; undefined if there is no such file, and then no page asks for alerts. */
  breaking?: Breaking;
  /** What editors say about the front page, as it holds at the moment of the run. */
  frontPage: FrontPageSettings;
  /** The places of pages that the newsroom fills with HTML of its own. */
  slots: Slot[];
  /** The newsroom's own components for articles in MDX. */
  components: ThemeComponents;
  /** The entries of `tags.yaml`, in the order of the file. The tags of articles already have their names. */
  tags: TagEntry[];
  /** What was read most, from `popular.yaml`; undefined if there is nothing to show. */
  popular?: Popular;
  /**
   * The former names of what was renamed. They are apart from sections, authors and pages, because the key of every
   * page covers these, but an old name changes no other page.
   */
  formerNames: FormerNames[];
  /** Sorted by file and line. If there are any, the other properties have only what could be read. */
  problems: Problem[];
  /** Arabic sentences about what the build accepts but authors should know, such as ignored files. */
  notices: string[];
  /** What happens by itself from now on, the soonest first: articles appear, expire, close. Drafts are not in it. */
  agenda: AgendaItem[];
  /** The articles that were published and have expired, in no order and without pictures; none if they are in `articles`. */
  expired: Article[];
  /** The originals that stand for photos whose sizes are not made yet, by `Picture.source`; undefined if all are made. */
  originals?: ReadonlyMap<string, ShownOriginal>;
  /** The images of other sites that the content names. */
  remoteImages: RemoteImages;
  /** What `media.lock.yaml` knows of them; undefined if the newsroom has no such file. */
  mediaLock?: MediaLock;
  /** The ids that are not written in the files of their articles. */
  derivedIds: { file: string; id: string }[];
  /** The files of articles, authors, sections, pages and series that the lists lack because of a problem in them. */
  incomplete: IncompleteFile[];
}

/** A photo as a page shows it in one piece, and the picture with sizes that it stands for. */
export interface ShownOriginal {
  of: Picture;
  picture: Picture;
}

/** The former names of a section, an author, a standalone page, a series or a tag. */
export interface FormerNames {
  kind: 'category' | 'author' | 'page' | 'series' | 'tag';
  /** The id, or the name of a tag. */
  id: string;
  /** Former ids (of a tag, former segments of its URL), and old paths, which begin with `/`. At least one. */
  aliases: string[];
}

/** An image of another site, and the first file of the content that names it. */
export interface RemoteImage {
  address: string;
  file: string;
}

/** The images of other sites that the content names, whether readers see it yet or not. */
export interface RemoteImages {
  /** Each address once, in the order of the files. */
  images: RemoteImage[];
  /** Whether there is a text whose images are not known, because its front matter cannot be read. */
  isPartial: boolean;
}

export interface IncompleteFile {
  /** Content-relative, with `/`. */
  file: string;
  /** The id of an article, else the file's name without its ending; undefined if an article's id is not known. */
  id?: string;
}

/** What has a body of Markdown that pages show. */
export type Text = Article | LiveEntry | StandalonePage | CommentTerms;

/** What has to be replaced in a body that is shown. */
export interface BodyReplacements {
  /** The links to what has expired, as the HTML has them: they become plain text. */
  expiredLinks: string[];
  /** The photos whose sizes are not made. */
  originals: ShownOriginal[];
}

/** The options of `openLibrary`. An `Environment` has all of the required ones. */
export interface LibraryOptions {
  contentDirectory: string;
  publicDirectory: string;
  cacheDirectory: string;
  /** Epoch milliseconds: articles dated later are not published yet. */
  now: number;
  includeUnpublished: boolean;
  /** See `Showing`. */
  siteUrl?: string | undefined;
  /** See `Showing.isStaging`. */
  isStaging?: boolean | undefined;
  isPreview?: boolean | undefined;
  /** See `Showing`. */
  isLocal?: boolean | undefined;
  /** Files are compared by their bytes, even if their mtimes and sizes have not changed. */
  isVerifying?: boolean | undefined;
  /** What the addresses of imgproxy are signed with. */
  imageSigning?: ImageSigning | undefined;
  /** The process opens the library again after each change, and keeps in memory what it has read. */
  staysOpen?: boolean | undefined;
  /** Digest of the engine's sources. */
  fingerprint: string;
  /**
   * The articles whose bodies are read: those of these years, and those in `files`. The others have neither excerpt nor
   * word count.
   */
  scope?: { years: YearSpan; files: readonly string[] };
  /** Called after each batch of articles that had to be read again. */
  onReading?: ReadingProgress;
  /** Called once all articles have been read, with the number of those that had to be read again. */
  onArticlesRead?: (readAnew: number) => void;
  /** Called when a child process died, before its work is done again. */
  onProcessLost?: () => void;
}
