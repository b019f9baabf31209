import { bidiOverrides, invisible } from '../../lib/arabic/characters.ts';
import type { Edit } from '../../lib/tracked-text.ts';
import { type FindMarks, instead, type Mark, type MarkedBlock, matchMarks, mayBeVerse, unknown } from './mark.ts';

const hidden = `[${invisible}${bidiOverrides}]*`;
const spaces = '[\\u00A0\\u2000-\\u200A\\u202F\\u3000]';

/** A line of a block's text. */
interface Line {
  start: number;
  text: string;
}

/** Finds lines that begin like headings, tables, lists or tasks, and are not read as such. */
export const findLineMarks: FindMarks = (block) => {
  if (block.node.type !== 'paragraph') return [];
  if (mayBeVerse(block)) return findHeadings(block);
  return [
    ...findHeadings(block),
    ...findTables(block),
    ...matchMarks(block.typed, 'half-table', /^\+(?!\++$)[-=+]{3,300}\+$/gm, () => unknown).slice(0, 1),
    ...matchMarks(block.typed, 'separator', separator, (match) => instead(match, '---', false)),
    ...matchMarks(block.typed, 'heading-space', /^#{7,20}/gm, () => unknown),
    ...findColumns(block),
    ...findLists(block),
    ...matchMarks(block.typed, 'task', /^\[[ xX]?\](?=[ \u00A0]\S)/gm, (match) => ({
      edits: [
        { start: match.index, end: match.index + match[0].length, replacement: `- ${match[0].replace('[]', '[ ]')}` },
      ],
      isCertain: false,
    })),
  ];
};

/** `##عنوان` → `## عنوان`; one `#` before a word is a hashtag, but not with the wrong space. */
const heading = new RegExp(
  `^${hidden}(?:(#{2,6}|＃{1,6})(${spaces}*)|(#)(${spaces}+))(?=[\\p{L}\\p{M}\\p{N}«"(*])`,
  'gmu',
);

function findHeadings({ typed }: MarkedBlock): Mark[] {
  return matchMarks(typed, 'heading-space', heading, ({ 0: found, index, 1: many = '', 3: one = '' }) => {
    const start = index + found.search(/[#＃]/);
    const end = index + found.length;
    const lineEnd = typed.indexOf('\n', end);
    const line = typed.slice(end, lineEnd === -1 ? typed.length : lineEnd);
    const id = /\s{0,20}\{[ ]?[#.:][^{}\n]{1,200}\}\s{0,20}$/.exec(line);
    const edits = [{ start, end, replacement: `${(many + one).replaceAll('＃', '#')} ` }];
    if (id) edits.push({ start: end + id.index, end: end + line.length, replacement: '' });
    return { edits, isCertain: true };
  });
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { start, text: line };
    start += line.length + 1;
    return found;
  });
}

/** A paragraph of nothing but signs, as in `=====`. */
const separator = /^(?:={3,300}|\+{3,300}|[—–]{3,300}|\.{6,300})$/g;

const row = /^\s*\|.*\|\s*$/;
const dashes = /^[\s|:\-–—−\u0640]+$/;

/** A row after another without `|---|---|` between them; the row of dashes may be there with too few cells. */
function findTables(block: MarkedBlock): Mark[] {
  const lines = linesOf(block.typed);
  const first = lines.findIndex(({ text }) => row.test(text) && cellsOf(text).length > 1);
  const head = lines[first];
  if (!head) return [];
  const rest = lines.slice(first + 1);
  const ends = rest.findIndex(({ text }) => !row.test(text) && !(text.includes('|') && dashes.test(text)));
  const rows = ends === -1 ? rest : rest.slice(0, ends);
  const second = rows[0];
  const mark = { kind: 'half-table', start: head.start, end: head.start + head.text.length } as const;
  if (!second) return cellsOf(head.text).length > 1 && lines.length === 1 ? [{ ...mark, ...unknown }] : [];
  const count = cellsOf(head.text).length;
  const isDashed = dashes.test(second.text) && /[-–—−\u0640]/.test(second.text);
  // In a quotation or a list, a new line needs markers that the text of the block does not have.
  if ((block.isNested && !isDashed) || /\|\s*\|/.test(head.text)) return [{ ...mark, ...unknown }];
  const edit: Edit = isDashed
    ? { start: second.start, end: second.start + second.text.length, replacement: delimiterOf(second.text, count) }
    : { start: mark.end, end: mark.end, replacement: `\n${delimiterOf('', count)}` };
  const isCertain =
    !block.isNested &&
    first === 0 &&
    ends === -1 &&
    rows.every(({ text }) => isDashed || cellsOf(text).length === count);
  return [{ ...mark, edits: [edit], isCertain }];
}

/** Writes the row of dashes for a number of cells, aligned as in the row that was typed. */
function delimiterOf(typed: string, count: number): string {
  const cells = cellsOf(typed).map((cell) => cell.trim());
  const dashesFor = (cell = '') => `${cell.startsWith(':') ? ':' : ''}---${/.:$/.test(cell) ? ':' : ''}`;
  return `| ${Array.from({ length: count }, (_, at) => dashesFor(cells[at])).join(' | ')} |`;
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
}

/** A bullet, or a number or letter with its mark, as word processors put them before a tab. */
const listMark = /^\s*(?:[^\p{L}\p{N}\t]{1,2}|[o§Øüvq]|\(?(?:[\d٠-٩]{1,3}|\p{L})[.)\-–/])\s*\t/u;

/** In characters: a longer line that has no tab is prose. */
const longestCell = 40;

/** Whether lines lack a cell at most, as where a spreadsheet has an empty one at an edge, whose tab Markdown drops. */
function lackEdges(lines: readonly Line[], counts: readonly number[], count: number): boolean {
  const full = counts.filter((some) => some === count).length;
  return (
    (count > 2 || full > 1) &&
    lines.every(({ text }, at) => (counts[at] ?? 0) >= count - 1 && (text.includes('\t') || text.length <= longestCell))
  );
}

/** Cells parted by tabs, as a spreadsheet copies them. */
function findColumns({ typed, isNested }: MarkedBlock): Mark[] {
  const lines = linesOf(typed);
  const counts = lines.map(({ text }) => text.split('\t').length);
  const count = counts.reduce((most, some) => Math.max(most, some), 1);
  const isList = lines.every(({ text }) => listMark.test(text));
  if (isList || lines.length < 2 || count < 2 || /[|\uFFFC]/.test(typed)) return [];
  const mark = { kind: 'columns', start: 0, end: lines[0]?.text.length ?? 0 } as const;
  const isEven = counts.every((some) => some === count);
  if (!isEven && !lackEdges(lines, counts, count)) return [];
  if (isNested || !isEven) return [{ ...mark, ...unknown }];
  const edits = lines.flatMap(({ start, text }, index): Edit[] => [
    { start, end: start, replacement: '| ' },
    ...[...text.matchAll(/\t/g)].map((tab) => ({
      start: start + tab.index,
      end: start + tab.index + 1,
      replacement: ' | ',
    })),
    {
      start: start + text.length,
      end: start + text.length,
      replacement: index === 0 ? ` |\n|${' --- |'.repeat(count)}` : ' |',
    },
  ]);
  return [{ ...mark, edits, isCertain: true }];
}

/** What begins an item for a reader: a bullet, a dash or a number without its space, a letter with a bracket. */
const bullet = /^[•●▪■◦○◾◼‣⁃∙➢➤✓✔❖►▶◆♦★☆✦❑❒]\uFE0F?\s*(?=\S)/u;
const picture = /^\p{Extended_Pictographic}\uFE0F?[ \u00A0]?(?=\p{L})/u;
const items: readonly RegExp[] = [
  bullet,
  /^[·§o\uF0A7\uF0B7\uF0D8\uF0FC]\s{1,10}(?=[\u0620-\u064A])/u,
  /^[–—][ \u00A0](?=\S)/,
  /^\([\d٠-٩]{1,2}\)[ \u00A0]?(?=\S)/,
  /^[-–—](?=[\p{L}\p{M}«"(*])/u,
  /^[-*+]\u00A0/,
  /^[*+](?=\p{L})/u,
  picture,
  /^\u0640[ \u00A0](?=\S)/,
  /^\[[\d٠-٩]{1,2}\][ \u00A0]?(?=\S)/,
  /^[\d٠-٩]{1,2}[.)\-–](?=[\p{L}\p{M}«"(*\u00A0])/u,
  // `1 - 0` is a score.
  /^[\d٠-٩]{1,2}[ ]?[-–][ \u00A0](?![\d٠-٩])/,
  // «د. سالم» has a title.
  /^(?:\((?:[أابتثجحخدهوزطيكلمنسعفصقرشضظغ]|[a-z])[.)\-–]|[أابتثجحخدهوزطيكلمنسعفصقرشضظغa-z][)\-–])(?!\p{L}+[.)])[ \u00A0]?(?=\S)/u,
];

/** Numbers with a full stop and a space begin a list only after an empty line, except 1. */
const laterNumber = /^[\d٠-٩]{1,4}[.)][ ](?=\S)/;

/** Items of a list that run together in one paragraph, two or more at the beginnings of lines. */
function findLists({ typed, pieces }: MarkedBlock): Mark[] {
  const isInEmphasis = (at: number) => pieces.some(({ start, end, depth }) => depth > 0 && start <= at && at < end);
  const lines = linesOf(typed);
  if (lines.length < 2) return [];
  for (const item of [...items, laterNumber]) {
    const found = lines.flatMap(({ start, text }) => {
      const [typed] = item.exec(text) ?? [];
      return typed === undefined ? [] : [{ start, end: start + typed.length, typed }];
    });
    const [first] = found;
    const isList =
      item === bullet ? found.some(({ start }) => start > 0) : found.length > 1 && found.length * 2 >= lines.length;
    if (first && isList)
      return [
        {
          kind: 'list',
          start: first.start,
          end: first.end,
          // `**- نص**` is no item, and the right number in a wrong place stays as it is.
          edits: item === laterNumber || found.some(({ start }) => isInEmphasis(start)) ? [] : found.map(asItem),
          isCertain: false,
        },
      ];
  }
  return [];
}

/** Writes the mark of an item as Markdown reads it; a letter or a picture is kept behind it. */
function asItem({ start, end, typed }: { start: number; end: number; typed: string }): Edit {
  const isBullet = bullet.test(`${typed}.`);
  if (!isBullet && /\p{L}[.)\-–]|\p{Extended_Pictographic}/u.test(typed))
    return { start, end: start, replacement: '- ' };
  const [number] = /[\d٠-٩]+/.exec(typed) ?? [];
  return { start, end, replacement: number === undefined ? '- ' : `${number}. ` };
}
