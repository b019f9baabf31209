/** Replaces the UTF-16 code units from `start` up to, not including, `end`. An insertion if both are the same. */
export interface Edit {
  start: number;
  end: number;
  replacement: string;
}

/** An edited text that maps each of its UTF-16 code units back to the original, like a source map. */
export interface TrackedText {
  text: string;
  /** The original index of each code unit, -1 for inserted ones. Undefined while nothing has changed. */
  origins?: readonly number[];
}

/** Applies edits to a tracked text. They must be in order and not overlap. */
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

/** Returns the original index of a code unit, or -1 if it was inserted. */
export function originOf({ origins }: TrackedText, index: number): number {
  return origins ? (origins[index] ?? -1) : index;
}

/** Returns the original index of a code unit; for an inserted one, that of the nearest original unit before it. */
export function originBefore(tracked: TrackedText, index: number): number {
  for (let at = Math.min(index, tracked.text.length - 1); at >= 0; at -= 1) {
    const origin = originOf(tracked, at);
    if (origin !== -1) return origin;
  }
  return 0;
}

/**
 * Returns the edits that turn the original into the tracked text, in order. A replacement and an insertion beside it
 * are separate edits, so that `placeEdits` can put them into different pieces.
 */
export function findEdits(original: string, { text, origins }: TrackedText): Edit[] {
  if (!origins) return [];
  const edits: Edit[] = [];
  let reached = 0;
  for (let index = 0; index < text.length; ) {
    const origin = origins[index] ?? -1;
    let end = index + 1;
    while (end < text.length && origins[end] === origin) end += 1;
    const current = text.slice(index, end);
    if (origin === -1) edits.push({ start: reached, end: reached, replacement: current });
    else {
      if (origin > reached) edits.push({ start: reached, end: origin, replacement: '' });
      if (current !== original[origin]) edits.push({ start: origin, end: origin + 1, replacement: current });
      reached = origin + 1;
    }
    index = end;
  }
  if (reached < original.length) edits.push({ start: reached, end: original.length, replacement: '' });
  return edits;
}

/** Moves edits by a number of code units, for a text that begins elsewhere. */
export function shiftEdits(edits: readonly Edit[], by: number): Edit[] {
  return edits.map(({ start, end, replacement }) => ({ start: start + by, end: end + by, replacement }));
}

/** Applies edits to a plain text. They must be in order and not overlap. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  let edited = '';
  let at = 0;
  for (const { start, end, replacement } of edits) {
    edited += text.slice(at, start) + replacement;
    at = end;
  }
  return edited + text.slice(at);
}

/** Finds the shortest single edit that turns one text into another. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: before.length - tail, replacement: after.slice(start, after.length - tail) };
}
