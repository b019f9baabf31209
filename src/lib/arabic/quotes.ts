import type { Edit } from '../tracked-text.ts';
import { endsInClitics } from './characters.ts';

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
 * Only where it makes all marks pair does a mark after a space open a quotation inside one of its own kind.
 *
 * Guillemets may stand the wrong way round (`»نعم«`), as they look on a keyboard from left to right.
 *
 * A straight mark right after a digit, with no quotation open, is the sign of inches and no quotation mark: `شاشة 12"`.
 * A block whose marks do not pair is left as it is, and so is one where a pair holds what stands between two quotations
 * («نعم" أو "لا»): a mark before it is missing.
 */
export function pairQuotationMarks(text: string): QuotationMarks {
  const written = [...text.matchAll(marks)].map(
    ({ 0: mark, index }): Mark => ({ index, written: mark, family: families.get(mark) ?? '' }),
  );
  if (written.length === 0) return { edits: [], unpaired: [] };
  const nested = pair(text, written, (mark) => toReplace.test(mark.written) && looksOpening(text, mark));
  const { pairs, unpaired } = nested.unpaired.length === 0 ? nested : pair(text, written, () => false);
  if (unpaired.length > 0) return { edits: [], unpaired };
  const edits = pairs
    .filter(({ opening }) => opening.family !== 'single guillemet')
    .flatMap(({ opening, closing, depth }) => {
      const [opens, closes] = depth % 2 === 0 ? ['«', '»'] : ['‹', '›'];
      return [edit(opening, opens), edit(closing, closes)];
    })
    .filter(({ start, replacement }) => text[start] !== replacement)
    .sort((a, b) => a.start - b.start);
  return { edits, unpaired };
}

interface Pairing {
  pairs: { opening: Mark; closing: Mark; depth: number }[];
  unpaired: number[];
}

/** `opensWithin` says of a mark that could close the one before it that it opens another inside it. */
function pair(text: string, written: readonly Mark[], opensWithin: (mark: Mark) => boolean): Pairing {
  const open: Mark[] = [];
  const pairs: Pairing['pairs'] = [];
  const unpaired: number[] = [];
  for (const mark of written) {
    const last = open.at(-1);
    if (last?.family === mark.family && closes(mark, last) && !opensWithin(mark)) {
      open.pop();
      pairs.push({ opening: last, closing: mark, depth: open.length });
    } else if (/[»›]/.test(mark.written) && !looksOpening(text, mark)) unpaired.push(mark.index);
    else if (!isInches(text, mark)) open.push(mark);
  }
  const inverted = pairs.filter((found) => isInverted(text, found)).map(({ opening }) => opening);
  unpaired.push(...[...open, ...inverted].map(({ index }) => index));
  return { pairs, unpaired: unpaired.sort((a, b) => a - b) };
}

/** After a space or a clitic, and before a letter: `"سمعت "الساعة أمانة" مرارًا"`, `"الاتفاق و"الملحق" ساريان"`. */
function looksOpening(text: string, { index }: Mark): boolean {
  const isFree = isSpace(text[index - 1] ?? ' ') || endsInClitics(text.slice(0, index));
  return isFree && /[\p{L}\p{N}]/u.test(text[index + 1] ?? ' ');
}

function isInverted(text: string, { opening, closing }: { opening: Mark; closing: Mark }): boolean {
  if (!toReplace.test(opening.written) || endsInClitics(text.slice(0, opening.index))) return false;
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
  return toReplace.test(mark.written) || mark.written !== last.written;
}

function isInches(text: string, { index, family }: Mark): boolean {
  return family === 'straight' && isDigit.test(text[index - 1] ?? '');
}

function edit({ index }: Mark, replacement = ''): Edit {
  return { start: index, end: index + 1, replacement };
}
