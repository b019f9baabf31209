import type { FootnoteDefinition, Root } from 'mdast';
import type { Options } from 'mdast-util-to-hast';
import type { Labels } from './labels.ts';
import { eachNode } from './walk.ts';

/** `[^١]` and `[^مصدر]` are numbered in the order of the text, so that ids are `fn-1`, `fn-2` … whatever the names. */
export function remarkFootnotes() {
  return (tree: Root): void => {
    const numbers = new Map<string, string>();
    const number = (identifier: string): string => {
      const known = numbers.get(identifier) ?? String(numbers.size + 1);
      numbers.set(identifier, known);
      return known;
    };
    const definitions: FootnoteDefinition[] = [];
    eachNode(tree, (node) => {
      if (node.type === 'footnoteReference') node.identifier = number(node.identifier);
      else if (node.type === 'footnoteDefinition') definitions.push(node);
    });
    for (const definition of definitions) definition.identifier = number(definition.identifier);
  };
}

/** What `remark-rehype` needs to write footnotes in Arabic. */
export function footnoteOptions({ footnotes, backToText }: Labels): Options {
  return {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabel: footnotes,
    footnoteLabelProperties: { className: ['footnotes-title'] },
    footnoteBackLabel: (footnote, occurrence) => backToText(footnote + 1, occurrence),
    footnoteBackContent: '↑',
  };
}
