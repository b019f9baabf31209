import type { YearSpan } from '../lib/years.ts';
import type { Picture } from '../markdown/types.ts';
import type { ArticleMatter } from '../schema/article.ts';
import type { Author } from '../schema/author.ts';
import type { Category } from '../schema/category.ts';
import type { PageMatter } from '../schema/page.ts';
import type { Problem } from '../schema/problem.ts';
import type { Site } from '../schema/site.ts';
import type { HouseSpelling } from '../schema/style-list.ts';
import type { ThreadSummary } from './content/comment-threads.ts';
import type { ReadingProgress } from './content/read-entries.ts';

export interface Article extends ArticleMatter {
  id: string;
  /** The last part of a readable permalink; '' if the site's links are short. */
  slug: string;
  /** Content-relative, with `/`. */
  file: string;
  format: 'md' | 'mdx';
  /** Digest of the file's text, the images in its body and the settings that it is rendered with. */
  digest: string;
  /** Digest of all that a list can show of it apart from the picture: the front matter and the excerpt. */
  listDigest: string;
  /** The beginning of the body, at most 200 characters. */
  excerpt: string;
  wordCount: number;
  /** UTF-16 units of the body as it is written. Known outside the scope too, unlike `excerpt` and `wordCount`. */
  bodyLength: number;
  /** The lead image. */
  picture?: Picture;
  /** `Picture.source` of every image in the body. */
  bodyImages: string[];
  /** A draft, or dated in the future; such articles are in the library of `dev` alone. */
  unpublished: boolean;
  /** What the archive has of the article's comments. */
  thread?: ThreadSummary;
  /** The thread was closed by its author, or by its age when the library was opened. */
  commentsClosed?: true;
}

export interface StandalonePage extends PageMatter {
  slug: string;
  file: string;
  format: 'md' | 'mdx';
  digest: string;
  excerpt: string;
  bodyImages: string[];
}

/** The file of the terms of commenting, if they are not in `site.yaml`. */
export interface CommentTerms {
  file: string;
  format: 'md';
  digest: string;
}

/** The content of a site, checked and in order. */
export interface Library {
  site: Site;
  /** Newest first, ties by id. */
  articles: Article[];
  authors: Author[];
  /** By their order, then by name. */
  categories: Category[];
  pages: StandalonePage[];
  commentTerms?: CommentTerms;
  /** What `style.yaml` says, in its order; empty if there is none. */
  houseStyle: HouseSpelling[];
  /** What `search-aliases.yaml` says, groups of spellings of one name; empty if there is none. */
  searchAliases: string[][];
  /** Sorted by file and line; if there are any, the rest is only what could be read. */
  problems: Problem[];
  /** What the author should know and the build does not refuse. */
  notices: string[];
  /** The ids that are not written in their files, by file. */
  derivedIds: { file: string; id: string }[];
}

/** What a library is opened with; `Environment` has all of it. */
export interface LibraryOptions {
  contentDirectory: string;
  publicDirectory: string;
  cacheDirectory: string;
  /** Epoch milliseconds: articles dated later are not published yet. */
  now: number;
  includeUnpublished: boolean;
  /** Digest of the engine's sources. */
  fingerprint: string;
  /** Whose bodies are read: articles of these years, and these files besides. The others have neither excerpt nor word count. */
  scope?: { years: YearSpan; files: readonly string[] };
  /** Called after each batch of articles that had to be read anew. */
  onReading?: ReadingProgress;
  /** Called once all articles have been read, with how many of them had to be read anew. */
  onArticlesRead?: (readAnew: number) => void;
}
