import type { Nodes, Root } from 'hast';
import type { VFile } from 'vfile';
import { bidiOverrides } from '../lib/arabic/characters.ts';
import { messages } from './messages.ts';
import { contextOf, reportProblem } from './render-context.ts';
import type { BodyProblem, BodySource } from './types.ts';

const override = new RegExp(`[${bidiOverrides}]`);
/** U+202C ends an override; it goes with it. */
const overrides = new RegExp(`[${bidiOverrides}\\u202C]+`, 'g');

/** Reports bidi overrides, in code too: one problem per line, at the first of them. */
export function findBidiOverrides({ text, firstLine }: Pick<BodySource, 'text' | 'firstLine'>): BodyProblem[] {
  if (!override.test(text)) return [];
  return text.split(/\r?\n/).flatMap((line, index) => {
    const at = line.search(override);
    if (at === -1) return [];
    const suggestion = line.replace(overrides, '');
    return [{ line: firstLine + index, column: at + 1, message: messages.bidiOverride(), suggestion }];
  });
}

/** Reports the overrides that only exist after parsing, written as character references: `&#x202E;`. */
export function rehypeRefuseBidiOverrides() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    if (context.problems.some(({ message }) => message === messages.bidiOverride())) return;
    visit(tree, tree);

    /** `ancestor` is the nearest ancestor with a position; problems of nodes without a position are reported there. */
    function visit(node: Nodes, ancestor: Nodes): void {
      const positioned = node.position ? node : ancestor;
      if (visibleTexts(node).some((text) => override.test(text)))
        reportProblem(context, positioned, { message: messages.bidiOverride() });
      if ('children' in node) for (const child of node.children) visit(child, positioned);
    }
  };
}

function visibleTexts(node: Nodes): string[] {
  if (node.type === 'text') return [node.value];
  if (node.type !== 'element') return [];
  return [node.properties.alt, node.properties.title].filter((value) => typeof value === 'string');
}
