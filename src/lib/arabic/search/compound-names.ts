/**
 * First words of names that the press writes joined or apart («أبوظبي», «أبو ظبي»): the form in joined names, then those
 * in names written apart. All are normalised.
 */
const heads: readonly (readonly [joined: string, ...apart: string[]])[] = [
  ['عبد', 'عبد'],
  ['ابو', 'ابو', 'ابا', 'ابي'],
  ['بن', 'بن', 'ابن'],
  ['بور', 'بور'],
  ['بو', 'بو'],
  ['بني', 'بني'],
  ['ال', 'ال'],
];
const shortestRest = 3;
const proclitics = /^(?:[وفبل](?=عبدال..|ابو...|بور...)|[وف](?=بن(?:$|...)))/;
/** Words that only look like joined names. */
const otherWords = new Set(['بنزين']);

/** Words of a text that stand side by side. Each has one or more forms, of which any may stand there. */
export type WordSequence = readonly (readonly string[])[];

/** Removes a proclitic before a joined name or its first word: «بابوظبي» → «ابوظبي», «وبن» → «بن». */
export function stripBeforeName(word: string): string {
  return word.replace(proclitics, '');
}

/** Joins two normalised words of a name that is written apart, of which the first may have a proclitic. */
export function joinName(first: string, second: string): string | undefined {
  const head = heads.find(([, ...apart]) =>
    apart.some((form) => first === form || (form.length >= 3 && /^[وفبل]/.test(first) && first.slice(1) === form)),
  );
  return head === undefined || second.length < shortestRest ? undefined : head[0] + second;
}

/**
 * Lists how a normalised word may be written apart: «ابوظبي» as «ابو ظبي», `covid19` as `covid 19`. The words are still to be looked up as bases.
 */
export function partName(word: string, isFamily: boolean): WordSequence[] {
  const [, letters, digits] = /^([a-z]{3,})(\d+)$/.exec(word) ?? [];
  if (letters !== undefined && digits !== undefined) return [[[letters], [digits]]];
  if (otherWords.has(word)) return [];
  return heads.flatMap(([joined, ...apart]) => {
    if (!word.startsWith(joined) || word.length < joined.length + shortestRest) return [];
    if (joined === 'ال' && !isFamily) return [];
    return [[apart, [word.slice(joined.length)]]];
  });
}
