import type { ListItem, Paragraph, Root } from 'mdast';
import { toLatinDigits } from '../../lib/arabic/digits.ts';
import type { Loss } from './loss.ts';

/** Finds lines that begin as an item does, and hold the next items too: `• أول • ثان`, `1. أول 2. ثان 3. ثالث`. */
export function findRunOnItems({ children }: Root, source: string): Loss[] {
  return children
    .flatMap((node) => (node.type === 'list' ? node.children : node))
    .filter((node): node is ListItem | Paragraph => node.type === 'listItem' || node.type === 'paragraph')
    .flatMap(({ position }): Loss[] => {
      const start = position?.start.offset ?? 0;
      const lines = source.slice(start, position?.end.offset).split('\n');
      let at = start;
      return lines.flatMap((line): Loss[] => {
        const lineStart = at;
        at += line.length + 1;
        const edits = findLaterItems(line).map((item) => {
          const end = lineStart + item;
          return { start: end - 1, end, replacement: '\n' };
        });
        return edits.length > 0 ? [{ kind: 'run-on-items', at: lineStart, edits, isCertain: false }] : [];
      });
    });
}

const bullet = /^[•●▪◦■](?=\s)/;
const number = /(?<=^|\s)([\d٠-٩]{1,2})([.)]|[-–])(?=\s+\p{L})/gu;

/** Returns where the items after the first begin in a line: after a bullet others, after 1 at least 2 and 3. */
function findLaterItems(line: string): number[] {
  const [sign] = bullet.exec(line) ?? [];
  if (sign !== undefined)
    return [...line.matchAll(/(?<=\s)[•●▪◦■](?=\s+\S)/g)].filter(([found]) => found === sign).map(({ index }) => index);
  if (!/^[1١][.)–-]/.test(line)) return [];
  const [first, ...others] = line.matchAll(number);
  const next: number[] = [];
  for (const { 1: digits = '', 2: close, index } of others)
    if (close === first?.[2] && Number(toLatinDigits(digits)) === next.length + 2) next.push(index);
  return first?.index === 0 && next.length > 1 ? next : [];
}
