/** The marks of lists as Arabs type them at the beginning of lines: `١-`, `(1)`, «أ-», «•». */
import { bidiOverrides, invisible, letters } from './characters.ts';
import { toLatinDigits } from './digits.ts';

export interface ListMark {
  /** The lines of one list have marks of one kind, such as «number -». */
  kind: string;
  /** How the list shows it: numbers and bullets are drawn, the other marks are shown as they were typed. */
  shownAs: 'number' | 'bullet' | 'typed';
  /** As typed, without invisible characters: «(١)», «أ-», «✔». */
  typed: string;
  /** The digits or the letter alone; in UTF-16 units of the line. */
  label: { start: number; end: number };
  /** The place after the mark and the space behind it, and the length of that space. */
  contentStart: number;
  gapLength: number;
  /** Says which marks can come next in the same list. */
  order: Order;
}

type Order =
  | { by: 'number'; number: number; isSure: boolean }
  | { by: 'letter'; letter: string; isSure: boolean }
  | { by: 'sign'; isSure: boolean }
  | { by: 'dash' };

const unseen = `[${invisible}${bidiOverrides}]`;
const dash = '[-\\u2010-\\u2015\\u2212]';
const space = '[ \\t\\u00A0\\u2000-\\u200A\\u202F\\u3000]';
const digit = '[0-9٠-٩۰-۹]';
const start = `^${unseen}*`;
/** What stands between a mark and its text. */
const gap = `(?<gap>(?:${space}|${unseen})*)`;

const bracketed = new RegExp(`${start}\\((?<label>${digit}{1,9}|[${letters}]\\u0640?)\\)(?<close>${dash}?)${gap}`);
const numbered = new RegExp(
  `${start}(?<label>${digit}{1,9})${unseen}*(?<close> ?(?:${dash}{1,2}|\\u0640{1,3})|[.)]${dash}?|${dash}[.)]|[/_])${gap}`,
);
const keycap = new RegExp(`${start}(?<label>[0-9])(?<close>\\uFE0F?\\u20E3)${gap}`);
const lettered = new RegExp(`${start}(?<label>[${letters}])\\u0640?(?<close> ?${dash}|\\u0640|[.)]${dash}?|/)${gap}`);
const dashed = new RegExp(`${start}(?<close>${dash})${gap}`);
/** Bullets, those among them that Word keeps in its fonts for symbols. */
const bulleted = new RegExp(
  `${start}(?<label>[•●▪◦‣⁃∙⦁■·\\uF0B7\\uF0A7\\uF0D8\\uF0FC\\uF076\\uF06E])\\uFE0F?(?<close>)${gap}`,
);
/** What remains of Word's bullets when their font is lost: «o», «§» and the like, mostly before a tab. */
const fontless = new RegExp(`${start}(?<label>[o§Øüvq])(?<close>)(?<gap>${space}(?:${space}|${unseen})*)`);
const signed = new RegExp(
  `${start}(?<label>(?:[→⇒➔➜➡►▶▸▹▷◄◀□▫○◆◇◊★☆✦✧❖☐☑☒✓✔✗✘]|\\p{Extended_Pictographic})\\p{Emoji_Modifier}?\\uFE0F?)(?<close>)${gap}`,
  'u',
);

