import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { reviseText, typeset } from '../lib/arabic/typography.ts';
import type { TypographyRule } from '../lib/arabic/typography-rules.ts';
import { rulesForVerse } from '../lib/arabic/verse.ts';
import { type PlacedEdit, placeEdits } from '../lib/text-pieces.ts';
import { withEdits } from '../lib/tracked-text.ts';
import { type Content, isComponent } from './hast-nodes.ts';
import {
  findProseBlocks,
  type ProsePiece,
  readTextAttributes,
  textAttributesAfter,
  textAttributesBefore,
} from './prose-blocks.ts';
import { contextOf } from './render-context.ts';

/** Applies the typography rules to whole blocks, since a quotation can begin in bold text and end outside it. */
export function rehypeTypesetting() {
  return (tree: Root, file: VFile): void => {
    const { typographyRules } = contextOf(file);
    if (typographyRules.length === 0) return;
    const verseRules = rulesForVerse(typographyRules);
    for (const { text, pieces, isVerse } of findProseBlocks(tree)) {
      const { edits } = reviseText(text, isVerse ? verseRules : typographyRules);
      if (edits.length > 0) applyToTextNodes(placeEdits(edits, pieces));
    }
    typesetAttributes(tree, typographyRules);
  };
}

function applyToTextNodes(placed: readonly PlacedEdit<ProsePiece>[]): void {
  for (const [piece, pieceEdits] of Map.groupBy(placed, ({ piece }) => piece)) {
    piece.node.value = withEdits(
      piece.node.value,
      pieceEdits.map(({ edit }) => edit),
    );
  }
}

/** Applies the rules to the text attributes of components, and to `alt` and `title` of elements. */
function typesetAttributes(node: Root | Content, rules: readonly TypographyRule[]): void {
  if (isComponent(node)) {
    for (const attribute of readTextAttributes(node, [...textAttributesBefore, ...textAttributesAfter]))
      attribute.value = typeset(attribute.value, rules);
  } else if (node.type === 'element') {
    for (const name of ['alt', 'title']) {
      const value = node.properties[name];
      if (typeof value === 'string') node.properties[name] = typeset(value, rules);
    }
  }
  if ('children' in node) for (const child of node.children) typesetAttributes(child as Content, rules);
}
