import type { ArticleMatter } from './article.ts';
import type { DatedFile } from './future-dates.ts';
import type { SeriesMatter } from './series.ts';
import type { Site } from './site.ts';
import type { TagEntry } from './tags.ts';
import type { Places } from './yaml/types.ts';

interface ArticleFile {
  file: string;
  /** The valid keys. */
  matter: Partial<ArticleMatter>;
  /** May be a getter that queries the cache: meant to be accessed only to report a problem. */
  readonly places: Places;
  /** Neither a draft nor dated in the future. */
  hasAppeared: boolean;
}

/** A file whose name becomes part of a URL: an author, a section, a standalone page. */
export interface NamedFile {
  /** The file's name without its ending, in NFC. */
  id: string;
  file: string;
  /** Its former ids, and old paths, which begin with `/`. */
  aliases: readonly string[];
  /** May be a getter that queries the cache: meant to be accessed only to report a problem. */
  readonly places: Places;
}

interface PageFile extends NamedFile, DatedFile {}

interface AuthorFile extends NamedFile {
  image?: string;
}

export interface SeriesFile extends NamedFile {
  /** Undefined if it is not valid. */
  title?: string;
  image?: string;
  closed?: SeriesMatter['closed'];
  listed: readonly string[];
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
  series: readonly SeriesFile[];
  /** The entries of `tags.yaml`. */
  tags: readonly TagEntry[];
  tagPlaces: Places;
  /** Derived ids of an earlier build, by file. */
  rememberedIds: ReadonlyMap<string, string>;
  /** Whether a line of an article has a problem already. */
  hasProblemAt?(file: string, line: number): boolean;
  hasImage(src: string, from: string): boolean;
  /** Lists what a missing image could be a misspelling of: paths, like `src`, of the images beside the file `from`. */
  imagesNear(src: string, from: string): string[];
}
