import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { WordPressItem } from './export.ts';

/** What a body refers to, which only the whole export knows. */
export interface BodyContext {
  /** Titles a video that has no caption. */
  title: string;
  /** How the article writes an image, by its address or the id of its attachment; undefined where there is none to be had. */
  image(address: string, id?: string): { src: string; alt: string } | undefined;
  /** An address of the old site as the new one has it, any other as it is; undefined for what the new site does not have. */
  link(address: string): string | undefined;
  /** The files of a gallery, by the ids of their attachments; those of the post itself where there are none. */
  gallery(ids: readonly string[]): { address: string; id: string; caption: string }[];
  /** The content of a block that several posts share. */
  sharedBlock(id: string): string | undefined;
  footnotes: readonly { id: string; content: string }[];
}

/** What did not come over as it was; each has a sentence in `commandStrings.importer`. */
export type BodyLoss =
  | { kind: 'image'; address: string }
  | { kind: 'link'; address: string }
  | { kind: 'frame'; address: string }
  | { kind: 'program'; tag: string }
  | { kind: 'shortcode'; written: string }
  | { kind: 'block'; name: string };

export interface ConvertedBody {
  text: string;
  /** `mdx` where it has components. */
  format: 'md' | 'mdx';
  losses: BodyLoss[];
}

/** What of an item did not come over as it was, or what its editor has to know; each has a sentence in `commandStrings.importer`. */
export type ImportNote =
  | { file: string; kind: 'loss'; loss: BodyLoss }
  | { file: string; kind: 'untitled' }
  | { file: string; kind: 'password' }
  | { file: string; kind: 'moved'; from: string };

export interface PlannedArticle {
  item: WordPressItem;
  id: string;
  /** Without extension. */
  stem: string;
  isDraft: boolean;
}

export interface PlannedPage {
  item: WordPressItem;
  slug: string;
  isDraft: boolean;
}

/** A section or an author as the newsroom has them. */
export interface NamedTerm {
  id: string;
  name: string;
}

/** What a conversion reads, and what it fills. */
export interface Conversion {
  context: BodyContext;
  losses: BodyLoss[];
  components: MdxJsxFlowElement[];
  numbers: ReadonlyMap<string, string>;
}
