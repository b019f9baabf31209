import { VFile } from 'vfile';
import { findBidiControls } from './bidi-controls.ts';
import { beginBody, finishBody } from './in-progress.ts';
import { describeFailure } from './mdx-failure.ts';
import { bodyProcessors } from './pipeline.ts';
import { stripLeadingMarks } from './source.ts';
import type { BodyOptions, BodySource, RenderedBody, ResolveImage } from './types.ts';

/**
 * Renders the body of an article or a page. Never rejects: what is wrong is in `problems`, and the rest is rendered as far
 * as it goes. Of a body that MDX cannot parse, only the problem is left.
 */
export async function renderMarkdown(
  source: BodySource,
  resolveImage: ResolveImage,
  options: BodyOptions = {},
): Promise<RenderedBody> {
  const body = beginBody(source, resolveImage, options);
  body.problems.push(...findBidiControls(source));
  const { markdown, mdx } = bodyProcessors(body.labels);
  const file = new VFile({ value: stripLeadingMarks(source.text), data: { body } });
  let html = '';
  try {
    if (source.format === 'md') html = String(await markdown.process(file));
    else await mdx.run(mdx.parse(file), file);
  } catch (failure) {
    body.problems.push(describeFailure(failure, source.firstLine));
  }
  return finishBody(body, html);
}
