/** The remark and rehype plugins in the order in which they run, and the unified processors made of them. */
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
import { rehypeBasePath } from './base-path.ts';
import { rehypeIsolates } from './bidi-isolates.ts';
import { rehypeRefuseBidiOverrides } from './bidi-overrides.ts';
import { rehypeCode } from './code.ts';
import { remarkLinkPlaces } from './definitions.ts';
import { rehypeEmbeds } from './embeds.ts';
import { rehypeExcerpt } from './excerpt.ts';
import { remarkRefuseExcess } from './excess.ts';
import { rehypeFileLinks } from './files.ts';
import { footnoteOptions, rehypeFootnoteDigits, remarkFootnotes } from './footnotes.ts';
import { rehypeHeadings } from './headings.ts';
import { rehypePictures, remarkImages } from './images.ts';
import type { Labels } from './labels.ts';
import { rehypeLanguageDirection } from './language-direction.ts';
import { rehypeLinks } from './links.ts';
import { rehypeListNumbers } from './list-numbers.ts';
import { remarkParsingWork } from './parsing-work.ts';
import { rehypePlainText } from './plain-text.ts';
import { rehypePlayers } from './players.ts';
import { rehypePrintable } from './printable-nodes.ts';
import { rehypeReferences } from './references.ts';
import { remarkRefuseSpacedImages } from './refuse-spaced-images.ts';
import { remarkRefuseUnsafeMarkup } from './refuse-unsafe-markup.ts';
import { contextOf } from './render-context.ts';
import { rehypeJsxElements, remarkRefuseMdxCode } from './static-mdx.ts';
import { rehypeTables } from './tables.ts';
import { rehypeTaskLists } from './task-lists.ts';
import { rehypeTypesetting } from './typesetting.ts';
import { remarkVerse } from './verse.ts';
import { rehypeWrapPhrasing } from './wrap-phrasing.ts';

/** The syntax alone: GFM with Arabic extensions. Needs no render context, so any parser of bodies can use it. */
export const remarkSyntax: PluggableList = [[remarkGfm, { singleTilde: false }], remarkArabicSyntax, remarkParsingWork];

/** For the mdast of `.md` and `.mdx` alike. The virtual file must carry a render context. */
export const remarkPlugins: PluggableList = [
  ...remarkSyntax,
  remarkRefuseExcess,
  remarkRefuseMdxCode,
  remarkRefuseUnsafeMarkup,
  remarkLinkPlaces,
  remarkRefuseSpacedImages,
  remarkImages,
  remarkFootnotes,
  remarkVerse,
];

/** For the hast of `.md` and `.mdx` alike. Authors' markup is sanitised before any plugin adds markup of its own. */
export const rehypePlugins: PluggableList = [
  rehypeJsxElements,
  rehypeAllowList,
  rehypePrintable,
  rehypeRefuseBidiOverrides,
  rehypeFootnoteDigits,
  rehypeWrapPhrasing,
  rehypeLanguageDirection,
  rehypeTypesetting,
  rehypeAnchors,
  rehypeHeadings,
  rehypePlayers,
  rehypePictures,
  rehypeEmbeds,
  rehypePlainText,
  rehypeExcerpt,
  rehypeIsolates,
  rehypeFileLinks,
  rehypeTables,
  rehypeCode,
  rehypeTaskLists,
  rehypeListNumbers,
  rehypeLinks,
  rehypeReferences,
  rehypeBasePath,
];

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

/**
 * Returns the unified processors of a site, one pair for all its bodies. `markdown` goes from source to HTML; `mdx`
 * stops at the hast, since Astro compiles MDX itself and the library only needs text, headings, images and problems.
 */
export function bodyProcessors(labels: Labels): ReturnType<typeof createBodyProcessors> {
  const known = processors.get(labels) ?? createBodyProcessors(labels);
  processors.set(labels, known);
  return known;
}

/** Runs rehype-raw only when there is raw HTML: reparsing the tree takes as long as all other plugins together. */
function rehypeRawHtml() {
  const parse = rehypeRaw();
  return (tree: Root, file: VFile): Root => (contextOf(file).hasRawHtml ? parse(tree, file) : tree);
}
