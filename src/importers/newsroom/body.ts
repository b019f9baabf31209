import type { TallyKind } from '../../strings/import-tally.ts';

/** What the conversion of a body needs from the whole newsroom. */
export interface BodyContext {
  /** The entry's title, for videos without a caption. */
  title: string;
  /**
   * Places an image beside the entry, by its address or by its key in the media library. `src` is relative to the entry.
   * Undefined if the image is not available.
   */
  image(address: string, key?: string): { src: string; alt: string } | undefined;
  /**
   * Places a recording or a document of the old site beside the entry, and returns its path from there; undefined if it
   * is not available.
   */
  file(address: string): string | undefined;
  /**
   * Converts an address of the old site to one of the new site; undefined for what the new site does not have. Addresses
   * of other sites are returned unchanged.
   */
  link(address: string): string | undefined;
  /** Returns the title of the entry to which an address of the old site leads; undefined if it leads to none. */
  titleAt(address: string): string | undefined;
}

export interface ConvertedBody {
  /** Markdown, without front matter. */
  text: string;
  /** `mdx` if it has components. */
  format: 'md' | 'mdx';
  losses: BodyLoss[];
  /** What is not plain text and came over whole. */
  parts?: BodyPart[];
}

/** Something in a body that the report counts beside the losses. */
export interface BodyPart {
  kind: Extract<TallyKind, 'images' | 'links' | 'recordings' | 'embeds' | 'shortcodes' | 'blocks'>;
  /** What the source calls it; '' for no name. */
  name: string;
}

/** Something in a body that could not be converted fully. Each kind has a sentence in `commandStrings.importer`. */
export type BodyLoss =
  | { kind: 'image'; address: string }
  | { kind: 'link'; address: string }
  /** A link in a caption, which is plain text here. */
  | { kind: 'caption-link'; address: string }
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
  | { file: string; kind: 'pinned' }
  | { file: string; kind: 'undated-comments'; count: number }
  | { file: string; kind: 'canonical'; address: string }
  /** A published article without a date, which is now a draft. */
  | { file: string; kind: 'no-date' }
  /** A published article with a date that the site refuses, such as one decades ahead; it is now a draft. */
  | { file: string; kind: 'refused-date'; written: string }
  | { file: string; kind: 'moved'; from: string }
  /** An old address of the article that is an address of the new site itself. */
  | { file: string; kind: 'reserved'; from: string }
  /** An old address at which no file can be published. */
  | { file: string; kind: 'unusable-address'; from: string };
