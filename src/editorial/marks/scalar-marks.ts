import { type Edit, shiftEdits, withEdits } from '../../lib/tracked-text.ts';
import type { ScalarProse } from '../front-matter-prose.ts';
import { sourceOffset } from '../markdown-prose.ts';
import { toFileEdits } from '../review-prose.ts';
import { markTexts } from '../rules.ts';
import type { MarkupObservation } from './find-marks.ts';

const tags = '(?:b|i|u|s|em|strong|br|p|span|font|div|small|sup|sub|a|center|mark)';
/** In the texts of front matter no markup is read: a pattern, and what readers should see if it has no group for it. */
const markup: readonly (readonly [RegExp, string])[] = [
  [/(?:\*\*|(?<![\p{L}\p{N}_])__)([^\s*_](?:[^*_\n]{0,200}[^\s*_])?)(?:\*\*|__(?![\p{L}\p{N}_]))/gu, ''],
  [/~~([^\s~](?:[^~\n]{0,200}[^\s~])?)~~/g, ''],
  [/!?\[([^\][\n]{0,300})\]\((?:https?:|mailto:|\/|#|www\.)[^()\s]{0,1000}\)/g, ''],
  [new RegExp(`</?${tags}(?:\\s[^<>\\n]{0,300})?/?>`, 'gi'), ''],
  [/&(?:nbsp|zwnj|[lr]lm)(?:;|(?![A-Za-z0-9;=]))/g, ' '],
];

/** Finds markup in a text of the front matter, which readers would see as typed: one observation for all of it. */
export function findScalarMarks(prose: ScalarProse): MarkupObservation[] {
  const found = markup.flatMap(([pattern, replacement]) =>
    [...prose.text.matchAll(pattern)].map(({ 0: typed, 1: words, index }) => ({
      start: index,
      end: index + typed.length,
      replacement: words ?? replacement,
    })),
  );
  const [first, ...others] = found.sort((a, b) => a.start - b.start);
  if (!first) return [];
  const apart = others.every(({ start }, index) => (found[index]?.end ?? 0) <= start) ? found : [first];
  const edits = toFileEdits(apart, prose);
  const [start = 0, end = 0] = [edits[0]?.start, edits.at(-1)?.end];
  const correction = { start, end, replacement: replaceIn(prose, apart) };
  const at = sourceOffset(prose, first.start);
  return [{ rule: 'visible-marks', at, message: markTexts.tag, isFixable: false, edits: [], correction, until: end }];
}

/** Returns what stands from the first to the last edit of a text after all of them. */
function replaceIn({ text }: ScalarProse, edits: readonly Edit[]): string {
  const [from, to] = [edits[0]?.start ?? 0, edits.at(-1)?.end ?? 0];
  return withEdits(text.slice(from, to), shiftEdits(edits, -from));
}
