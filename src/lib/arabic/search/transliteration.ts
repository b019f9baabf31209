/**
 * How Latin letters write Arabic ones: names in the spellings of English, French, German and Turkish, and Arabizi with
 * its digits. After the Latin letters come the Arabic ones (normalised) in the order of their probability: each `/`
 * adds to the cost; `-` stands for a sound that Arabic does not write. `^` marks the beginning of a word.
 */
const graphemes = `
^a ا ع/اع ^e ا اي/ع ي ^i اي ا/ع ي ^o او ا ع عو/و ^u او ا/ع و عو ^ou او/و ا ^ai عا اي ^ei اي/عي ^eu او يو ^y ي ^oo او ^ee اي ^au او ^ea اي ا
a ا -/ي ه/ع e -/ي ا ه/ع i ي -/ا/ع o و -/ا/ع u و -/ا/ع
ou و -/ وا oo و ee ي ei ي اي/- ey ي اي ai اي ي/ا ay اي ي ie ي/يي ia يا ي يه io يو eu و يو/ا au او و aw او و/اوو oi وا وي oe و/و ue و ea ي/ا ا ya يا/يه ye ي يي yu يو yo يو ui وي oa وا و aa ا ا/عا uu و ii ي
b ب c ك/س ق/ش d د ض f ف g غ ج ق/ك h ه ح/- j ج/ي/خ k ك/ق l ل m م n ن p ب q ق/ك r ر s س ص/ز t ت ط/ه v ف/و w و/ف x كس/ز اكس y ي/- z ز/ذ ظ/ض س
sh ش ch ش تش/ك خ ج kh خ gh غ/ق th ث ت/ذ dh ذ ض/ظ د ph ف ck ك tch تش sch ش/سك cz تش ts تس/ص tz تز تس zh ج ز/ش dj ج/دج dz دز qu ك كو/ق ng نغ نج/ن ن gn ني/غن sz ش س gu غ غو/ق ج ge ج غ/ك gi جي ج/غي ce س ci سي س cc ك cy سي
2 ا ء/ق ي و 3 ع 3' غ 4 ش 5 خ 6 ط 6' ظ 7 ح 7' خ 8 ق غ/ه 9 ق ص 9' ض
`;
const stepCost = 0.14;
const silentCost = 0.07;
/** What it costs more to leave out a vowel at the end, where Arabic writes a long one or ة. */
const unwrittenVowelAtEnd = 0.2;
/** What it costs that the Latin spelling does not write an Arabic letter. */
const unwritten: Readonly<Record<string, number>> = { ا: 0.2, و: 0.3, ي: 0.25, ع: 0.25, ء: 0.1 };
const unwrittenAtEnd: Readonly<Record<string, number>> = { ه: 0.12, ء: 0.05 };

interface Spelling {
  letters: string;
  cost: number;
}

const spellingsOf = readGraphemes();
const longestGrapheme = 3;

function readGraphemes(): ReadonlyMap<string, readonly Spelling[]> {
  const table = new Map<string, Spelling[]>();
  let spellings: Spelling[] = [];
  for (const entry of graphemes.trim().split(/\s+/)) {
    if (/^\^?[a-z\d]/.test(entry)) {
      spellings = [];
      table.set(entry, spellings);
      continue;
    }
    addSpellings(spellings, entry);
  }
  return table;
}

/** A `/` raises the cost of the spellings that follow it in the same group. */
function addSpellings(spellings: Spelling[], entry: string): void {
  let cost = spellings.at(-1)?.cost ?? 0;
  if (spellings.at(-1)?.letters === '') cost -= silentCost;
  for (const [place, letters] of entry.split('/').entries()) {
    if (place > 0) cost += stepCost;
    if (letters === '-') spellings.push({ letters: '', cost: cost + silentCost });
    else if (letters !== '') spellings.push({ letters, cost });
  }
}

