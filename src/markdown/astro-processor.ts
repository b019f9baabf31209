/** Passes the plugins in `plugins.ts` to Astro, which compiles `.mdx` files (and `.md` files imported as modules). */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MarkdownProcessor, type MarkdownRenderer, unified } from '@astrojs/markdown-remark';
import type { VFile } from 'vfile';
import { stripEmbeddings } from '../lib/arabic/direction-marks.ts';
import { toPrintable } from '../lib/printable-text.ts';
import { footnoteOptions } from './footnotes.ts';
import { defaultLabels } from './labels.ts';
import { stripLeadingMarks } from './leading-marks.ts';
import { describeParseFailure } from './parse-failure.ts';
import { rehypePlugins, remarkPlugins } from './plugins.ts';
import { contextOf, createRenderContext, toRenderedBody } from './render-context.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { BodyOptions, BodyProblem, ResolveImage } from './types.ts';

interface ProcessorOptions extends BodyOptions {
  resolveImage: ResolveImage;
  /** Absolute. */
  contentDirectory: string;
  /** Digest of the engine's sources. Astro caches rendered Markdown by the processor's options, which include it. */
  fingerprint?: string;
}

/** The problems of a file that Astro compiles. Astro's error overlay shows `line` and `column` of the first problem. */
export class BodyError extends Error {
  override name = 'BodyError';
  readonly line: number;
  readonly column: number;

  constructor(file: string, problems: readonly [BodyProblem, ...BodyProblem[]]) {
    super(problems.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
    this.line = problems[0].line;
    this.column = problems[0].column ?? 1;
  }
}

type CreateMdxRenderer = NonNullable<MarkdownProcessor['createMdxRenderer']>;
type MdxRenderer = Awaited<ReturnType<CreateMdxRenderer>>;

/**
 * Creates the value of Astro's `markdown.processor`. Its renderers throw a `BodyError` when a body has problems; in a
 * build this does not happen, because the library reports all problems before Astro compiles.
 */
export function createMarkdownProcessor(options: ProcessorOptions): MarkdownProcessor {
  const { fingerprint = '', siteUrl, stagingOf, typesetting, digits, embeds, labels, components } = options;
  return {
    name: 'warraq',
    options: { fingerprint, siteUrl, stagingOf, typesetting, digits, embeds, labels, components },
    createRenderer: async () => createRenderer(options),
    createMdxRenderer: (shared, mdx) => createMdxRenderer(options, shared, mdx),
  };
}

function createRenderer(options: ProcessorOptions): MarkdownRenderer {
  return {
    async render(content, { fileURL, frontmatter = {} } = {}) {
      const file = fileURL ? contentPath(fileURLToPath(fileURL), options) : '';
      const source = { file, text: content, firstLine: 1, format: 'md' } as const;
      const { html, headings, problems } = await renderMarkdown(source, options.resolveImage, options);
      throwProblems(file, problems);
      return {
        code: html,
        metadata: {
          headings: headings.map(({ depth, id, text }) => ({ depth, slug: id, text })),
          localImagePaths: [],
          remoteImagePaths: [],
          frontmatter,
        },
      };
    },
  };
}

async function createMdxRenderer(
  options: ProcessorOptions,
  ...[shared, mdx]: Parameters<CreateMdxRenderer>
): Promise<MdxRenderer> {
  const compiler = unified({
    remarkPlugins: [[attachContext, options], ...remarkPlugins] as never,
    rehypePlugins: [...rehypePlugins, throwCollectedProblems] as never,
    remarkRehype: { ...footnoteOptions(options.labels ?? defaultLabels) },
  });
  const renderer = await compiler.createMdxRenderer?.(
    { ...shared, gfm: false, smartypants: false, syntaxHighlight: false },
    mdx,
  );
  if (!renderer)
    throw new Error('@astrojs/markdown-remark no longer compiles MDX: see createMdxRenderer in astro-processor.ts.');
  return {
    async process(content, filePath, frontmatter) {
      try {
        return await renderer.process(stripLeadingMarks(stripEmbeddings(toPrintable(content))), filePath, frontmatter);
      } catch (failure) {
        if (failure instanceof BodyError) throw failure;
        throw new BodyError(contentPath(filePath, options), [describeParseFailure(failure, 1)]);
      }
    },
  };
}

function attachContext(options: ProcessorOptions) {
  return (_tree: unknown, file: VFile): void => {
    const source = { file: contentPath(file.path, options), firstLine: 1, format: 'mdx' } as const;
    file.data.renderContext = createRenderContext(source, options.resolveImage, options);
  };
}

function throwCollectedProblems() {
  return (_tree: unknown, file: VFile): void => {
    const context = contextOf(file);
    throwProblems(context.source.file, toRenderedBody(context, '').problems);
  };
}

/** Returns a path relative to the content directory, with `/`. */
function contentPath(file: string, { contentDirectory }: ProcessorOptions): string {
  return path.relative(contentDirectory, file).split(path.sep).join('/');
}

function throwProblems(file: string, problems: readonly BodyProblem[]): void {
  const [first, ...others] = problems;
  if (first) throw new BodyError(file, [first, ...others]);
}
