import { bidiOverrides, invisible as zeroWidth } from '../lib/arabic/characters.ts';
import { isAddress } from '../lib/spaced-address.ts';

/** What a copied address brings along, and what browsers would ask a server for: U+200B, U+200F and so on. */
const invisible = `[${zeroWidth}${bidiOverrides}]`;
const hasInvisibleOrSpace = new RegExp(`${invisible}|[\\u00A0\\u200C\\u202F\\u3000]`);
const anyInvisible = new RegExp(invisible, 'g');
/** Inside an address, a non-joiner may belong to a word. */
const blank = '[\\u00A0\\u200C\\u202F\\u3000]';
const atEdges = new RegExp(`^(<?)${blank}+|${blank}+(?=>?[ \\t]*$)`, 'g');
/** The limits keep a line of many brackets from being searched to its end at each of them. */
const inBrackets = '[^()\\n"`]{0,1000}(?:\\([^()\\n"`]{0,500}\\)[^()\\n"`]{0,1000}){0,4}';

/** Code first, whose text stays; then the addresses of links, definitions, automatic links and attributes. */
const addresses = new RegExp(
  [
    '`[^`\\n]{1,1000}`',
    `(?<=\\]\\()${inBrackets}(?=[)"])`,
    `(?<=^[ \\t>]{0,20}\\[(?!\\^)[^\\][\\n]{1,300}\\]:)[^\\s\\u00A0]{0,5}[ \\t\\u00A0]{0,5}[^\\s"']{1,1000}`,
    `(?<=<)${invisible}{0,10}(?:https?|mailto):[^\\s<>]{1,1000}(?=>)`,
    '(?<=\\b(?:href|src|url)=")[^"\\n]{1,1000}(?=")',
    "(?<=\\b(?:href|src|url)=')[^'\\n]{1,1000}(?=')",
  ].join('|'),
  'g',
);
/** `!` and `[` of an image; after a word, the sign of exclamation may end a sentence before a link. */
const image = new RegExp(`((?:^|[\\s>|(«])!)${invisible}{1,10}(?=\\[[^\\][\\n]{0,300}\\]\\()`, 'g');

/** Removes invisible characters in and beside the addresses of a line, and those between `!` and `[` of an image. */
export function stripAddressMarks(line: string): string {
  if (!hasInvisibleOrSpace.test(line)) return line;
  return line.replace(image, '$1').replace(addresses, (typed) => {
    if (typed.startsWith('`') || !hasInvisibleOrSpace.test(typed)) return typed;
    const address = typed.replace(anyInvisible, '').replace(atEdges, '$1');
    return isProse(address) ? typed : address;
  });
}

/** Whether words in brackets are no address: addresses with spaces are in `<` and `>`, or begin or end as such. */
function isProse(words: string): boolean {
  return /\S\s+\S/.test(words) && !/^\s*<[^<>]*>\s*$/.test(words) && !isAddress(words);
}
