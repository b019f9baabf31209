import type { Labels } from './labels.ts';

/** Something in a body that the build refuses; the library adds the file. */
export interface BodyProblem {
  /** From 1, in the file. */
  line: number;
  /** From 1, in UTF-16 units. */
  column?: number;
  /** Arabic, one or two whole sentences: what is wrong, and what to write instead. */
  message: string;
  /** The corrected line, verbatim. */
  suggestion?: string;
}

export interface Heading {
  /** 2–6: the page's title is its only `h1`. */
  depth: number;
  id: string;
  text: string;
}

/** An image as a page shows it: its addresses, and the size that keeps its place while it loads. */
export interface Picture {
  /** The fallback, for browsers that read none of `sources`. */
  src: string;
  width: number;
  height: number;
  /** Best first. */
  sources: { type: string; srcset: string }[];
  /** A JPEG of 1200×630 for social cards. */
  social?: string;
  /** The file it was made from: content-relative, or starting with `/` for `public/`. */
  source?: string;
}

/** `src` as the author wrote it, `from` the content-relative file it is written in. Bad content is a `problem`. */
export type ResolveImage = (src: string, from: string) => Promise<Picture | { problem: string }>;

export interface RenderedBody {
  /** '' for MDX, whose HTML comes from its compiled module. */
  html: string;
  /** The prose without markup, a line per block: captions and table cells count, code and footnote marks do not. */
  text: string;
  headings: Heading[];
  /** `Picture.source` of every local image, once each, in the order of the text. */
  images: string[];
  /** Sorted by line. */
  problems: BodyProblem[];
}

export interface BodySource {
  /** Content-relative, with `/`. */
  file: string;
  /** The body without its front matter. */
  text: string;
  /** The line of the file on which `text` begins, from 1. */
  firstLine: number;
  format: 'md' | 'mdx';
}

export interface BodyOptions {
  /** The site's origin: links to it are not external. */
  siteUrl?: string;
  labels?: Labels;
  /** The `sizes` attribute of images: how wide the text column is. */
  imageSizes?: string;
  /** Whether type is set, and the ids of the rules that are not applied. All of them are, unless this says otherwise. */
  typesetting?: Typesetting;
}

export type Typesetting = { off: readonly string[] } | false;
