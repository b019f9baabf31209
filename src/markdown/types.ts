/** What goes into the rendering of a body, and what comes out. */
import type { DigitSystem } from '../lib/arabic/digits.ts';
import type { EmbedProvider } from '../lib/embeds/providers.ts';
import type { Labels } from './labels.ts';

/** The Markdown or MDX under the front matter of one file. */
export interface BodySource {
  /** Content-relative, with `/`. */
  file: string;
  /** Without the front matter. */
  text: string;
  /** The line of the file on which `text` begins, from 1. */
  firstLine: number;
  format: 'md' | 'mdx';
}

export interface BodyOptions {
  /** The site's origin; without it, every link with a host counts as external. */
  siteUrl?: string;
  /** The address of the real site, if `siteUrl` is that of a staging site. */
  stagingOf?: string | undefined;
  /** Default: `defaultLabels`. */
  labels?: Labels;
  /** The `sizes` attribute of images: the width of the text column. */
  imageSizes?: string;
  /** Default: all typography rules that are applied to pages. */
  typesetting?: Typesetting;
  /** Without it, links to files and recordings stay as they are. */
  resolveFile?: ResolveFile;
  /** The digits of file sizes; default: `latn`. */
  digits?: DigitSystem;
  /** The providers whose pages may be embedded; default: all. */
  embeds?: readonly EmbedProvider[];
  /** The names of the newsroom's own components; default: none. */
  components?: readonly string[];
}

/** `off` holds the ids of typography rules that are not applied; `false` applies none. */
export type Typesetting = { off: readonly string[] } | false;

/**
 * Finds an image file and makes its variants. `src` is the path as the author wrote it, `from` the content-relative
 * file that contains it. For a missing or unreadable file it returns an Arabic message as `problem` and does not
 * reject.
 */
export type ResolveImage = (src: string, from: string) => Promise<Picture | FileProblem>;

/** What is wrong with a file that a body names. */
export interface FileProblem {
  /** Arabic, as in `BodyProblem`. */
  problem: string;
  /** The name that was meant instead, not encoded. */
  nearest?: string | undefined;
  /** Of an image of another site of which nothing is known: its address. */
  address?: string;
  /** Set if a body may show such an image as its author wrote it, because the newsroom measures none. */
  isPassed?: true;
}

/**
 * Finds a file that an article links to, such as a PDF or a recording. `src` is the link as the author wrote it, `from`
 * the content-relative file that contains it. Returns undefined if the link does not lead to such a file and stays as it
 * is, and an Arabic message as `problem` for a file that is missing or must not be published. Does not reject.
 */
export type ResolveFile = (src: string, from: string) => Promise<PublishedFile | FileProblem | undefined>;

/** A file that is published byte for byte. */
export interface PublishedFile {
  /** Encoded, with the query and the fragment of the author's link. */
  url: string;
  bytes: number;
  /** Content-relative, or starting with `/` for `public/`, whose files keep their own URLs. */
  source: string;
}

/** A file that a body links to. */
export interface BodyFile extends PublishedFile {
  /** The line of the first link to it, from 1, in the file. */
  line: number;
}

/** An image as a page shows it. */
export interface Picture {
  /** The fallback, for browsers that support none of `sources`. */
  src: string;
  /** In pixels: reserves the space while the image loads. */
  width: number;
  height: number;
  /** In order of preference, the best format first. The only one has no type if a service chooses the format. */
  sources: { type?: string; srcset: string }[];
  /** A JPEG of 1200×630 pixels for social cards; with `socialSize`, the whole image in that size. */
  social?: string;
  socialSize?: { width: number; height: number };
  /** The media type of `src`, if its address does not tell it. */
  type?: string;
  /**
   * What the picture was made from: a content-relative file, one that starts with `/` in `public/`, or the address of an
   * image of another site.
   */
  source?: string;
  /** Of an image of another site: the size of its file, if its server tells it. */
  bytes?: number;
  /** What stands in the place of the picture while it loads: `#5c8f6c`. */
  color?: string;
}

export interface RenderedBody {
  /** '' for MDX, whose HTML comes from its compiled module. */
  html: string;
  /** The prose without markup, one line per block. Captions and table cells count, code and footnote marks do not. */
  text: string;
  /** The beginning of the body as lists show it where there is no summary. */
  excerpt: string;
  headings: Heading[];
  /** `Picture.source` of every image, without duplicates: those that pages measure, in the order of the text. */
  images: string[];
  /** What the page refers to within the site, in the order of the text; without links to the body's own anchors. */
  references: BodyReference[];
  /** The ids that links can name, in the order of the text. */
  anchors: string[];
  /** Set if the body could not be read, so that nothing is known of it but its problem. */
  isUnread?: true;
  /** Whether there is verse, which has a style sheet of its own. */
  hasVerse: boolean;
  /** Whether there are cards of pages of other sites, which have a style sheet of their own. */
  hasEmbeds: boolean;
  /** Whether there are tables, which have a style sheet of their own. */
  hasTables: boolean;
  /** Every file that the body links to or plays, without duplicates, in the order of the text. */
  files: BodyFile[];
  /** The providers whose frames the body can load. */
  embeds: EmbedProvider[];
  /** The components that the body uses, the newsroom's own among them; undefined if it uses none. */
  components?: string[];
  /** Sorted by line and column. */
  problems: BodyProblem[];
}

/** A URL in a body that may lead to another part of the site. */
export interface BodyReference {
  /** `file` is an image, a video or another file that the page loads. */
  kind: 'link' | 'file';
  /** As in the page: percent-encoded. */
  url: string;
  /** From 1, in the file. */
  line: number;
  /** From 1, in UTF-16 code units; undefined if the URL begins on a later line than its markup. */
  column?: number;
}

export interface Heading {
  /** 2–6: the page's title is its only `h1`. */
  depth: number;
  /** The anchor, unique in the body. */
  id: string;
  /** Without markup. */
  text: string;
}

/** Something in a body that stops the build. The library adds the file's name. */
export interface BodyProblem {
  /** From 1, in the file. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column?: number;
  /** One or two whole Arabic sentences: what is wrong, and what to write instead. */
  message: string;
  /** The corrected line, verbatim. */
  suggestion?: string;
}
