/** The remark and rehype plugins in the order in which they run, and the unified processors made of them. */
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Pluggable, type PluggableList, unified } from 'unified';
import type { VFile } from 'vfile';
import { rehypeAllowList } from './allow-list.ts';
import { rehypeAnchors } from './anchors.ts';
import { remarkArabicBlocks, remarkArabicInlines, remarkWithoutTables } from './arabic-syntax.ts';
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
import { mayNeedMostSteps, remarkBlockWork, remarkMarkWork } from './parsing-work.ts';
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

/**
 * A plugin, and what a text must have for the plugin to do anything. Most texts of a newspaper are paragraphs without a
 * link, and each plugin would walk over all of it. A character reference such as `&#64;` may stand for any character.
 */
type Step = Pluggable | { plugin: Pluggable; needs: RegExp };

const noBar = /^[^|]*$/;
const reference = /&/;
const tag = /</;
const tagOrBar = /[<|]/;
const tagOrFence = /[<`~]/;
const bracket = /[<[]/;
const picture = /<|!\[/;
const footnote = /\[\^/;
/** Links of all kinds, bare addresses among them. */
const link = /[<[@&]|www|http/i;
/** What begins a construct of GFM inside blocks, or emphasis. */
const inline = /[*_~|<[@&]|www|http/i;

const syntax: readonly Step[] = [
  { plugin: [remarkGfm, { singleTilde: false }], needs: inline },
  { plugin: remarkWithoutTables, needs: noBar },
  remarkArabicBlocks,
  { plugin: remarkArabicInlines, needs: inline },
  remarkBlockWork,
  { plugin: remarkMarkWork, needs: mayNeedMostSteps },
];

const onMarkdown: readonly Step[] = [
  ...syntax,
  { plugin: remarkRefuseExcess, needs: tagOrBar },
  remarkRefuseMdxCode,
  { plugin: remarkRefuseUnsafeMarkup, needs: link },
  { plugin: remarkLinkPlaces, needs: bracket },
  { plugin: remarkRefuseSpacedImages, needs: bracket },
  { plugin: remarkImages, needs: picture },
  { plugin: remarkFootnotes, needs: footnote },
  remarkVerse,
];

/** Authors' markup is sanitised before any plugin adds markup of its own. */
const onHtml: readonly Step[] = [
  rehypeJsxElements,
  rehypeAllowList,
  { plugin: rehypePrintable, needs: reference },
  { plugin: rehypeRefuseBidiOverrides, needs: reference },
  { plugin: rehypeFootnoteDigits, needs: footnote },
  rehypeWrapPhrasing,
  { plugin: rehypeLanguageDirection, needs: tag },
  rehypeTypesetting,
  { plugin: rehypeAnchors, needs: tag },
  rehypeHeadings,
  { plugin: rehypePlayers, needs: picture },
  { plugin: rehypePictures, needs: picture },
  { plugin: rehypeEmbeds, needs: link },
  rehypePlainText,
  rehypeExcerpt,
  rehypeIsolates,
  { plugin: rehypeFileLinks, needs: link },
  { plugin: rehypeTables, needs: tagOrBar },
  { plugin: rehypeCode, needs: tagOrFence },
  { plugin: rehypeTaskLists, needs: bracket },
  rehypeListNumbers,
  { plugin: rehypeLinks, needs: link },
  rehypeReferences,
  { plugin: rehypeBasePath, needs: link },
];

function isConditional(step: Step): step is Extract<Step, { needs: RegExp }> {
  return typeof step === 'object' && 'needs' in step;
}

/** Returns the plugins that a text needs. */
function neededBy(isNeeded: (needs: RegExp) => boolean, steps: readonly Step[]): PluggableList {
  return steps.flatMap((step) => {
    if (!isConditional(step)) return [step];
    return isNeeded(step.needs) ? [step.plugin] : [];
  });
}

/** For parsers that are made before their texts are known: all but the plugin that takes tables away. */
const always = (needs: RegExp) => needs !== noBar;

/** The syntax alone: GFM with Arabic extensions. Needs no render context, so any parser of bodies can use it. */
export const remarkSyntax: PluggableList = neededBy(always, syntax);

/** For the mdast of `.md` and `.mdx` alike. The virtual file must carry a render context. */
export const remarkPlugins: PluggableList = neededBy(always, onMarkdown);

/** For the hast of `.md` and `.mdx` alike. */
export const rehypePlugins: PluggableList = neededBy(always, onHtml);

const conditions = [...new Set([...onMarkdown, ...onHtml].filter(isConditional).map(({ needs }) => needs))];

function createMarkdownProcessor(labels: Labels, isNeeded: (needs: RegExp) => boolean) {
  return unified()
    .use(remarkParse)
    .use(neededBy(isNeeded, onMarkdown))
    .use(remarkRehype, footnoteOptions(labels))
    .use(rehypeRawHtml)
    .use(neededBy(isNeeded, onHtml))
    .use(rehypeStringify)
    .freeze();
}

function createMdxProcessor(labels: Labels) {
  return unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkPlugins)
    .use(remarkRehype, { ...footnoteOptions(labels), passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] })
    .use(rehypePlugins)
    .freeze();
}

interface BodyProcessors {
  /** From source to HTML: the processor with the plugins that a text needs. */
  markdownFor(text: string): ReturnType<typeof createMarkdownProcessor>;
  /** Stops at the hast: Astro compiles MDX itself, and the library only needs text, headings, images and problems. */
  mdx: ReturnType<typeof createMdxProcessor>;
}

function createBodyProcessors(labels: Labels): BodyProcessors {
  const byNeeds = new Map<string, ReturnType<typeof createMarkdownProcessor>>();
  return {
    markdownFor(text) {
      const met = new Set(conditions.filter((needs) => needs.test(text)));
      const key = conditions.map((needs) => Number(met.has(needs))).join('');
      const known = byNeeds.get(key) ?? createMarkdownProcessor(labels, (needs) => met.has(needs));
      byNeeds.set(key, known);
      return known;
    },
    mdx: createMdxProcessor(labels),
  };
}

const processors = new WeakMap<Labels, BodyProcessors>();

/** Returns the unified processors of a site, the same ones for all its bodies. */
export function bodyProcessors(labels: Labels): BodyProcessors {
  const known = processors.get(labels) ?? createBodyProcessors(labels);
  processors.set(labels, known);
  return known;
}

/** Runs rehype-raw only when there is raw HTML: reparsing the tree takes as long as all other plugins together. */
function rehypeRawHtml() {
  const parse = rehypeRaw();
  return (tree: Root, file: VFile): Root => (contextOf(file).hasRawHtml ? parse(tree, file) : tree);
}
