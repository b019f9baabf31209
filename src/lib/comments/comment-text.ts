import { addressStops } from '../arabic/characters.ts';

/**
 * Invisible characters with which a stranger can hide or reorder what readers see: bidirectional controls, soft
 * hyphens, tags, variation selectors and others. ZWNJ and ZWJ stay, because Persian, Urdu and emoji need them; so do
 * the variation selectors of emoji.
 */
const concealing = /\p{Bidi_Control}|[\uFFF9-\uFFFC]|(?!\u200C|\u200D|\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}/gu;
/** Control characters other than tab and line feed. */
const control = /(?![\t\n])\p{Cc}/gu;
const loneSurrogate = /\p{Cs}/gu;
/** No script stacks more than five combining marks on a letter; a longer stack covers the lines above and below. */
const stackedMarks = /(\p{M}{5})\p{M}+/gu;

/**
 * The first 200 letters of a longer word of joined letters, which is divided after them. No real word has so many.
 * Chromium 153 takes two seconds to break lines in a word of 20,000 letters and half a minute for 100,000, because each
 * attempt shapes the rest of the word again.
 */
const endlessWord =
  /([\p{Script=Arabic}\p{Script=Inherited}\u0640]{200})(?=[\p{Script=Arabic}\p{Script=Inherited}\u0640])/gu;

/**
 * Cleans the text of a comment: NFC, `\n` as line end, at most one empty line in a row, no characters that hide or
 * reorder text.
 */
export function cleanText(text: string): string {
  const lines = strip(text)
    .split('\n')
    .map((line) => line.trimEnd());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Cleans a name, which becomes one line; '' when nothing of it is visible. */
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

/** A piece of a comment's text; `href` makes it a link. */
export interface TextRun {
  text: string;
  href?: string;
}

const addresses = new RegExp(`https?://[^\\s<>"'\`${addressStops}]+`, 'giu');

/** Splits a cleaned text into paragraphs; a paragraph is a list of lines, a line a list of runs. */
export function readParagraphs(text: string): TextRun[][][] {
  return text.split('\n\n').map((paragraph) => paragraph.split('\n').map(splitAtLinks));
}

/** Finds every `http` and `https` URL in a text. */
export function findLinks(text: string): TextRun[] {
  return splitAtLinks(text).filter(({ href }) => href !== undefined);
}

function splitAtLinks(line: string): TextRun[] {
  const runs: TextRun[] = [];
  let at = 0;
  for (const { 0: found, index } of line.matchAll(addresses)) {
    const address = trimPunctuation(found);
    const href = normalizeUrl(address);
    if (href === undefined) continue;
    if (index > at) runs.push({ text: line.slice(at, index) });
    runs.push({ text: address, href });
    at = index + address.length;
  }
  if (at < line.length) runs.push({ text: line.slice(at) });
  return runs;
}

/** Normalises a URL; undefined when it is invalid. Does not use `URL.canParse`, which phones of 2023 lack. */
function normalizeUrl(address: string): string | undefined {
  try {
    return new URL(address).href;
  } catch {
    return undefined;
  }
}

/** Removes punctuation from the end of a URL: it belongs to the sentence. */
function trimPunctuation(address: string): string {
  let end = address.length;
  while (end > 0 && '.,:;!?)]}*_~'.includes(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}
