/** A word and how wide it is in type of size 1. */
export interface Word {
  text: string;
  width: number;
}

/** Widths in type of size 1. */
export interface Signs {
  space: number;
  ellipsis: number;
}

/** In pixels; `lineHeight` is a multiple of the size of type. */
export interface Room {
  width: number;
  height: number;
  lineHeight: number;
}

export interface SetText {
  lines: string[];
  /** In pixels. */
  size: number;
}

/**
 * Sets a text in the first of `sizes`, the largest first, in which it has room, in as few lines as it needs and those of like
 * lengths. Where it has room in none, it is cut between words, with an ellipsis; a word wider than the room makes the type
 * smaller than any of them.
 */
export function setText(words: readonly Word[], signs: Signs, room: Room, sizes: readonly number[]): SetText {
  const widest = Math.max(...words.map(({ width }) => width));
  const possible = sizes.filter((size) => size * widest <= room.width);
  for (const size of possible) {
    const lines = breakLines(words, signs.space, room.width / size);
    if (lines.length <= linesIn(room, size)) return { size, lines: write(balance(words, lines.length, signs.space)) };
  }
  const size = possible.at(-1) ?? Math.floor(room.width / widest);
  const lines = breakLines(words, signs.space, room.width / size);
  const most = linesIn(room, size);
  if (lines.length <= most) return { size, lines: write(lines) };
  const kept = lines.slice(0, most);
  const last = shorten(kept.pop() ?? [], signs, room.width / size);
  return { size, lines: [...write(kept), last] };
}

function linesIn({ height, lineHeight }: Room, size: number): number {
  return Math.max(1, Math.floor(height / (lineHeight * size)));
}

/** As many words in each line as its width takes, and at least one. */
export function breakLines(words: readonly Word[], space: number, width: number): Word[][] {
  const lines: Word[][] = [];
  let taken = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (taken + (space + word.width) > width) {
      lines.push([]);
      taken = -space;
    }
    lines.at(-1)?.push(word);
    taken += space + word.width;
  }
  return lines;
}

/** The lines of the least width in which there are no more than `count`. */
function balance(words: readonly Word[], count: number, space: number): Word[][] {
  const spans = words.flatMap((_, from) => {
    let width = -space;
    return words.slice(from).map((word) => {
      width += space + word.width;
      return width;
    });
  });
  const widths = [...new Set(spans)].sort((a, b) => a - b);
  let from = 0;
  let to = widths.length - 1;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (breakLines(words, space, widths[middle] ?? 0).length <= count) to = middle;
    else from = middle + 1;
  }
  return breakLines(words, space, widths[from] ?? Number.POSITIVE_INFINITY);
}

function shorten(line: readonly Word[], { space, ellipsis }: Signs, width: number): string {
  const fits = (words: readonly Word[]) =>
    words.reduce((sum, word) => sum + word.width + space, ellipsis - space) <= width;
  const kept = [...line];
  while (kept.length > 1 && !fits(kept)) kept.pop();
  return `${write([kept])}…`;
}

function write(lines: readonly (readonly Word[])[]): string[] {
  return lines.map((words) => words.map(({ text }) => text).join(' '));
}
