/** The context that the plugins share while one body is rendered: their input, and what they collect. */
import type { Nodes as HastNodes } from 'hast';
import type { Nodes as MdastNodes } from 'mdast';
import type { VFile } from 'vfile';
import type { DigitSystem } from '../lib/arabic/digits.ts';
import { typesettingRules } from '../lib/arabic/typography.ts';
import type { TypographyRule } from '../lib/arabic/typography-rules.ts';
import { type EmbedProvider, embedProviders } from '../lib/embeds/providers.ts';
import { defaultLabels, type Labels } from './labels.ts';
import type {
  BodyFile,
  BodyOptions,
  BodyProblem,
  BodyReference,
  BodySource,
  Heading,
  RenderedBody,
  ResolveFile,
  ResolveImage,
} from './types.ts';

export interface RenderContext {
  source: Omit<BodySource, 'text'>;
  /** With the port; undefined when the site's URL is not known. */
  siteHost: string | undefined;
  labels: Labels;
  /** The `sizes` attribute of images. */
  imageSizes: string;
  /** Empty when typesetting is switched off. */
  typographyRules: readonly TypographyRule[];
  resolveImage: ResolveImage;
  resolveFile: ResolveFile;
  digits: DigitSystem;
  allowedEmbeds: readonly EmbedProvider[];
  /** Whether the Markdown contains raw HTML: only then is the tree parsed again. */
  hasRawHtml: boolean;
  /** Filled by the plugins, as in `RenderedBody`. */
  text: string;
  excerpt: string;
  headings: Heading[];
  images: Set<string>;
  references: BodyReference[];
  anchors: string[];
  hasVerse: boolean;
  hasEmbeds: boolean;
  /** By `PublishedFile.url`. */
  files: Map<string, BodyFile>;
  embeds: Set<EmbedProvider>;
  /** The elements whose file was reported as a problem: their URL leads nowhere. */
  refused: WeakSet<object>;
  problems: BodyProblem[];
}

declare module 'vfile' {
  interface DataMap {
    renderContext: RenderContext;
  }
}

/** The width of the text column in the site's style sheet. */
const proseSizes = '(min-width: 40rem) 37rem, 100vw';

export function createRenderContext(
  { file, firstLine, format }: Omit<BodySource, 'text'>,
  resolveImage: ResolveImage,
  options: BodyOptions,
): RenderContext {
  const { siteUrl, labels = defaultLabels, imageSizes = proseSizes, typesetting = { off: [] } } = options;
  return {
    source: { file, firstLine, format },
    siteHost: siteUrl === undefined ? undefined : URL.parse(siteUrl)?.host,
    labels,
    imageSizes,
    typographyRules: typesetting === false ? [] : typesettingRules(typesetting.off),
    resolveImage,
    resolveFile: options.resolveFile ?? (async () => undefined),
    digits: options.digits ?? 'latn',
    allowedEmbeds: options.embeds ?? embedProviders,
    hasRawHtml: false,
    text: '',
    excerpt: '',
    headings: [],
    images: new Set(),
    references: [],
    anchors: [],
    hasVerse: false,
    hasEmbeds: false,
    files: new Map(),
    embeds: new Set(),
    refused: new WeakSet(),
    problems: [],
  };
}

/** Returns the context of a virtual file; throws if the file carries none. */
export function contextOf(file: VFile): RenderContext {
  const { renderContext } = file.data;
  if (!renderContext) throw new Error('The file carries no render context: set data.renderContext before processing.');
  return renderContext;
}

/** Adds a problem at the start of a node, or, without a column, `linesBelow` lines under it. */
export function reportProblem(
  context: RenderContext,
  node: HastNodes | MdastNodes,
  { message, suggestion }: { message: string; suggestion?: string | undefined },
  linesBelow = 0,
): void {
  const { line = 1, column } = node.position?.start ?? {};
  context.problems.push({
    line: line + linesBelow + context.source.firstLine - 1,
    ...(column !== undefined && linesBelow === 0 && { column }),
    message,
    ...(suggestion !== undefined && { suggestion }),
  });
}

/** Returns what the plugins have collected, after all of them have run. */
export function toRenderedBody(context: RenderContext, html: string): RenderedBody {
  const { text, excerpt, headings, images, references, anchors, hasVerse, hasEmbeds, files, embeds, problems } =
    context;
  return {
    html,
    text,
    excerpt,
    headings,
    images: [...images],
    references,
    anchors,
    hasVerse,
    hasEmbeds,
    files: [...files.values()],
    embeds: [...embeds],
    problems: problems.sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0)),
  };
}
