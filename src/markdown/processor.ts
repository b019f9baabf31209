import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MarkdownProcessor, unified } from '@astrojs/markdown-remark';
import type { VFile } from 'vfile';
import { footnoteOptions } from './footnotes.ts';
import { beginBody, bodyOf, finishBody } from './in-progress.ts';
import { defaultLabels } from './labels.ts';
import { describeFailure } from './mdx-failure.ts';
import { rehypePlugins, remarkPlugins } from './pipeline.ts';
import { renderMarkdown } from './render-markdown.ts';
import { stripLeadingMarks } from './source.ts';
import type { BodyOptions, BodyProblem, ResolveImage } from './types.ts';

export interface ProcessorOptions extends BodyOptions {
  resolveImage: ResolveImage;
  /** Absolute. */
  contentDirectory: string;
  /** Digest of the engine's sources: Astro keeps what a processor with the same options has made. */
  fingerprint?: string;
}

/** Problems of a file that Astro compiles; `line` and `column` are of the first, for the overlay in the browser. */
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

/**
 * The pipeline as Astro's `markdown.processor`, for `.md` imported as a module and for `.mdx`. Its renderers throw a
 * `BodyError` where a body has problems: the library reports them all before anything is built.
 */
export function createMarkdownProcessor(options: ProcessorOptions): MarkdownProcessor {
  const { resolveImage, contentDirectory, fingerprint = '', labels = defaultLabels, siteUrl, typesetting } = options;
  const contentPath = (file: string) => path.relative(contentDirectory, file).split(path.sep).join('/');
  return {
    name: 'warraq',
    options: { fingerprint, siteUrl, typesetting },

    async createRenderer() {
      return {
        async render(content, { fileURL, frontmatter = {} } = {}) {
          const file = fileURL ? contentPath(fileURLToPath(fileURL)) : '';
          const source = { file, text: content, firstLine: 1, format: 'md' } as const;
          const { html, headings, problems } = await renderMarkdown(source, resolveImage, options);
          refuse(file, problems);
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
    },

    async createMdxRenderer(shared, mdx) {
      const begin = () => (_tree: unknown, file: VFile) => {
        const source = { file: contentPath(file.path), firstLine: 1, format: 'mdx' } as const;
        file.data.body = beginBody(source, resolveImage, options);
      };
      const finish = () => (_tree: unknown, file: VFile) => {
        const body = bodyOf(file);
        refuse(body.source.file, finishBody(body, '').problems);
      };
      const compiler = unified({
        remarkPlugins: [begin, ...remarkPlugins] as never,
        rehypePlugins: [...rehypePlugins, finish] as never,
        remarkRehype: { ...footnoteOptions(labels) },
      });
      const renderer = await compiler.createMdxRenderer?.(
        { ...shared, gfm: false, smartypants: false, syntaxHighlight: false },
        mdx,
      );
      if (!renderer)
        throw new Error('@astrojs/markdown-remark no longer compiles MDX: see createMdxRenderer in processor.ts.');
      return {
        async process(content, filePath, frontmatter) {
          try {
            return await renderer.process(stripLeadingMarks(content), filePath, frontmatter);
          } catch (failure) {
            if (failure instanceof BodyError) throw failure;
            throw new BodyError(contentPath(filePath), [describeFailure(failure, 1)]);
          }
        },
      };
    },
  };
}

function refuse(file: string, problems: readonly BodyProblem[]): void {
  const [first, ...others] = problems;
  if (first) throw new BodyError(file, [first, ...others]);
}