/** The beginning of Arabic text, perhaps in brackets, quotation marks or the marks of emphasis. */
const text = new RegExp(`^[*_~«"“”(\\[]{0,4}[${letters}]`);
const noText = /^[^\p{L}\p{N}]*$/u;
const endOfSpeech = /[.!?؟…:"»”]\s*$/;
const everyDash = new RegExp(dash, 'g');
const everyUnseen = new RegExp(unseen, 'g');

/** The order of letters in numerals, and that of the alphabet. */
const letterOrders = ['أبجدهوزحطيكلمنسعفصقرشتثخذضظغ', 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'];

/** Reads the mark that a line, or the rest of one, begins with; undefined if it begins with none, or nothing follows it. */
export function readListMark(line: string): ListMark | undefined {
  const mark =
    readBracketed(line) ??
    readNumber(line) ??
    readLetter(line) ??
    readBullet(line) ??
    readWordBullet(line) ??
    readSign(line) ??
    readDash(line);
  return mark === undefined || line.slice(mark.contentStart).trim() === '' ? undefined : mark;
}

type Groups = { label?: string; close?: string; gap?: string };

function toMark(
  found: RegExpExecArray,
  { kind, shownAs, order }: Pick<ListMark, 'kind' | 'shownAs' | 'order'>,
): ListMark {
  const { label = '', gap: behind = '' } = found.groups as Groups;
  const written = found[0].slice(0, found[0].length - behind.length);
  const labelStart = label === '' ? 0 : written.indexOf(label);
  return {
    kind,
    shownAs,
    typed: written.replaceAll(everyUnseen, ''),
    label: { start: labelStart, end: labelStart + label.length },
    contentStart: found[0].length,
    gapLength: behind.length,
    order,
  };
}

function readBracketed(line: string): ListMark | undefined {
  const found = bracketed.exec(line);
  if (found === null) return undefined;
  const { label = '' } = found.groups as Groups;
  if (/^\p{Nd}/u.test(label)) {
    const order: Order = { by: 'number', number: Number(toLatinDigits(label)), isSure: isText(line, found) };
    return toMark(found, { kind: 'number ()', shownAs: 'number', order });
  }
  const order: Order = { by: 'letter', letter: plainLetter(label), isSure: true };
  return toMark(found, { kind: 'letter ()', shownAs: 'typed', order });
}

function readNumber(line: string): ListMark | undefined {
  const found = numbered.exec(line) ?? keycap.exec(line);
  if (found === null) return undefined;
  const { label = '', close = '', gap: behind = '' } = found.groups as Groups;
  // `3-2`, `12-5-2026`, `1.5`, `1/2`, `3 - 2` are scores, dates and fractions.
  const isFollowedByDigit = /^\p{Nd}/u.test(line.slice(found[0].length));
  if (isFollowedByDigit && (behind === '' || close.startsWith(' '))) return undefined;
  if (behind === '' && !isText(line, found)) return undefined;
  const order: Order = { by: 'number', number: Number(toLatinDigits(label)), isSure: !isFollowedByDigit };
  const isKeycap = close.includes('\u20E3');
  return toMark(found, { kind: `number ${withoutShape(close)}`, shownAs: isKeycap ? 'typed' : 'number', order });
}

function readLetter(line: string): ListMark | undefined {
  const found = lettered.exec(line);
  if (found === null) return undefined;
  const { label = '', close = '', gap: behind = '' } = found.groups as Groups;
  const isWord = close === '\u0640' && behind === '';
  if (isWord || (behind === '' && !isText(line, found))) return undefined;
  // «أ. محمد» is a title or an initial, «بـ 5 جنيهات» a preposition.
  const order: Order = { by: 'letter', letter: plainLetter(label), isSure: !/[.\u0640]/.test(close) };
  return toMark(found, { kind: `letter ${withoutShape(close)}`, shownAs: 'typed', order });
}

function readBullet(line: string): ListMark | undefined {
  const found = bulleted.exec(line);
  if (found === null || noText.test(line.slice(found[0].length))) return undefined;
  const { label = '', gap: behind = '' } = found.groups as Groups;
  if (label === '·' && behind === '') return undefined;
  return toMark(found, { kind: `bullet ${label}`, shownAs: 'bullet', order: { by: 'sign', isSure: true } });
}

function readWordBullet(line: string): ListMark | undefined {
  const found = fontless.exec(line);
  if (found === null || !isText(line, found)) return undefined;
  const { label = '', gap: behind = '' } = found.groups as Groups;
  const order: Order = { by: 'sign', isSure: /\t|..../.test(behind) };
  return toMark(found, { kind: `bullet ${label}`, shownAs: 'bullet', order });
}

function readSign(line: string): ListMark | undefined {
  const found = signed.exec(line);
  if (found === null || noText.test(line.slice(found[0].length))) return undefined;
  const { label = '' } = found.groups as Groups;
  return toMark(found, { kind: `sign ${label}`, shownAs: 'typed', order: { by: 'sign', isSure: false } });
}

/** A dash before a letter. One that ends as speech does may begin a line of a dialogue. */
function readDash(line: string): ListMark | undefined {
  const found = dashed.exec(line);
  if (found === null || !isText(line, found) || endOfSpeech.test(line.slice(-40))) return undefined;
  const { close = '' } = found.groups as Groups;
  return toMark(found, { kind: `dash ${close}`, shownAs: close === '-' ? 'bullet' : 'typed', order: { by: 'dash' } });
}

/** Whether Arabic text follows a mark. */
function isText(line: string, found: RegExpExecArray): boolean {
  return text.test(line.slice(found[0].length, found[0].length + 8));
}

function withoutShape(close: string): string {
  return close
    .replaceAll(everyDash, '-')
    .replace(/\u0640+/, 'ـ')
    .trim();
}

function plainLetter(label: string): string {
  return label.charAt(0).replace(/[اإآ]/, 'أ').replace('ى', 'ي');
}

/** Whether a mark is the one after another in a list: ٢ after ١, ب after أ. */
export function follows(mark: ListMark, before: ListMark): boolean {
  if (mark.kind !== before.kind) return false;
  const [previous, next] = [before.order, mark.order];
  if (previous.by === 'number' && next.by === 'number') return next.number === previous.number + 1;
  if (previous.by === 'letter' && next.by === 'letter')
    return letterOrders.some((letters) => {
      const at = letters.indexOf(previous.letter);
      return at !== -1 && letters[at + 1] === next.letter;
    });
  return true;
}
