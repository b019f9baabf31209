import { Parser } from 'htmlparser2';
import type { Html, Root } from 'mdast';
import type { VFile } from 'vfile';
import { articleComponents } from './article-components.ts';
import { messages } from './messages.ts';
import { type Refusal, refuseImageSource, refuseTag, refuseUrl } from './refusals.ts';
import { contextOf } from './render-context.ts';
import { reportRefusal } from './report-refusal.ts';
import { eachNode } from './walk-tree.ts';

/**
 * Reports raw HTML, links and images that would run scripts or load content of other sites in the reader's browser.
 * Works on the mdast, whose nodes still have their lines. Also sets `hasRawHtml`.
 */
export function remarkRefuseUnsafeMarkup() {
  return (tree: Root, file: VFile): void => {
    eachNode(tree, (node) => {
      if (node.type === 'html') readHtml(node, file);
      else if (node.type === 'link' || node.type === 'definition') refuse(refuseUrl(node.url));
      else if (node.type === 'image') refuse(refuseImageSource(node.url));

      function refuse(refusal: Refusal | undefined): void {
        if (refusal) reportRefusal(file, node, refusal);
      }
    });
  };
}

function readHtml(node: Html, file: VFile): void {
  contextOf(file).hasRawHtml = true;
  let read = 0;
  let linesRead = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const refusal = refuseMarkup(name, attributes);
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

function refuseMarkup(name: string, attributes: Record<string, string>): Refusal | undefined {
  if (articleComponents.includes(name)) return { message: messages.componentInMarkdown(name) };
  return refuseTag(name, attributes, 'md');
}

function countLineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
