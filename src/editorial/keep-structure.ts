import { type Edit, withEdits } from '../lib/tracked-text.ts';
import { type BodyInFile, type ParsedBody, parseBodyInFile } from './body-source.ts';
import type { Observation } from './review-prose.ts';
import { skeletonOf } from './skeleton.ts';

/** Edits that are applied together or not at all. */
export interface Chunk {
  edits: Edit[];
  observations: Observation[];
}

/**
 * The characters that may be parsed to find the edits that change the structure: this many, or a long body this many
 * times. An edit that is still untried then is dropped.
 */
const mostParsed = { characters: 2_000_000, times: 8 };

/** Whether a list of chunks leaves the structure of the body as it was. */
type Keeps = (chunks: readonly Chunk[]) => boolean;

/**
 * Removes the edits that would change how Markdown parses the body: `1 .` at the beginning of a line would become the
 * list item `1.`.
 */
export function keepStructure(
  text: string,
  { start, format, parsed }: BodyInFile & { parsed: ParsedBody },
  chunks: readonly Chunk[],
): readonly Chunk[] {
  if (chunks.every(({ edits }) => edits.length === 0)) return chunks;
  const skeletons = parsed.tree.children.map(skeletonOf);
  let left = Math.max(mostParsed.characters, mostParsed.times * text.length);
  const skeletonsAfter = (kept: readonly Chunk[]): string[] => {
    left -= text.length;
    if (left < 0) return [];
    const edited = withEdits(text, inOrder(kept.flatMap(({ edits }) => edits)));
    return parseBodyInFile({ text: edited.slice(start), start, format })?.tree.children.map(skeletonOf) ?? [];
  };
  const keeps: Keeps = (kept) => isSame(skeletons, skeletonsAfter(kept));

  const after = skeletonsAfter(chunks);
  if (isSame(skeletons, after)) return chunks;
  const { suspects, others } = findSuspects(chunks, parsed, skeletons, after);
  return keeps(others) ? [...others, ...keepWhatWorks(suspects, others, keeps)] : keepWhatWorks(chunks, [], keeps);
}

function isSame(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((skeleton, index) => skeleton === after[index]);
}

/** Divides the chunks by whether they edit the blocks from the first to the last with another skeleton than before. */
function findSuspects(
  chunks: readonly Chunk[],
  { tree, locate }: ParsedBody,
  before: readonly string[],
  after: readonly string[],
): { suspects: Chunk[]; others: Chunk[] } {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first += 1;
  let tail = 0;
  while (tail < shorter - first && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const from = locate(tree.children[first]?.position?.start.offset ?? 0);
  const last = tree.children[Math.max(first, before.length - tail - 1)];
  const to = locate(last?.position?.end.offset ?? 0);
  const { suspects = [], others = [] } = Object.groupBy(chunks, ({ edits }) =>
    edits.some(({ start, end }) => start <= to && end >= from) ? 'suspects' : 'others',
  );
  return { suspects, others };
}

/** Removes the edits of the chunks that `keeps` rejects; finds these chunks by halving the list. */
function keepWhatWorks(chunks: readonly Chunk[], kept: readonly Chunk[], keeps: Keeps): readonly Chunk[] {
  if (chunks.length === 0 || keeps([...kept, ...chunks])) return chunks;
  if (chunks.length === 1) return chunks.map(withoutEdits);
  const middle = Math.ceil(chunks.length / 2);
  const first = keepWhatWorks(chunks.slice(0, middle), kept, keeps);
  return [...first, ...keepWhatWorks(chunks.slice(middle), [...kept, ...first], keeps)];
}

function withoutEdits({ observations }: Chunk): Chunk {
  return { edits: [], observations: observations.map((observation) => ({ ...observation, isFixable: false })) };
}

export function inOrder(edits: readonly Edit[]): Edit[] {
  return edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
