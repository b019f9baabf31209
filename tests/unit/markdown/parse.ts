import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type PluggableList, unified } from 'unified';
import { remarkSyntax } from '../../../src/markdown/plugins.ts';

export type Format = 'md' | 'mdx';

const gfm: PluggableList = [[remarkGfm, { singleTilde: false }]];
const processors = {
  gfm: { md: processorWith(gfm), mdx: processorWith([remarkMdx, ...gfm]) },
  arabic: { md: processorWith(remarkSyntax), mdx: processorWith([remarkMdx, ...remarkSyntax]) },
};

function processorWith(syntax: PluggableList) {
  return unified()
    .use(remarkParse)
    .use(syntax)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();
}

/** Renders Markdown with the Arabic syntax extensions only, without the tree transforms of the full pipeline. */
export function parseArabic(text: string, format: Format = 'md'): string {
  return String(processors.arabic[format].processSync(text));
}

/** Renders Markdown with CommonMark and GFM only. */
export function parseGfm(text: string, format: Format = 'md'): string {
  return String(processors.gfm[format].processSync(text));
}
