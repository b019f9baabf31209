import type { Root as HastRoot } from 'hast';
import type { FootnoteDefinition, Root } from 'mdast';
import type { Options } from 'mdast-util-to-hast';
import type { VFile } from 'vfile';
import { formatDigits } from '../lib/arabic/digits.ts';
import { isElement } from './hast-nodes.ts';
import type { Labels } from './labels.ts';
import { eachElement, eachNode } from './walk-tree.ts';

declare module 'vfile' {
  interface DataMap {
    /** Whether all footnote labels are numbers in Arabic or Persian digits; if so, Arabic digits are shown too. */
    hasArabicFootnotes: boolean;
  }
}

/** Numbers footnotes (`[^١]`, `[^مصدر]`) in the order of the text, so that their ids are ASCII: `fn-1`, `fn-2`. */
export function remarkFootnotes() {
  return (tree: Root, file: VFile): void => {
    const numbers = new Map<string, string>();
    const numberOf = (identifier: string): string => {
      const number = numbers.get(identifier) ?? String(numbers.size + 1);
      numbers.set(identifier, number);
      return number;
    };
    const definitions: FootnoteDefinition[] = [];
    const labels: string[] = [];
    eachNode(tree, (node) => {
      if (node.type === 'footnoteReference') {
        labels.push(node.label ?? node.identifier);
        node.identifier = numberOf(node.identifier);
      } else if (node.type === 'footnoteDefinition') definitions.push(node);
    });
    for (const definition of definitions) definition.identifier = numberOf(definition.identifier);
    file.data.hasArabicFootnotes = labels.length > 0 && labels.every((label) => /^[٠-٩۰-۹]+$/.test(label));
  };
}

/** Writes footnote numbers in Arabic digits if the labels have them: in the text, the list and the links back. */
export function rehypeFootnoteDigits() {
  return (tree: HastRoot, file: VFile): void => {
    if (!file.data.hasArabicFootnotes) return;
    eachElement(tree, (node, _index, parent) => {
      const { properties, children } = node;
      const [number] = children;
      if (properties.dataFootnoteRef !== undefined && number?.type === 'text')
        number.value = formatDigits(number.value, 'arab');
      if (properties.dataFootnoteBackref !== undefined)
        properties.ariaLabel = formatDigits(String(properties.ariaLabel), 'arab');
      if (isElement(node, 'ol') && 'properties' in parent && parent.properties.dataFootnotes !== undefined)
        properties.dataDigits = 'arab';
    });
  };
}

/** Returns the options of `remark-rehype`: labelled footnotes, and raw HTML kept for rehype-raw to parse. */
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
