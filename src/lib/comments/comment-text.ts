import { addressStops } from '../arabic/characters.ts';

/**
 * Soft hyphen, marks without width, embeddings, overrides, isolates, annotations, tags and variation selectors beyond those
 * of emoji: text of strangers can hide or reorder what readers see with them. ZWNJ and ZWJ stay: they shape Persian, Urdu
 * and emoji.
 */
const concealing = /\p{Bidi_Control}|[\uFFF9-\uFFFC]|(?!\u200C|\u200D|\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}/gu;
/** Control characters other than tab and line feed. */
const control = /(?![\t\n])\p{Cc}/gu;
const loneSurrogate = /\p{Cs}/gu;
/** No script stacks as many signs on a letter; more of them cover the lines above and below. */
const stackedMarks = /(\p{M}{5})\p{M}+/gu;

/**
 * No word has as many letters that join. Of 100,000 of them Chromium 153 looks for half a minute where to break the line, and
 * of 20,000 for two seconds, because each attempt shapes the rest of the word again.
 */
const endlessWord =
  /([\p{Script=Arabic}\p{Script=Inherited}\u0640]{200})(?=[\p{Script=Arabic}\p{Script=Inherited}\u0640])/gu;

/** A comment as plain text: NFC, Unix line ends, at most one empty line in a row, nothing that hides or reorders text. */
export function cleanText(text: string): string {
  const lines = strip(text)
    .split('\n')
    .map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A name on one line; '' where nothing of it is visible. */
export function cleanName(name: string): string {
  const line = strip(name).replace(/\s+/g, ' ').trim();
  return /[^\p{C}\p{M}\p{Z}]/u.test(line) ? line : '';
}

function strip(text: string): string {
  return text
    .replace(loneSurrogate, '\uFFFD')
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(concealing, '')
    .replace(control, '')
    .replace(stackedMarks, '$1')
    .replace(endlessWord, '$1 ');
}

/** A run of a comment; `href` makes it a link. */
export interface TextRun {
  text: string;
  href?: string;
}

const addresses = new RegExp(`https?://[^\\s<>"'\`${addressStops}]+`, 'giu');

/** The paragraphs of a cleaned text, each with its lines, each line in runs. */
export function readParagraphs(text: string): TextRun[][][] {
  return text.split('\n\n').map((paragraph) => paragraph.split('\n').map(splitAtLinks));
}

/** Every `http` and `https` address in a text. */
export function findLinks(text: string): TextRun[] {
  return splitAtLinks(text).filter(({ href }) => href !== undefined);
}

function splitAtLinks(line: string): TextRun[] {
  const runs: TextRun[] = [];
  let at = 0;
  for (const { 0: found, index } of line.matchAll(addresses)) {
    const address = withoutClosingSigns(found);
    const href = canonical(address);
    if (href === undefined) continue;
    if (index > at) runs.push({ text: line.slice(at, index) });
    runs.push({ text: address, href });
    at = index + address.length;
  }
  if (at < line.length) runs.push({ text: line.slice(at) });
  return runs;
}

/** Without `URL.canParse`, which phones of 2023 do not have. */
function canonical(address: string): string | undefined {
  try {
    return new URL(address).href;
  } catch {
    return undefined;
  }
}

function withoutClosingSigns(address: string): string {
  let end = address.length;
  while (end > 0 && '.,:;!?)]}*_~'.includes(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}
