import type { Lexicon } from './lexicon.ts';
import type { Random } from './random.ts';
import { familyNames, givenNames, openings, places, speechVerbs } from './word-lists.ts';

export interface Person {
  name: string;
  gender: 'male' | 'female';
}

export function namePerson(random: Random): Person {
  const { name, gender } = random.pick(givenNames);
  return { name: `${name} ${random.pick(familyNames)}`, gender };
}

/** Draws a whole number from a log-normal distribution: many small, few large, `mean` on average. */
export function drawLength(random: Random, mean: number, spread: number, least: number, most: number): number {
  const length = Math.round(mean * Math.exp(spread * random.normal() - spread ** 2 / 2));
  return Math.min(most, Math.max(least, length));
}

const chances = { opening: 0.45, functionAfterContent: 0.5, functionAfterFunction: 0.1, number: 0.02, place: 0.02 };

/** Writes a sequence of content and function words as in Arabic prose, with commas. The last word is a content word. */
export function writeWords(random: Random, lexicon: Lexicon, length: number, first?: string): string {
  let text = first ?? lexicon.contentWord(random);
  let last = text;
  let isFunction = first !== undefined;
  for (let place = 1; place < length; place += 1) {
    const isLast = place === length - 1;
    const chance = isFunction ? chances.functionAfterFunction : chances.functionAfterContent;
    const isNextFunction = !isLast && random.chance(chance);
    let word = isNextFunction ? lexicon.functionWord(random) : drawContent(random, lexicon, isLast);
    if (word === last) word = lexicon.contentWord(random);
    if (word === last) continue;
    const isComma = !isFunction && !isLast && place > 2 && length - place > 3 && random.chance(0.08);
    text += isComma ? `، ${word}` : ` ${word}`;
    last = word;
    isFunction = isNextFunction;
  }
  return text;
}

function drawContent(random: Random, lexicon: Lexicon, isLast: boolean): string {
  if (random.chance(chances.place)) return random.pick(places);
  if (!isLast && random.chance(chances.number)) return String(10 + random.below(990));
  return lexicon.contentWord(random);
}

/** Writes a sentence as long as those in news, with its full stop. Two in a hundred are questions. */
export function writeSentence(random: Random, lexicon: Lexicon): string {
  const length = drawLength(random, 21, 0.4, 5, 60);
  const first = random.chance(chances.opening) ? random.pick(openings) : undefined;
  return `${writeWords(random, lexicon, length, first)}${random.chance(0.02) ? '؟' : '.'}`;
}

/** Writes a quotation with its source: «وقالت هدى الورّاق: «…».» */
function writeQuotation(random: Random, lexicon: Lexicon): string {
  const said = writeWords(random, lexicon, drawLength(random, 16, 0.4, 5, 40));
  return `${random.pick(speechVerbs)} ${namePerson(random).name}: «${said}».`;
}

/** Writes a paragraph of one to three sentences. */
export function writeParagraph(random: Random, lexicon: Lexicon): string {
  const draw = random.below(100);
  const count = draw < 25 ? 1 : draw < 70 ? 2 : 3;
  let paragraph = random.chance(0.12) ? writeQuotation(random, lexicon) : writeSentence(random, lexicon);
  for (let sentence = 1; sentence < count; sentence += 1) paragraph += ` ${writeSentence(random, lexicon)}`;
  return paragraph;
}

/** Puts Markdown around two adjacent words. A paragraph without two adjacent words is returned unchanged. */
export function markTwoWords(random: Random, paragraph: string, before: string, after: string): string {
  const words = paragraph.split(' ');
  const start = 1 + random.below(Math.max(1, words.length - 3));
  for (let place = start; place < words.length - 1; place += 1) {
    const [word = '', following = ''] = words.slice(place, place + 2);
    if (/^[\p{L}\p{M}]+$/u.test(word) && /^[\p{L}\p{M}]+$/u.test(following)) {
      words.splice(place, 2, `${before}${word} ${following}${after}`);
      return words.join(' ');
    }
  }
  return paragraph;
}

export function countWords(text: string): number {
  let count = 1;
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) count += 1;
  return count;
}
