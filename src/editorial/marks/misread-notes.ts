import type { Definition, LinkReference, Nodes } from 'mdast';
import { joinInLines, type Loss } from './loss.ts';

/** Finds notes that Markdown reads as text or as links. */
export function findMisreadNotes(nodes: readonly Nodes[], source: string): Loss[] {
  return [...findEscapedNotes(nodes, source), ...nodes.flatMap((node) => findTurnedNote(node, source))];
}

const escaped = /\\\[\\?\^([\p{L}\p{M}\p{N}_-]{1,40})\\?\](:?)/gu;

/** `نص\[^1\]` with `\[^1\]: حاشية`, as Google Docs writes them; one without the other is written on purpose. */
function findEscapedNotes(nodes: readonly Nodes[], source: string): Loss[] {
  const found = nodes.flatMap((node) => {
    if (node.type !== 'text') return [];
    const from = node.position?.start.offset ?? 0;
    return [...source.slice(from, node.position?.end.offset).matchAll(escaped)].map(
      ({ 0: { length }, 1: label = '', 2: colon = '', index }) => {
        const start = from + index;
        const isDefinition = colon !== '' && (start === 0 || source.charAt(start - 1) === '\n');
        return { label, start, end: start + length - colon.length, isDefinition };
      },
    );
  });
  const labelsOf = (isDefinition: boolean) =>
    new Set(found.filter((note) => note.isDefinition === isDefinition).map(({ label }) => label));
  const [defined, referred] = [labelsOf(true), labelsOf(false)];
  const losses = found
    .filter(({ label }) => defined.has(label) && referred.has(label))
    .map(({ label, start, end }): Loss => {
      const edits = [{ start, end, replacement: `[^${label}]` }];
      return { kind: 'escaped-note', at: start, edits, isCertain: false };
    });
  return joinInLines(losses, source);
}

/** `نص[١^]` with `[١^]: حاشية` is a link to its first word. */
function findTurnedNote(node: Nodes, source: string): Loss[] {
  if (!isReadAsLink(node)) return [];
  const start = node.position?.start.offset ?? 0;
  const [, label] = /^\[([\p{L}\p{M}\p{N}_-]{1,40})\^\]/u.exec(source.slice(start, node.position?.end.offset)) ?? [];
  if (label === undefined) return [];
  const end = start + label.length + '[^]'.length;
  return [{ kind: 'turned-note', at: start, edits: [{ start, end, replacement: `[^${label}]` }], isCertain: false }];
}

function isReadAsLink(node: Nodes): node is Definition | LinkReference {
  return node.type === 'definition' || node.type === 'linkReference';
}
