import { compareText } from '../compare.ts';
import { foldForMatching, stripTashkeel } from './normalize.ts';

/** The letter under which an index has the names that begin with a digit or a sign. */
export const noLetter = '';

/**
 * Words whose «ال» is their own: an index has them under alef. Words that are written with a hamza, «ألمانيا», need no
 * entry.
 */
const ownArticle =
  /^ال(?:تهاب|تزام|تفات|تقاء|تحاق|تباس|تئام|تواء|تصاق|تحام|تفاف|تقاط|تهام|تجاء|ياس|يسا(?!ر)|مانيا|بانيا|كسندر|كترون|له(?=\s|$))/;

/** Returns a name as an index orders it: without tashkeel, and without «ال» at its beginning. */
function orderedForm(name: string): string {
  const bare = stripTashkeel(name)
    .trim()
    .replace(/^[^\p{L}\p{N}]+/u, '');
  return foldForMatching(ownArticle.test(bare) ? bare : bare.replace(/^ال(?=\p{L}{2})/u, ''));
}

/** Returns the letter under which an index has a name: «ب» for «البحر», `B` for `BBC`, `noLetter` for «2026». */
export function indexLetter(name: string): string {
  const [first = ''] = orderedForm(name);
  if (!/\p{L}/u.test(first)) return noLetter;
  return first === 'ا' || first === 'ء' ? 'أ' : first.toUpperCase();
}

/** The place of a form in an index: Arabic before other letters, and what begins with no letter last. */
function rank(form: string): number {
  if (/^\p{Script=Arabic}/u.test(form)) return 0;
  return /^\p{L}/u.test(form) ? 1 : 2;
}

/**
 * Sorts the entries of an index as printed Arabic indexes do: word by word in the order of the alphabet, where «ال» at the
 * beginning, the hamza of alef and tashkeel do not count. The letters of Unicode have the order of the alphabet.
 */
export function sortForIndex<Entry extends { name: string }>(entries: readonly Entry[]): Entry[] {
  return entries
    .map((entry) => ({ entry, form: orderedForm(entry.name) }))
    .sort(
      (a, b) => rank(a.form) - rank(b.form) || compareText(a.form, b.form) || compareText(a.entry.name, b.entry.name),
    )
    .map(({ entry }) => entry);
}
