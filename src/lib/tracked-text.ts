/** Puts `replacement` in the place of the UTF-16 units from `start` up to `end`; an insertion where the two are the same. */
export interface Edit {
  start: number;
  end: number;
  replacement: string;
}

/** A text under revision that knows of each of its UTF-16 units which unit of the original it stands for. */
export interface TrackedText {
  text: string;
  /** By unit: the index in the original, -1 for what was inserted. Undefined while nothing has changed. */
  origins?: readonly number[];
}

/** Applies edits that are in order and do not overlap. */
export function applyEdits(tracked: TrackedText, edits: readonly Edit[]): TrackedText {
  if (edits.length === 0) return tracked;
  const { text } = tracked;
  let edited = '';
  const origins: number[] = [];
  let at = 0;
  const keep = (end: number) => {
    edited += text.slice(at, end);
    for (; at < end; at += 1) origins.push(originOf(tracked, at));
  };
  for (const { start, end, replacement } of edits) {
    keep(start);
    const origin = start === end ? -1 : originOf(tracked, start);
    edited += replacement;
    for (let unit = 0; unit < replacement.length; unit += 1) origins.push(origin);
    at = end;
  }
  keep(text.length);
  return { text: edited, origins };
}

/** The index in the original of a unit, -1 where it was inserted. */
export function originOf({ origins }: TrackedText, index: number): number {
  return origins ? (origins[index] ?? -1) : index;
}

/**
 * The edits that lead from the original to the tracked text, in order. What was inserted beside a unit that was replaced is
 * an edit of its own, so that each can be placed by itself.
 */
export function findEdits(original: string, { text, origins }: TrackedText): Edit[] {
  if (!origins) return [];
  const edits: Edit[] = [];
  let reached = 0;
  for (let index = 0; index < text.length; ) {
    const origin = origins[index] ?? -1;
    let end = index + 1;
    while (end < text.length && origins[end] === origin) end += 1;
    const written = text.slice(index, end);
    if (origin === -1) edits.push({ start: reached, end: reached, replacement: written });
    else {
      if (origin > reached) edits.push({ start: reached, end: origin, replacement: '' });
      if (written !== original[origin]) edits.push({ start: origin, end: origin + 1, replacement: written });
      reached = origin + 1;
    }
    index = end;
  }
  if (reached < original.length) edits.push({ start: reached, end: original.length, replacement: '' });
  return edits;
}

/** The same edits of a text that begins elsewhere: `by` units later. */
export function shiftEdits(edits: readonly Edit[], by: number): Edit[] {
  return edits.map(({ start, end, replacement }) => ({ start: start + by, end: end + by, replacement }));
}

/** A text with edits applied to it, which are in order. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let edited = '';
  let at = 0;
  for (const { start, end, replacement } of edits) {
    edited += text.slice(at, start) + replacement;
    at = end;
  }
  return edited + text.slice(at);
}

/** The shortest edit that makes one text of another. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, replacement: after.slice(start, after.length - tail) };
}
