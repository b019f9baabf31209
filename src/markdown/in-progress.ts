import type { Nodes as HastNodes } from 'hast';
import type { Nodes as MdastNodes } from 'mdast';
import type { VFile } from 'vfile';
import { typesettingRules } from '../lib/arabic/typography.ts';
import type { TypographyRule } from '../lib/arabic/typography-rules.ts';
import { defaultLabels, type Labels } from './labels.ts';
import type { BodyOptions, BodyProblem, BodySource, Heading, RenderedBody, ResolveImage } from './types.ts';

/** A body on its way through the pipeline; the virtual file carries it as `data.body`. */
export interface BodyInProgress {
  source: Omit<BodySource, 'text'>;
  siteHost: string | undefined;
  labels: Labels;
  imageSizes: string;
  /** Empty where the site sets no type. */
  typographyRules: readonly TypographyRule[];
  resolveImage: ResolveImage;
  /** The Markdown holds raw HTML, which is still to be parsed. */
  hasRawHtml: boolean;
  text: string;
  headings: Heading[];
  images: Set<string>;
  problems: BodyProblem[];
}

declare module 'vfile' {
  interface DataMap {
    body: BodyInProgress;
  }
}

const proseSizes = '(min-width: 40rem) 37rem, 100vw';

export function beginBody(
  { file, firstLine, format }: Omit<BodySource, 'text'>,
  resolveImage: ResolveImage,
  { siteUrl, labels = defaultLabels, imageSizes = proseSizes, typesetting = { off: [] } }: BodyOptions,
): BodyInProgress {
  return {
    source: { file, firstLine, format },
    siteHost: siteUrl === undefined ? undefined : URL.parse(siteUrl)?.host,
    labels,
    imageSizes,
    typographyRules: typesetting === false ? [] : typesettingRules(typesetting.off),
    resolveImage,
    hasRawHtml: false,
    text: '',
    headings: [],
    images: new Set(),
    problems: [],
  };
}

export function finishBody({ text, headings, images, problems }: BodyInProgress, html: string): RenderedBody {
  const sorted = problems.sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0));
  return { html, text, headings, images: [...images], problems: sorted };
}

export function bodyOf(file: VFile): BodyInProgress {
  const { body } = file.data;
  if (!body) throw new Error('The file carries no body: beginBody must come first.');
  return body;
}

/** What is wrong at a node, or `linesBelow` its first line (without a column then, which is the node's). */
export function report(
  body: BodyInProgress,
  node: HastNodes | MdastNodes,
  { message, suggestion }: { message: string; suggestion?: string | undefined },
  linesBelow = 0,
): void {
  const { line = 1, column } = node.position?.start ?? {};
  body.problems.push({
    line: line + linesBelow + body.source.firstLine - 1,
    ...(column !== undefined && linesBelow === 0 && { column }),
    message,
    ...(suggestion !== undefined && { suggestion }),
  });
}
