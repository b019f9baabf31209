/** `width` is in ems: the width at a font size of 1. */
export interface Word {
  text: string;
  width: number;
}

/** Widths in ems. */
interface GlyphWidths {
  space: number;
  ellipsis: number;
}

/** The box that a text must fit in, in pixels; `lineHeight` is a multiple of the font size. */
export interface Room {
  width: number;
  height: number;
  lineHeight: number;
}

/** A text broken into lines. */
export interface SetText {
  lines: string[];
  /** Font size in pixels. */
  size: number;
}

/**
 * Fits a text into a box: at the first of `sizes` (the largest first) at which it fits, in as few lines as possible, of
 * similar widths. A text that fits at no size is cut between words, with an ellipsis. A word wider than the box makes
 * the font smaller than the smallest size.
 */
export function setText(words: readonly Word[], glyphs: GlyphWidths, room: Room, sizes: readonly number[]): SetText {
  const widest = Math.max(...words.map(({ width }) => width));
  const possible = sizes.filter((size) => size * widest <= room.width);
  for (const size of possible) {
    const lines = breakLines(words, glyphs.space, room.width / size);
    if (lines.length <= maxLines(room, size)) return { size, lines: join(balance(words, lines.length, glyphs.space)) };
  }
  const size = possible.at(-1) ?? Math.floor(room.width / widest);
  const lines = breakLines(words, glyphs.space, room.width / size);
  const count = maxLines(room, size);
  if (lines.length <= count) return { size, lines: join(lines) };
  const kept = lines.slice(0, count);
  const last = shorten(kept.pop() ?? [], glyphs, room.width / size);
  return { size, lines: [...join(kept), last] };
}

function maxLines({ height, lineHeight }: Room, size: number): number {
  return Math.max(1, Math.floor(height / (lineHeight * size)));
}

/** Breaks lines greedily: each line gets as many words as fit, at least one. All widths are in ems. */
export function breakLines(words: readonly Word[], space: number, width: number): Word[][] {
  const lines: Word[][] = [];
  let lineWidth = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (lineWidth + (space + word.width) > width) {
      lines.push([]);
      lineWidth = -space;
    }
    lines.at(-1)?.push(word);
    lineWidth += space + word.width;
  }
  return lines;
}

/** Breaks lines at the smallest width that results in no more than `count` of them, which makes them similarly long. */
function balance(words: readonly Word[], count: number, space: number): Word[][] {
  const possibleWidths = words.flatMap((_, from) => {
    let width = -space;
    return words.slice(from).map((word) => {
      width += space + word.width;
      return width;
    });
  });
  const widths = [...new Set(possibleWidths)].sort((a, b) => a - b);
  let from = 0;
  let to = widths.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (breakLines(words, space, widths[middle] ?? 0).length <= count) to = middle;
    else from = middle + 1;
  }
  return breakLines(words, space, widths[from] ?? Number.POSITIVE_INFINITY);
}

/** Drops words from the end of a line until it fits with an ellipsis. */
function shorten(line: readonly Word[], { space, ellipsis }: GlyphWidths, width: number): string {
  const fits = (words: readonly Word[]) =>
    words.reduce((sum, word) => sum + word.width + space, ellipsis - space) <= width;
  const kept = [...line];
  while (kept.length > 1 && !fits(kept)) kept.pop();
  return `${join([kept])}…`;
}

function join(lines: readonly (readonly Word[])[]): string[] {
  return lines.map((words) => words.map(({ text }) => text).join(' '));
}
