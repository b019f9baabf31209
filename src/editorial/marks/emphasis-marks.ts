import { isArabicLetterOrMark } from '../../lib/arabic/characters.ts';
import { findProtectedSpans, maskSpans } from '../../lib/arabic/protected-spans.ts';
import { type FindMarks, instead, type Mark, type MarkedBlock, matchMarks } from './mark.ts';

/** Sequences of emphasis; a longer one is a line to fill in, or a censored word. */
const sequences: Readonly<Record<string, RegExp>> = {
  '**': /(?<!\*)\*{2,3}(?!\*)/g,
  __: /(?<!_)_{2,3}(?!_)/g,
  '~~': /(?<!~)~~(?!~)/g,
};
const latin = /[A-Za-z0-9_/.@-]/;

/** A sequence of emphasis in a text. */
interface Sequence {
  start: number;
  end: number;
  before: string;
  after: string;
}

/** Finds sequences of emphasis that neither open nor close anything, and the marks of other programs. */
export const findEmphasisMarks: FindMarks = (block) => {
  const text = maskSpans(block.typed, findProtectedSpans(block.typed));
  return [
    ...Object.entries(sequences).flatMap(([name, pattern]) => {
      const found = [...text.matchAll(pattern)].map(
        ({ 0: { length }, index }): Sequence => ({
          start: index,
          end: index + length,
          before: text.charAt(index - 1),
          after: text.charAt(index + length),
        }),
      );
      return pairUp(
        found.filter((sequence) => isEmphasis(sequence, name, text)),
        name,
        text,
        block,
      );
    }),
    ...matchMarks(text, 'emphasis', afterClitic, (match) => instead(match, `*${match[1]}*`)),
    ...matchMarks(text, 'emphasis', joint, (match) =>
      isInBold(match.index, block) ? instead(match, '', false) : undefined,
    ),
    ...findForeignMarks(text),
  ];
};

/** `و_خبر_`, whose first mark adjoins a letter */
const afterClitic =
  /(?<=(?:^|[\s([«"])[وفبلك])_([\u0620-\u065F](?:[^_\n\uFFFC]{0,300}[\u0620-\u065F])?)_(?![\p{L}\p{M}\p{N}_])/gmu;

/** `**أ****ب**`, two bold words as one; elsewhere four stars hide letters. */
const joint = /(?<=[\p{L}\p{M}])\*{4}(?=\p{L})/gu;

function isInBold(index: number, { pieces }: MarkedBlock): boolean {
  return pieces.some(({ start, end, depth }) => start <= index && index < end && depth > 0);
}

/** Whether a sequence can be meant as emphasis: not a power, a note in brackets, an identifier, or a censored word. */
function isEmphasis({ start, end, before, after }: Sequence, name: string, text: string): boolean {
  if (/[([（]/.test(before) && /[)\]）]/.test(after)) return false;
  if (latin.test(before) && latin.test(after)) return false;
  if (name === '__' && (latin.test(before) || latin.test(after))) return false;
  if (before === '\u0640' || after === '\u0640') return false;
  const near = (side: string) => /[\d٠-٩]/.test(side.trim().charAt(0));
  return !(near(text.slice(end, end + 3)) && near([...text.slice(Math.max(0, start - 3), start)].reverse().join('')));
}

/** Pairs each two sequences, and moves the spaces inside a pair out of it: `** نص **` → `**نص**`. */
function pairUp(found: readonly Sequence[], name: string, text: string, block: MarkedBlock): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const [first, second] = [found[at], found[at + 1]];
    if (!first) continue;
    const pair = second && found.length % 2 === 0 ? mendPair(first, second, name, text, block) : undefined;
    if (pair) at += 1;
    marks.push(pair ?? alone(first));
  }
  return marks;
}

/** A sequence without a partner is removed; between two spaces it may stand for something else, as in verse. */
function alone({ start, end, before, after }: Sequence): Mark {
  const edits = /\s/.test(before) && /\s/.test(after) ? [] : [{ start, end, replacement: '' }];
  return { kind: 'emphasis', start, end, edits, isCertain: false };
}

const opens = /^[\s([«‹"“'،؛:\uFFFC]?$/;
const closes = /^[\s)\]»›"”'،؛؟:.!…\uFFFC]?$/;
const clitic = /(?:^|[\s([«"،؛:])[وفبلك]$/;

function mendPair(first: Sequence, second: Sequence, name: string, text: string, block: MarkedBlock): Mark | undefined {
  const content = text.slice(first.end, second.start);
  const words = content.trim();
  if (
    !/\p{L}|\p{N}/u.test(words) ||
    words.length > 300 ||
    /[\n\uFFFC]/.test(content) ||
    !isInOnePiece(first, second, block)
  )
    return undefined;
  const [lead, tail] = [content.length - content.trimStart().length, content.length - content.trimEnd().length];
  const isOpening = opens.test(first.before) || clitic.test(text.slice(Math.max(0, first.start - 2), first.start));
  if (!isOpening || !(closes.test(second.after) || (tail === 0 && isArabicLetterOrMark(second.after))))
    return undefined;
  if (name !== '__' && lead + tail === 0) return undefined;
  const mark = '*'.repeat(first.end - first.start);
  return {
    kind: 'emphasis',
    start: first.start,
    end: second.end,
    edits:
      name === '__'
        ? [
            { start: first.start, end: first.end + lead, replacement: mark },
            { start: second.start - tail, end: second.end, replacement: mark },
          ]
        : [
            { start: first.end, end: first.end + lead, replacement: '' },
            { start: second.start - tail, end: second.start, replacement: '' },
          ],
    // Between spaces, dashes below the line are as likely a gap to fill in.
    isCertain: name !== '__' || lead + tail === 0,
  };
}

/** Whether no other markup lies between two sequences. */
function isInOnePiece(first: Sequence, second: Sequence, { pieces }: MarkedBlock): boolean {
  return pieces.some(({ start, end }) => start <= first.start && second.end <= end);
}

/** `~نص~` of WhatsApp, `||نص||` of Telegram, `==نص==` of Obsidian */
function findForeignMarks(text: string): Mark[] {
  // After a space, an opening mark, or a clitic: ب ف ك ل و
  const edges = String.raw`(?<![^\s(«"\u060C\u0628\u0641\u0643\u0644\u0648])`;
  const inside = String.raw`([^\s~|=\uFFFC](?:[^~|=\n\uFFFC]{0,300}[^\s~|=\uFFFC])?)`;
  const pattern = new RegExp(
    `${edges}(?:(?<!~)(~)${inside}~(?!~)|(\\|\\|)${inside}\\|\\||(==)${inside}==)(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return matchMarks(text, 'foreign-emphasis', pattern, (match) => {
    const [whole, strike, struck, , hidden, , highlighted] = match;
    if (!/[\u0620-\u064A]/.test(whole)) return undefined;
    const words = struck ?? hidden ?? highlighted ?? '';
    const replacement = strike ? `~~${words}~~` : hidden === undefined ? `**${words}**` : words;
    return {
      edits: [{ start: match.index, end: match.index + whole.length, replacement }],
      isCertain: strike !== undefined,
    };
  });
}
