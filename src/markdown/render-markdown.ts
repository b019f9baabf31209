/** Renders one body for the library: the call site of the plugins in `plugins.ts`, for `.md` and `.mdx`. */
import { VFile } from 'vfile';
import { stripEmbeddings } from '../lib/arabic/direction-marks.ts';
import { toPrintable } from '../lib/printable-text.ts';
import { findBidiOverrides } from './bidi-overrides.ts';
import { findExcess } from './excess.ts';
import { stripLeadingMarks } from './leading-marks.ts';
import { describeParseFailure } from './parse-failure.ts';
import { bodyProcessors } from './plugins.ts';
import { createRenderContext, toRenderedBody } from './render-context.ts';
import type { BodyOptions, BodySource, RenderedBody, ResolveImage } from './types.ts';

/**
 * Renders the body of an article or a page. Never rejects: errors end up in `problems`, and the rest is rendered. When
 * MDX cannot be parsed, or the text would take too long, the result holds only the problem.
 */
export async function renderMarkdown(
  source: BodySource,
  resolveImage: ResolveImage,
  options: BodyOptions = {},
): Promise<RenderedBody> {
  const context = createRenderContext(source, resolveImage, options);
  const excess = findExcess(source);
  if (excess) return { ...toRenderedBody({ ...context, problems: [excess] }, ''), isUnread: true };
  context.problems.push(...findBidiOverrides(source));
  const { markdownFor, mdx } = bodyProcessors(context.labels);
  const value = stripLeadingMarks(stripEmbeddings(toPrintable(source.text)));
  const file = new VFile({ value, data: { renderContext: context } });
  let html = '';
  try {
    if (source.format === 'md') html = String(await markdownFor(value).process(file));
    else await mdx.run(mdx.parse(file), file);
  } catch (failure) {
    context.problems.push(describeParseFailure(failure, source.firstLine));
    return { ...toRenderedBody(context, ''), isUnread: true };
  }
  return toRenderedBody(context, html);
}
