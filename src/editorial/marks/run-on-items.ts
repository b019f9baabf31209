import type { ListItem, Paragraph, Parents, Root } from 'mdast';
import { toLatinDigits } from '../../lib/arabic/digits.ts';
import type { Loss } from './loss.ts';

/** Finds lines that begin as an item does, and hold the next items too: `• أول • ثان`, `1. أول 2. ثان 3. ثالث`. */
export function findRunOnItems(tree: Root, source: string): Loss[] {
  return placesIn(tree, 0).flatMap(({ node: { position }, depth }): Loss[] => {
    let at = position?.start.offset ?? 0;
    return source
      .slice(at, position?.end.offset)
      .split('\n')
      .flatMap((line): Loss[] => {
        const lineStart = at;
        at += line.length + 1;
        const items = findLaterItems(line).map((item) => lineStart + item);
        // Deeper lines begin with markers.
        const edits = depth > 0 ? [] : items.map((end) => ({ start: end - 1, end, replacement: '\n' }));
        return items.length > 0 ? [{ kind: 'run-on-items', at: lineStart, edits, isCertain: false }] : [];
      });
  });
}

interface Place {
  node: ListItem | Paragraph;
  /** How many lists and quotations the node is in, without the list of an item. */
  depth: number;
}

/** Returns the paragraphs, and instead of the first in an item the item, which begins with the mark. */
function placesIn(parent: Parents, depth: number): Place[] {
  return parent.children.flatMap((node): Place[] => {
    if (node.type === 'paragraph') return [{ node, depth }];
    if (node.type === 'blockquote') return placesIn(node, depth + 1);
    if (node.type !== 'list') return [];
    return node.children.flatMap((item) => {
      const [first, ...rest] = item.children;
      const own =
        first?.type === 'paragraph' ? { ...item, children: [first], position: spanOf(item, first) } : undefined;
      return [
        ...(own ? [{ node: own, depth }] : []),
        ...placesIn({ ...item, children: own ? rest : item.children }, depth + 1),
      ];
    });
  });
}

function spanOf({ position }: ListItem, first: Paragraph): ListItem['position'] {
  return position && first.position && { start: position.start, end: first.position.end };
}

const bullet = /^[•●▪◦■](?=\s)/;
const number = /(?<=^|\s)\(?([\d٠-٩]{1,2})([.)-]|–)(?=\s*\p{L})/gu;

/** Returns where the items after the first begin in a line: after a bullet others, after 1 at least 2 and 3. */
function findLaterItems(line: string): number[] {
  const [sign] = bullet.exec(line) ?? [];
  if (sign !== undefined)
    return [...line.matchAll(/(?<=\s)[•●▪◦■](?=\s+\S)/g)].filter(([found]) => found === sign).map(({ index }) => index);
  if (!/^\(?[1١][.)–-]/.test(line)) return [];
  const [first, ...others] = line.matchAll(number);
  const next: number[] = [];
  for (const { 1: digits = '', 2: close, index } of others)
    if (close === first?.[2] && Number(toLatinDigits(digits)) === next.length + 2) next.push(index);
  return first?.index === 0 && next.length > 1 ? next : [];
}
