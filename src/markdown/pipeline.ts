import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type PluggableList, unified } from 'unified';
import type { VFile } from 'vfile';
import { rehypeAllowList } from './allow-list.ts';
import { rehypeAnchors } from './anchors.ts';
import { remarkArabicSyntax } from './arabic-syntax.ts';
import { rehypeRefuseBidiControls } from './bidi-controls.ts';
import { rehypeCode } from './code.ts';
import { footnoteOptions, rehypeFootnoteDigits, remarkFootnotes } from './footnotes.ts';
import { rehypeHeadings } from './headings.ts';
import { rehypePictures, remarkImages } from './images.ts';
import { bodyOf } from './in-progress.ts';
import { rehypeIsolates } from './isolates.ts';
import type { Labels } from './labels.ts';
import { rehypeLinks } from './links.ts';
import { rehypeLooseText } from './loose-text.ts';
import { rehypePlainElements, remarkRefuseCode } from './mdx-rules.ts';
import { rehypePlainText } from './plain-text.ts';
import { remarkRefuseScripts } from './refuse-scripts.ts';
import { rehypeTables } from './tables.ts';
import { rehypeTaskLists } from './task-lists.ts';
import { rehypeTypesetting } from './typesetting.ts';

/** What Markdown is here, and nothing that needs a body: for all that parse it, whatever they do with the tree. */
export const remarkSyntax: PluggableList = [[remarkGfm, { singleTilde: false }], remarkArabicSyntax];

/** On the Markdown tree, of `.md` and `.mdx` alike. The file must carry a body (`beginBody`). */
export const remarkPlugins: PluggableList = [
  ...remarkSyntax,
  remarkRefuseCode,
  remarkRefuseScripts,
  remarkImages,
  remarkFootnotes,
];

/** On the HTML tree, of `.md` and `.mdx` alike: what authors wrote is judged first, what we add comes after. */
export const rehypePlugins: PluggableList = [
  rehypePlainElements,
  rehypeAllowList,
  rehypeRefuseBidiControls,
  rehypeFootnoteDigits,
  rehypeLooseText,
  rehypeTypesetting,
  rehypeAnchors,
  rehypeHeadings,
  rehypePictures,
  rehypePlainText,
  rehypeIsolates,
  rehypeTables,
  rehypeCode,
  rehypeTaskLists,
  rehypeLinks,
];

/** Frozen: one pair serves every body of a site. */
function createBodyProcessors(labels: Labels) {
  const markdown = unified()
    .use(remarkParse)
    .use(remarkPlugins)
    .use(remarkRehype, footnoteOptions(labels))
    .use(rehypeRawHtml)
    .use(rehypePlugins)
    .use(rehypeStringify)
    .freeze();
  const mdx = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkPlugins)
    .use(remarkRehype, { ...footnoteOptions(labels), passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] })
    .use(rehypePlugins)
    .freeze();
  return { markdown, mdx };
}

const processors = new WeakMap<Labels, ReturnType<typeof createBodyProcessors>>();

/** The pipeline for `.md`, to HTML, and for `.mdx`, as far as the tree that its text and its problems are read from. */
export function bodyProcessors(labels: Labels): ReturnType<typeof createBodyProcessors> {
  const known = processors.get(labels) ?? createBodyProcessors(labels);
  processors.set(labels, known);
  return known;
}

/** Parsing the tree anew costs as much as all the rest: only bodies that hold raw HTML pay for it. */
function rehypeRawHtml() {
  const parse = rehypeRaw();
  return (tree: Root, file: VFile): Root => (bodyOf(file).hasRawHtml ? parse(tree, file) : tree);
}
