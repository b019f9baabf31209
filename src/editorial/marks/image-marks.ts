import type { Link, Nodes, Paragraph } from 'mdast';
import type { Loss } from './loss.ts';

const picture = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** Finds images that are links beside a `!`: `! [وصف](a.png)` and `[وصف](a.png)!` in a line of their own. */
export function findImageMarks(nodes: readonly Nodes[], source: string): Loss[] {
  return nodes
    .filter((node) => node.type === 'paragraph')
    .flatMap((paragraph) =>
      paragraph.children.flatMap((node, index) =>
        node.type === 'link' ? readLink(paragraph, node, index, source) : [],
      ),
    );
}

function readLink({ children }: Paragraph, node: Link, index: number, source: string): Loss[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  if (!picture.test(node.url) || source.charAt(start) !== '[') return [];
  const [before, after] = [children[index - 1], children[index + 1]];
  const [, gap] = (before?.type === 'text' && /(?:^|\n)!([ \t]{1,20})$/.exec(before.value)) || [];
  if (gap !== undefined) {
    const from = source.lastIndexOf('!', start);
    return [
      { kind: 'split-image', at: from, edits: [{ start: from + 1, end: start, replacement: '' }], isCertain: true },
    ];
  }
  const isAlone = children.length === 2 && after?.type === 'text' && after.value === '!';
  if (!isAlone) return [];
  const edits = [
    { start, end: start, replacement: '!' },
    { start: end, end: end + 1, replacement: '' },
  ];
  return [{ kind: 'split-image', at: start, edits, isCertain: true }];
}
