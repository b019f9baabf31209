import { Parser } from 'htmlparser2';
import type { Definition, Html, ImageReference, LinkReference, Nodes, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { articleComponents } from './article-components.ts';
import { collectDefinitions } from './definitions.ts';
import { messages } from './messages.ts';
import { type Refusal, refuseImageSource, refuseTag, refuseUrl } from './refusals.ts';
import { contextOf, type RenderContext, reportProblem } from './render-context.ts';
import { reportRefusal } from './report-refusal.ts';
import { eachNode } from './walk-tree.ts';

/**
 * Reports raw HTML, links and images that would run scripts or load content of other sites in the reader's browser.
 * Works on the mdast, whose nodes still have their lines. A definition is judged by what uses it: as a link, at its own
 * line, or as an image, at the image. Also sets `hasRawHtml`.
 */
export function remarkRefuseUnsafeMarkup() {
  return (tree: Root, file: VFile): void => {
    const definitions = collectDefinitions(tree);
    const linked = new Set<Definition>();
    eachNode(tree, (node) => {
      if (node.type === 'html') readHtml(node, file);
      else if (node.type === 'link') refuse(node, refuseUrl(node.url));
      else if (node.type === 'image') refuse(node, refuseImageSource(node.url));
      else if (node.type === 'linkReference' || node.type === 'imageReference') judgeReference(node);
      else if (node.type === 'text') refuseUndefinedImages(node, file);
    });

    function judgeReference(node: LinkReference | ImageReference): void {
      const definition = definitions.get(node.identifier);
      if (definition === undefined) return;
      if (node.type === 'imageReference') refuse(node, refuseImageSource(definition.url));
      else if (!linked.has(definition)) refuse(definition, refuseUrl(definition.url));
      if (node.type === 'linkReference') linked.add(definition);
    }

    function refuse(node: Nodes, refusal: Refusal | undefined): void {
      if (refusal) reportRefusal(file, node, refusal);
    }
  };
}

/** The limits keep a text of many brackets from being searched to its end at each of them. */
const undefinedImage = /(?<!\\)!\[[^[\]\\]{0,500}\]\[([^[\]\\]{1,500})\]/g;

/** Reports images that name a definition which is not there: CommonMark reads them as text. */
function refuseUndefinedImages(node: Text, file: VFile): void {
  if (!node.value.includes('![')) return;
  const { position } = node;
  if (!position) return;
  const written = String(file).slice(position.start.offset, position.end.offset);
  for (const { index, 1: label = '' } of written.matchAll(undefinedImage)) {
    const before = written.slice(0, index).split(/\r\n|\n|\r/);
    const line = position.start.line + before.length - 1;
    const column = (before.length === 1 ? position.start.column : 1) + (before.at(-1) ?? '').length;
    const at: Text = { ...node, position: { ...position, start: { line, column } } };
    reportProblem(contextOf(file), at, { message: messages.imageWithoutDefinition(label) });
  }
}

function readHtml(node: Html, file: VFile): void {
  const context = contextOf(file);
  context.hasRawHtml = true;
  let read = 0;
  let linesRead = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const refusal = refuseMarkup(name, attributes, context);
        if (!refusal) return;
        linesRead += countLineBreaks(node.value.slice(read, parser.startIndex));
        read = parser.startIndex;
        reportRefusal(file, node, refusal, linesRead);
      },
    },
    { lowerCaseTags: false },
  );
  parser.end(node.value);
}

function refuseMarkup(
  name: string,
  attributes: Record<string, string>,
  { allowedEmbeds, ownComponents }: RenderContext,
): Refusal | undefined {
  if (articleComponents.includes(name) || ownComponents.includes(name))
    return { message: messages.componentInMarkdown(name) };
  return refuseTag(name, attributes, allowedEmbeds);
}

function countLineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
