/** The context that the plugins share while one body is rendered: their input, and what they collect. */

import type { Element, Nodes as HastNodes } from 'hast';
import type { Nodes as MdastNodes } from 'mdast';
import type { VFile } from 'vfile';
import type { DigitSystem } from '../lib/arabic/digits.ts';
import { typesettingRules } from '../lib/arabic/typography.ts';
import type { TypographyRule } from '../lib/arabic/typography-rules.ts';
import { basePathOf } from '../lib/base-path.ts';
import { decodePart } from '../lib/decode-path.ts';
import { type EmbedProvider, embedProviders } from '../lib/embeds/providers.ts';
import { splitUrl } from '../lib/file-types.ts';
import { windowWide } from '../lib/srcset.ts';
import { defaultLabels, type Labels } from './labels.ts';
import type {
  BodyFile,
  BodyOptions,
  BodyProblem,
  BodyReference,
  BodySource,
  FileProblem,
  Heading,
  RenderedBody,
  ResolveFile,
  ResolveImage,
} from './types.ts';

export interface RenderContext {
  source: Omit<BodySource, 'text'>;
  /** The body as written; '' if it is not known. */
  written: string;
  /** The lines of `written`, once they are needed. */
  lines?: readonly string[];
  /** Undefined when the site's address is not known. */
  siteUrl: string | undefined;
  /** See `BodyOptions`. */
  stagingOf: string | undefined;
  labels: Labels;
  /** The `sizes` attribute of images. */
  imageSizes: string;
  /** Empty when typesetting is switched off. */
  typographyRules: readonly TypographyRule[];
  resolveImage: ResolveImage;
  resolveFile: ResolveFile;
  digits: DigitSystem;
  allowedEmbeds: readonly EmbedProvider[];
  /** The names of the newsroom's own components. */
  ownComponents: readonly string[];
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
  hasTables: boolean;
  /** By `PublishedFile.url`. */
  files: Map<string, BodyFile>;
  embeds: Set<EmbedProvider>;
  /** The components that the body uses, the newsroom's own among them. */
  usedComponents: Set<string>;
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
const proseSizes = `(min-width: 40rem) 37rem, ${windowWide}`;

export function createRenderContext(
  { file, firstLine, format, text = '' }: Omit<BodySource, 'text'> & { text?: string },
  resolveImage: ResolveImage,
  options: BodyOptions,
): RenderContext {
  const { siteUrl, labels = defaultLabels, imageSizes = proseSizes, typesetting = { off: [] } } = options;
  return {
    source: { file, firstLine, format },
    written: text,
    siteUrl: siteUrl !== undefined && URL.canParse(siteUrl) ? siteUrl : undefined,
    stagingOf: options.stagingOf,
    labels,
    imageSizes,
    typographyRules: typesetting === false ? [] : typesettingRules(typesetting.off),
    resolveImage: siteUrl === undefined ? resolveImage : findBelowBase(resolveImage, siteUrl),
    resolveFile: options.resolveFile ?? (async () => undefined),
    digits: options.digits ?? 'latn',
    allowedEmbeds: options.embeds ?? embedProviders,
    ownComponents: options.components ?? [],
    hasRawHtml: false,
    text: '',
    excerpt: '',
    headings: [],
    images: new Set(),
    references: [],
    anchors: [],
    hasVerse: false,
    hasEmbeds: false,
    hasTables: false,
    files: new Map(),
    embeds: new Set(),
    usedComponents: new Set(),
    refused: new WeakSet(),
    problems: [],
  };
}

/** Resolves images, and finds the one that was meant by a path which includes the base path of the site. */
function findBelowBase(resolveImage: ResolveImage, siteUrl: string): ResolveImage {
  const base = basePathOf(siteUrl);
  if (base === '') return resolveImage;
  return async (src, file) => {
    const found = await resolveImage(src, file);
    if (!('problem' in found) || !src.startsWith(`${base}/`)) return found;
    const nearest = src.slice(base.length);
    return 'problem' in (await resolveImage(nearest, file)) ? found : { ...found, nearest };
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

/** Reports what is wrong with a file that an element names by `src`, with the corrected line if the right name is known. */
export function reportFile(
  context: RenderContext,
  node: Element,
  src: string,
  { problem, nearest }: FileProblem,
): void {
  const suggestion = nearest === undefined ? undefined : correctName(context, node, splitUrl(src).path, nearest);
  reportProblem(context, node, { message: problem, suggestion });
}

function correctName(context: RenderContext, node: Element, name: string, meant: string): string | undefined {
  context.lines ??= context.written.split(/\r\n|\n|\r/);
  const line = context.lines[(node.position?.start.line ?? 0) - 1] ?? '';
  const spellings = new Set([name, decodePart(name)]);
  for (const spelling of spellings) {
    const [before = '', after = '', ...others] = line.split(spelling);
    const isWhole = /[(<"'\s]$/.test(before) && /^[)>"'\s#?]/.test(after);
    if (!isWhole || others.length > 0) continue;
    const isQuoted = /[<"']$/.test(before);
    return before + (isQuoted ? meant : meant.replace(/[\s()]/g, encodeCharacter)) + after;
  }
  return undefined;
}

/** Encodes brackets too, which `encodeURIComponent` leaves as they are. */
function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Returns what the plugins have collected, after all of them have run. */
export function toRenderedBody(context: RenderContext, html: string): RenderedBody {
  const {
    text,
    excerpt,
    headings,
    images,
    references,
    anchors,
    hasVerse,
    hasEmbeds,
    hasTables,
    files,
    embeds,
    problems,
  } = context;
  const components = [...context.usedComponents].sort();
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
    hasTables,
    files: [...files.values()],
    embeds: [...embeds],
    ...(components.length > 0 && { components }),
    problems: problems.sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0)),
  };
}