/** Returns a Latin spelling without accents, signs and doubled consonants; '' if it has no Latin letter. */
export function foldLatin(written: string): string {
  const folded = written
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ş/g, 'sh')
    .replace(/ğ/g, 'g')
    .replace(/ç/g, 's')
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ł/g, 'l')
    .normalize('NFD')
    .replace(/[\u2019`]/g, "'")
    .replace(/[^a-z2-9']/g, '')
    .replace(/(?<!\d)'/g, '')
    .replace(/([b-df-hj-np-tv-z])\1/g, '$1');
  return /[a-z]/.test(folded) ? folded : '';
}

function writeAtEnd({ letters, cost }: Spelling): Spelling {
  return { letters, cost: letters === '' ? cost + unwrittenVowelAtEnd : cost };
}

/** Two consonants that write one sound; to read them as two is a liberty. */
const digraph = /^[bcdfgkpstz]h/;

/** The pieces that a Latin spelling may continue with at a place, each with its Arabic spellings. */
function piecesAt(latin: string, place: number): { length: number; spellings: readonly Spelling[] }[] {
  const pieces = [];
  const splitCost = digraph.test(latin.slice(place)) && spellingsOf.has(latin.slice(place, place + 2)) ? stepCost : 0;
  for (let length = 1; length <= longestGrapheme && place + length <= latin.length; length++) {
    const piece = latin.slice(place, place + length);
    const spellings = (place === 0 ? spellingsOf.get(`^${piece}`) : undefined) ?? spellingsOf.get(piece);
    if (spellings === undefined) continue;
    const isLastVowel = place > 0 && place + length === latin.length && /^[aiou]$/.test(piece);
    const more = length === 1 ? splitCost : 0;
    pieces.push({ length, spellings: isLastVowel ? spellings.map(writeAtEnd) : raise(spellings, more) });
  }
  if (place > 0 && place === latin.length - 1) {
    if (latin.endsWith('e')) pieces.push({ length: 1, spellings: [{ letters: '', cost: 0 }] });
    // The usual spelling of ة.
    if (/[ae]$/.test(latin)) pieces.push({ length: 1, spellings: [{ letters: 'ه', cost: 0 }] });
  }
  return pieces;
}

function raise(spellings: readonly Spelling[], more: number): readonly Spelling[] {
  return more === 0 ? spellings : spellings.map(({ letters, cost }) => ({ letters, cost: cost + more }));
}

/**
 * Returns how far a folded Latin spelling is from a normalised Arabic word: 0 when every letter writes its usual
 * counterpart, about 0.1 for each liberty; infinite if the consonants differ.
 */
export function distanceBetween(latin: string, arabic: string): number {
  const width = arabic.length + 1;
  const costs = new Array<number>((latin.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  costs[0] = 0;
  for (let place = 0; place <= latin.length; place++) {
    const pieces = piecesAt(latin, place);
    for (let letter = 0; letter < width; letter++) {
      const cost = costs[place * width + letter] ?? Number.POSITIVE_INFINITY;
      if (cost === Number.POSITIVE_INFINITY) continue;
      const improve = (latinSteps: number, arabicSteps: number, more: number): void => {
        const target = (place + latinSteps) * width + letter + arabicSteps;
        costs[target] = Math.min(costs[target] ?? Number.POSITIVE_INFINITY, cost + more);
      };
      const next = arabic.charAt(letter);
      const isLast = letter === arabic.length - 1;
      const skip = (isLast ? unwrittenAtEnd[next] : undefined) ?? unwritten[next];
      if (skip !== undefined) improve(0, 1, skip);
      for (const { length, spellings } of pieces) {
        for (const { letters, cost: more } of spellings) {
          if (arabic.startsWith(letters, letter)) improve(length, letters.length, more);
        }
      }
    }
  }
  return costs[latin.length * width + arabic.length] ?? Number.POSITIVE_INFINITY;
}

/** The greatest distance at which an Arabic word counts as a reading of a Latin spelling of `length` letters. */
export function greatestDistance(length: number): number {
  return length < 4 ? 0.25 : length < 6 ? 0.45 : 0.7;
}

const spellingsKept = 60;

/** Returns the most probable Arabic spellings of a folded Latin one, the nearest first, at most sixty. */
export function spellInArabic(latin: string): string[] {
  const byPlace: Map<string, number>[] = Array.from({ length: latin.length + 1 }, () => new Map());
  byPlace[0]?.set('', 0);
  for (let place = 0; place < latin.length; place++) {
    const kept = nearest(byPlace[place] ?? new Map());
    for (const { length, spellings } of piecesAt(latin, place)) {
      const target = byPlace[place + length];
      for (const [begun, cost] of kept) {
        for (const { letters, cost: more } of spellings) {
          const known = target?.get(begun + letters) ?? Number.POSITIVE_INFINITY;
          target?.set(begun + letters, Math.min(known, cost + more));
        }
      }
    }
  }
  return nearest(byPlace[latin.length] ?? new Map()).map(([word]) => word);
}

function nearest(spellings: ReadonlyMap<string, number>): [string, number][] {
  return [...spellings].sort((a, b) => a[1] - b[1]).slice(0, spellingsKept);
}

/**
 * Returns the pairs of Arabic letters with which a folded Latin spelling may begin, the nearest first, at most `most`.
 * No word that begins with a pair is nearer to the spelling than the pair's `distance`.
 */
export function arabicBeginnings(latin: string, most: number): { pair: string; distance: number }[] {
  const costs = new Map<string, number>();
  const collect = (place: number, begun: string, cost: number): void => {
    const pair = begun.slice(0, 2);
    if (pair.length === 2 && cost < (costs.get(pair) ?? Number.POSITIVE_INFINITY)) costs.set(pair, cost);
    if (pair.length === 2 || cost > 2 * stepCost) return;
    for (const { length, spellings } of piecesAt(latin, place)) {
      for (const { letters, cost: more } of spellings) collect(place + length, begun + letters, cost + more);
    }
  };
  collect(0, '', 0);
  return nearest(costs)
    .map(([pair, distance]) => ({ pair, distance }))
    .slice(0, most);
}

/** What the digits of Arabizi are in names as newspapers write them; ع and the hamza are mostly left out. */
const digitLetters: Readonly<Record<string, string>> = { 2: '', 3: '', 5: 'kh', 6: 't', 7: 'h', 8: 'gh', 9: 'q' };

/** Writes the digits of a word in Arabizi as Latin letters: `salah` for `sala7`. */
export function withoutArabiziDigits(word: string): string {
  return /[a-z]/i.test(word) ? word.replace(/[235-9]/g, (digit) => digitLetters[digit] ?? digit) : word;
}

/** For each Arabic letter, the Latin letters with which a name most often begins. */
const latinInitials: Readonly<Record<string, string>> = {
  ا: 'aeiou',
  ب: 'bp',
  ت: 't',
  ث: 't',
  ج: 'gj',
  ح: 'h',
  خ: 'k',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 'sc',
  ش: 'sc',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'aou',
  غ: 'g',
  ف: 'fvp',
  ق: 'qk',
  ك: 'ckq',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'wou',
  ي: 'yij',
};

/** Returns the pairs of letters with which Latin spellings of a normalised Arabic word may begin. */
export function latinBeginnings(arabic: string): string[] {
  const second = `${latinInitials[arabic.charAt(1)] ?? ''}aeiouh`;
  const pairs = Array.from(latinInitials[arabic.charAt(0)] ?? '', (first) =>
    Array.from(second, (next) => first + next),
  );
  return [...new Set(pairs.flat())];
}

/** What `al-` and `abdel` write before a name. */
export const article = 'ال';
export const abdWithArticle = 'عبد ال';
export const articleAtStart = /^ال/;
