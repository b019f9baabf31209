import type { Element } from 'hast';
import type { Handle, State } from 'hast-util-to-mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { WordPressItem } from './export.ts';

/** An author or a section: its id in the newsroom, and its name. */
export interface NamedTerm {
  id: string;
  name: string;
}

/** An article whose id and file are determined, before its body is converted. */
export interface PlannedArticle {
  item: WordPressItem;
  /** Its short id. */
  id: string;
  /** Its file without extension: `articles/2022/01/name`. The body decides between `.md` and `.mdx`. */
  stem: string;
  isDraft: boolean;
}

/** A standalone page whose slug is determined, before its body is converted. */
export interface PlannedPage {
  item: WordPressItem;
  slug: string;
  isDraft: boolean;
}

/** What the conversion of a body needs from the whole export. */
export interface BodyContext {
  /** The article's title, for videos without a caption. */
  title: string;
  /**
   * Places an image beside the article, by its URL or by the id of its attachment. `src` is relative to the article.
   * Undefined if the image is not available.
   */
  image(address: string, id?: string): { src: string; alt: string } | undefined;
  /**
   * Converts a URL of the old site to one of the new site; undefined for what the new site does not have. URLs of other
   * sites are returned unchanged.
   */
  link(address: string): string | undefined;
  /** Finds the images of a gallery by the ids of their attachments; without ids, all images of the article. */
  gallery(ids: readonly string[]): { address: string; id: string; caption: string }[];
  /**
   * Returns the content of a reusable block (`<!-- wp:block {"ref":12} /-->`); undefined if it is not in the export.
   */
  sharedBlock(id: string): string | undefined;
  /** In their order. `content` is HTML. */
  footnotes: readonly { id: string; content: string }[];
}

/** Passed to the handlers of one body. They add to `losses` and `components`. */
export interface Conversion {
  context: BodyContext;
  losses: BodyLoss[];
  /** The MDX components in the body so far. A body with any of them must be an `.mdx` file. */
  components: MdxJsxFlowElement[];
  /** The numbers of footnotes, by their ids. */
  footnoteNumbers: ReadonlyMap<string, string>;
}

/** Converts an element, as a `Handle` of hast-util-to-mdast does. */
export type ElementHandler = (conversion: Conversion, state: State, node: Element) => ReturnType<Handle>;

export interface ConvertedBody {
  /** Markdown, without front matter. */
  text: string;
  /** `mdx` if it has components. */
  format: 'md' | 'mdx';
  losses: BodyLoss[];
}

/** Something in a body that could not be converted fully. Each kind has a sentence in `commandStrings.importer`. */
export type BodyLoss =
  | { kind: 'image'; address: string }
  | { kind: 'link'; address: string }
  | { kind: 'frame'; address: string }
  /** A recording of the old site, which has not come. */
  | { kind: 'recording'; address: string }
  | { kind: 'program'; tag: string }
  | { kind: 'shortcode'; written: string }
  | { kind: 'block'; name: string };

/**
 * Something that an editor has to know about an imported file. Each kind has a sentence in `commandStrings.importer`.
 */
export type ImportNote =
  | { file: string; kind: 'loss'; loss: BodyLoss }
  | { file: string; kind: 'untitled' }
  | { file: string; kind: 'password' }
  | { file: string; kind: 'moved'; from: string }
  /** An old address of the article that is an address of the new site itself. */
  | { file: string; kind: 'reserved'; from: string };
