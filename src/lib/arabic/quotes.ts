import type { Edit } from '../tracked-text.ts';
import { endsInClitics } from './characters.ts';

/**
 * Families of quotation marks. Only a mark of the same family closes a quotation, so that it can contain one with marks
 * of another family: `"قال “نعم” ثم"`.
 */
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
/** Straight and curly marks. Each can open or close: Arabic authors type ” and “ in either order. */
const ambiguous = /["＂“”„‟]/;
const isDigit = /\p{Nd}/u;

export interface QuotationMarks {
  /**
   * Replace the author's marks with «…», and with ‹…› for a quotation inside another. Empty when some mark has no
   * partner.
   */
  edits: Edit[];
  /** Indices of the marks without a partner, in order. */
  unpaired: number[];
}

interface Mark {
  index: number;
  character: string;
  family: string;
}

/**
 * Pairs the quotation marks of one block: `قال: "نعم"` → `قال: «نعم»`, `"سمعت "الساعة أمانة" مرارا"` →
 * `«سمعت ‹الساعة أمانة› مرارا»`.
 *
 * - Whether a straight or curly mark opens or closes depends on the marks before it, not on the letters around it: in
 *   `و"النيابة"` the opening mark follows a letter, a clitic.
 * - A mark may open a quotation inside another of its own family only if all marks of the block then pair.
 * - Guillemets may be the wrong way round, since keyboards show them mirrored: `»نعم«` → `«نعم»`.
 * - A straight mark after a digit, while no quotation is open, is the inch sign: `شاشة 12"`.
 * - A pair of straight or curly marks without anything between, as in `""نص""`, counts as unpaired.
 * - A block with an unpaired mark is not changed. A pair that seems to enclose the text between two quotations counts
 *   as unpaired, as in `نعم" أو "لا`: there the first mark is missing.
 */
export function pairQuotationMarks(text: string): QuotationMarks {
  const found = [...text.matchAll(marks)].map(
    ({ 0: character, index }): Mark => ({ index, character, family: families.get(character) ?? '' }),
  );
  if (found.length === 0) return { edits: [], unpaired: [] };
  const nested = pair(text, found, (mark) => ambiguous.test(mark.character) && looksOpening(text, mark));
  const { pairs, unpaired } = nested.unpaired.length === 0 ? nested : pair(text, found, () => false);
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

/**
 * Pairs marks. `opensNested` decides about a mark that could close the open quotation: true if it opens a nested
 * quotation instead.
 */
function pair(text: string, marks: readonly Mark[], opensNested: (mark: Mark) => boolean): Pairing {
  const open: Mark[] = [];
  const pairs: Pairing['pairs'] = [];
  const unpaired: number[] = [];
  for (const mark of marks) {
    const last = open.at(-1);
    if (last?.family === mark.family && closes(mark, last) && !opensNested(mark)) {
      open.pop();
      pairs.push({ opening: last, closing: mark, depth: open.length });
    } else if (/[»›]/.test(mark.character) && !looksOpening(text, mark)) unpaired.push(mark.index);
    else if (!isInches(text, mark)) open.push(mark);
  }
  const doubtful = pairs.filter((found) => isInverted(text, found) || isEmpty(found)).map(({ opening }) => opening);
  unpaired.push(...[...open, ...doubtful].map(({ index }) => index));
  return { pairs, unpaired: unpaired.sort((a, b) => a - b) };
}

/** Whether a mark is after a space or clitic, and before a letter or digit: `"الاتفاق و"الملحق" ساريان"`. */
function looksOpening(text: string, { index }: Mark): boolean {
  const beginsWord = isSpace(text[index - 1] ?? ' ') || endsInClitics(text.slice(0, index));
  return beginsWord && /[\p{L}\p{N}]/u.test(text[index + 1] ?? ' ');
}

/** Whether a pair encloses the text between two quotations instead of a quotation, such as ` أو ` in `نعم" أو "لا`. */
function isInverted(text: string, { opening, closing }: { opening: Mark; closing: Mark }): boolean {
  if (!ambiguous.test(opening.character) || endsInClitics(text.slice(0, opening.index))) return false;
  const before = text[opening.index - 1] ?? ' ';
  const after = text[closing.index + 1] ?? ' ';
  const openingLooksClosing = !isSpace(before) && isSpace(text[opening.index + 1] ?? ' ');
  const closingLooksOpening =
    isSpace(text[closing.index - 1] ?? ' ') && !isSpace(after) && !/[\p{P}\p{S}]/u.test(after);
  return openingLooksClosing && closingLooksOpening;
}

function isEmpty({ opening, closing }: { opening: Mark; closing: Mark }): boolean {
  return ambiguous.test(opening.character) && closing.index === opening.index + 1;
}

function isSpace(unit: string): boolean {
  return /\s/.test(unit);
}

/**
 * Whether a mark can close the quotation that `last`, of the same family, has opened: a guillemet must be of the other
 * direction.
 */
function closes(mark: Mark, last: Mark): boolean {
  return ambiguous.test(mark.character) || mark.character !== last.character;
}

function isInches(text: string, { index, family }: Mark): boolean {
  return family === 'straight' && isDigit.test(text[index - 1] ?? '');
}

function edit({ index }: Mark, replacement = ''): Edit {
  return { start: index, end: index + 1, replacement };
}
