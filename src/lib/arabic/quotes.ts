import type { Edit } from '../tracked-text.ts';

/** Marks of one family close each other: a curly quotation may stand inside a straight one without ending it. */
const families = new Map([
  ['"', 'straight'],
  ['＂', 'straight'],
  ['“', 'curly'],
  ['”', 'curly'],
  ['„', 'curly'],
  ['‟', 'curly'],
  ['«', 'guillemet'],
  ['»', 'guillemet'],
  ['‹', 'single guillemet'],
  ['›', 'single guillemet'],
]);
const marks = /["＂“”„‟«»‹›]/g;
const toReplace = /["＂“”„‟]/;
const isDigit = /\p{Nd}/u;

export interface QuotationMarks {
  /** «…» for the outer quotation and ‹…› inside it, whatever marks the author used; none where the marks do not pair. */
  edits: Edit[];
  /** Indices of the marks that have no partner, when there are any. */
  unpaired: number[];
}

interface Mark {
  index: number;
  written: string;
  family: string;
}

/**
 * Pairs the quotation marks of a whole block. What a straight or curly mark does is told by the marks before it, never by
 * the letters around it: `و"النيابة"` opens after a clitic, and Arabic authors type ” and “ in either order.
 *
 * A straight mark right after a digit, with no quotation open, is the sign of inches and no quotation mark: `شاشة 12"`.
 * A block whose marks do not pair is left as it is, and so is one where a pair holds what stands between two quotations
 * («نعم" أو "لا»): a mark before it is missing.
 */
export function pairQuotationMarks(text: string): QuotationMarks {
  const open: Mark[] = [];
  const pairs: { opening: Mark; closing: Mark; depth: number }[] = [];
  const unpaired: number[] = [];
  for (const { 0: written, index } of text.matchAll(marks)) {
    const mark: Mark = { index, written, family: families.get(written) ?? '' };
    const last = open.at(-1);
    if (last?.family === mark.family && closes(mark, last)) {
      open.pop();
      pairs.push({ opening: last, closing: mark, depth: open.length });
    } else if (isInches(text, mark)) {
    } else if (written === '»' || written === '›') {
      unpaired.push(index);
    } else {
      open.push(mark);
    }
  }
  unpaired.push(
    ...open.map(({ index }) => index),
    ...pairs.filter((pair) => isInverted(text, pair)).map(({ opening }) => opening.index),
  );
  if (unpaired.length > 0) return { edits: [], unpaired: unpaired.sort((a, b) => a - b) };
  if (!toReplace.test(text)) return { edits: [], unpaired };
  const edits = pairs
    .flatMap(({ opening, closing, depth }) => {
      const [opens, closes] = depth % 2 === 0 ? ['«', '»'] : ['‹', '›'];
      return [edit(opening, opens), edit(closing, closes)];
    })
    .filter(({ start, replacement }) => text[start] !== replacement)
    .sort((a, b) => a.start - b.start);
  return { edits, unpaired };
}

function isInverted(text: string, { opening, closing }: { opening: Mark; closing: Mark }): boolean {
  if (!toReplace.test(opening.written)) return false;
  const before = text[opening.index - 1] ?? ' ';
  const after = text[closing.index + 1] ?? ' ';
  const opensLikeAnEnd = !isSpace(before) && isSpace(text[opening.index + 1] ?? ' ');
  const closesLikeABeginning =
    isSpace(text[closing.index - 1] ?? ' ') && !isSpace(after) && !/[\p{P}\p{S}]/u.test(after);
  return opensLikeAnEnd && closesLikeABeginning;
}

function isSpace(unit: string): boolean {
  return /\s/.test(unit);
}

function closes(mark: Mark, last: Mark): boolean {
  if (mark.family === 'guillemet') return last.written === '«' && mark.written === '»';
  if (mark.family === 'single guillemet') return last.written === '‹' && mark.written === '›';
  return true;
}

function isInches(text: string, { index, family }: Mark): boolean {
  return family === 'straight' && isDigit.test(text[index - 1] ?? '');
}

function edit({ index }: Mark, replacement = ''): Edit {
  return { start: index, end: index + 1, replacement };
}
