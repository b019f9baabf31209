import type { Nodes, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import { opaque } from '../lib/arabic/protected-spans.ts';
import { findSpacedAddresses } from '../lib/spaced-address.ts';
import { shiftEdits, withEdits } from '../lib/tracked-text.ts';
import { messages } from './messages.ts';
import { reportRefusal } from './report-refusal.ts';
import { eachNode } from './walk-tree.ts';

/** Reports images whose address has spaces: Markdown shows them as typed, and readers miss the picture. */
export function remarkRefuseSpacedImages() {
  return (tree: Root, file: VFile): void => {
    const source = String(file);
    eachNode(tree, (node) => {
      if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
      const text = textOf(node);
      if (!text.includes('](')) return;
      const typed = source.slice(node.position?.start.offset, node.position?.end.offset);
      for (const { start, end, isImage, edits } of findSpacedAddresses(text)) {
        const written = text.slice(start, end);
        // An escape is written on purpose, so what is in the text is then not in the source.
        if (!isImage || !typed.includes(written)) continue;
        const meant = withEdits(written, shiftEdits(edits, -start));
        const linesBelow = text.slice(0, start).split('\n').length - 1;
        reportRefusal(file, node, { message: messages.spacedImage(), correction: { written, meant } }, linesBelow);
      }
    });
  };
}

/** Returns the text of a block, in which everything that is no text is `opaque`. */
function textOf(parent: Parents): string {
  return parent.children.map((node: Nodes) => textIn(node)).join('');
}

function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? textOf(node) : opaque;
}
