import type { Comment } from '../../lib/comments/comment.ts';
import type { BodyContext, ConvertedBody } from './body.ts';
import type { UnmappedField } from './field-mapping.ts';
import type { Outcome, TallyRow } from './tally.ts';

/**
 * A newsroom as its old system holds it, in the terms of the new one. Each importer reads one kind of source into it;
 * `composeNewsroom` makes content files of it. Texts are plain text on one line unless their name says otherwise.
 */
export interface SourceNewsroom {
  /** '' for what the source does not tell. */
  title: string;
  description: string;
  /** URL of the old site, without a trailing slash; '' if the source does not tell. */
  url: string;
  /** IANA name; undefined if nothing in the source tells. */
  timeZone?: string;
  authors: SourceTerm[];
  sections: SourceTerm[];
  /** Only tags that had pages of their own. */
  tags: SourceTerm[];
  series?: SourceTerm[];
  articles: SourceArticle[];
  pages: SourcePage[];
  media: SourceMedia[];
  /** Old addresses of feeds, the archive, and other lists that are no term's. */
  lists: { address: string; leadsTo: 'front-page' | 'feed' | 'archive' }[];
  /**
   * Returns what an address of the old site may stand for, the likeliest first, as the source's own system reads it:
   * `/2022/a/amp/` for `/2022/a/`. The address itself need not be among them.
   */
  likeAddresses?(address: URL): string[];
  /**
   * What else the source holds, and what became of it, so that the report adds up. Articles, pages, comments, authors,
   * sections, tags and media in the lists above, and what is in the bodies, are counted by the composer.
   */
  tally?: TallyRow[];
  /** Fields of articles that could come if a mapping names them, the most frequent first. */
  unmapped?: UnmappedField[];
}

/** An author, a section, a series or a tag. */
export interface SourceTerm {
  /** By which articles name it. Unique among its kind. */
  key: string;
  /** Wanted in its address, percent-encoded or not; '' if the name decides. */
  slug: string;
  name: string;
  /** Set if the old system did not have it as such, but articles need it. */
  isInvented?: true;
  /** Its URLs or paths on the old site, the current one first. */
  addresses: string[];
  /** Those of its feeds. */
  feeds?: string[];
}

/** What articles and standalone pages have in common. */
export interface SourceEntry {
  /** Unique in the source, and never changed by it. An article's short id is derived from it. */
  key: string;
  title: string;
  /** Wanted in the file name, percent-encoded or not; '' if the title decides. */
  slug: string;
  isDraft: boolean;
  /** Set if it is published when its date comes: until then no link can lead to it. */
  isScheduled?: true;
  /** ISO 8601 with a time zone; undefined if the source has none. */
  published?: string;
  /** URLs or paths of the old site that led to it, the current one first. */
  addresses: string[];
  /**
   * Addresses of what belongs to it, such as the pages of its images. Links to them lead to it, but they are so many that
   * they get no aliases.
   */
  otherAddresses?: string[];
  /** Converts the body to Markdown. May be called more than once; the same context results in the same text. */
  convert(context: BodyContext): ConvertedBody;
  /** What an editor has to know about the entry, beside what its conversion tells. */
  remarks: EntryRemark[];
  /** What the report says of it; by default it came as it was, as a draft or at its time. */
  outcome?: Outcome;
}

/** A standalone page. */
export interface SourcePage extends SourceEntry {
  /** Lists of pages are sorted by this number, ascending. */
  order?: number;
  summary?: string;
}

export interface SourceArticle extends SourceEntry {
  /** When the text was changed last. The composer decides whether that counts as an update. */
  modified?: string;
  /** Keys, in the order of the byline. */
  authors: string[];
  /** The key of its only section. */
  section: string;
  /** Names. */
  tags: string[];
  summary?: string;
  kicker?: string;
  /** Who reported it: a name, or several with commas. */
  reporter?: string;
  dateline?: string;
  /** Where it was published first: a name or a URL. */
  source?: string;
  /** The key of its series. */
  series?: string;
  image?: SourceImage;
  /** Set if readers may not comment. */
  areCommentsClosed?: boolean;
  comments: Comment[];
  /** How many of the comments have the date of the article, because they had none. */
  undatedComments?: number;
}

/** An image that an entry names outside its body. */
export interface SourceImage {
  address: string;
  /** The key of a `SourceMedia`. */
  key?: string;
  alt?: string;
  caption?: string;
}

/** A file of the old site's media library. */
export interface SourceMedia {
  key: string;
  /** URL of the original. */
  address: string;
  alt: string;
  caption: string;
}

/** Each has a sentence in `commandStrings.importer`. */
export type EntryRemark =
  | { kind: 'password' }
  /** It stood above the others on the front page. */
  | { kind: 'pinned' }
  /** Search engines were told that the same article is at another address. */
  | { kind: 'canonical'; address: string };
