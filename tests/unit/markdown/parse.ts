import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type PluggableList, type Processor, unified } from 'unified';
import { remarkSyntax } from '../../../src/markdown/plugins.ts';

export type Format = 'md' | 'mdx';

const gfm: PluggableList = [[remarkGfm, { singleTilde: false }]];
/** A remark plugin: a line that begins with four spaces or a tab is read without them. */
function remarkWithoutIndentedCode(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }];
}

const processors = {
  gfmWithoutIndentedCode: {
    md: processorWith([...gfm, remarkWithoutIndentedCode]),
    mdx: processorWith([remarkMdx, ...gfm, remarkWithoutIndentedCode]),
  },
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

/** Renders Markdown with CommonMark and GFM only, in which code is fenced. */
export function parseGfmWithoutIndentedCode(text: string, format: Format = 'md'): string {
  return String(processors.gfmWithoutIndentedCode[format].processSync(text));
}

/** Parses Markdown as `parseArabic` or as `parseGfmWithoutIndentedCode` do, into a tree. */
export function parseTree(text: string, syntax: 'arabic' | 'gfmWithoutIndentedCode'): Root {
  return processors[syntax].md.parse(text) as Root;
}
