/**
 * The letters of a keyboard by their places: each row of `latin` has the keys of a US keyboard in the order of the rows
 * of an Arabic layout. The Arabic rows are those of Windows (Arabic 101) and of macOS.
 */
const latinRows = ['`', 'qwertyuiop[]', "asdfghjkl;'", 'zxcvbnm,./'];
const arabic101Rows = ['ذ', 'ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ئءؤرBىةوزظ'];
const arabicMacRows = ['ـ', 'ضصثقفغعهخحجة', 'شسيبلاتنمك؛', 'ظطذدزرو،./'];
/** What Arabic 101 writes with the shift key, by the US key; `B` stands for «لا» in the rows. */
const shifted101: Readonly<Record<string, string>> = {
  H: 'أ',
  Y: 'إ',
  N: 'آ',
  G: 'لأ',
  T: 'لإ',
  B: 'لآ',
  J: 'ـ',
  '?': '؟',
  P: '؛',
  K: '،',
  '~': 'ّ',
  Q: 'َ',
  W: 'ً',
  E: 'ُ',
  R: 'ٌ',
  A: 'ِ',
  S: 'ٍ',
  X: 'ْ',
};
/** The keys that AZERTY labels otherwise than a US keyboard, digits without the shift key included. */
const azerty = {
  written: `aqzwm,;:!ù^$²&é"'(-è_çà`,
  us: "qawz;m,./'[]`1234567890",
};

type Layout = ReadonlyMap<string, string>;

function layoutOf(rows: readonly string[], shifted: Readonly<Record<string, string>> = {}): Layout {
  const keys = latinRows.join('');
  const letters = Array.from(rows.join(''), (letter) => (letter === 'B' ? 'لا' : letter));
  return new Map([
    ...Array.from(keys, (key, place): [string, string] => [key, letters[place] ?? key]),
    ...Object.entries(shifted),
  ]);
}

const arabic101 = layoutOf(arabic101Rows, shifted101);
const layouts: readonly Layout[] = [arabic101, layoutOf(arabicMacRows), azertyLayout()];

function azertyLayout(): Layout {
  const moved = Array.from(azerty.written, (key, place): [string, string] => {
    const us = azerty.us.charAt(place);
    return [key, arabic101.get(us) ?? us];
  });
  return new Map([...arabic101, ...moved]);
}

/**
 * Returns what the keys of a text write on Arabic layouts: «الصحيفة» for `hgwpdtm`. A capital may also be the phone's,
 * at the beginning: the text is read with the shift key and without it. Only readings in Arabic letters are returned,
 * and none with digits inside words, as the keys of Arabizi give.
 */
export function readAsArabicKeys(text: string): string[] {
  const readings = layouts.flatMap((layout) => [typeOn(layout, text), typeOn(layout, text.toLowerCase())]);
  return [...new Set(readings)].filter((reading) => /[\u0621-\u064a]/.test(reading) && !notArabic.test(reading));
}

const notArabic = /[a-z]|[\u0621-\u064a]\d|\d[\u0621-\u064a]/i;

function typeOn(layout: Layout, text: string): string {
  return Array.from(text, (key) => layout.get(key) ?? layout.get(key.toLowerCase()) ?? key).join('');
}

/** «لا» has a key of its own, and is also two keys: with more of them than this, the first reading is used. */
const mostDoubtful = 3;

/** Returns what the keys of an Arabic text write on Latin layouts: `word` for «صخقي». */
export function readAsLatinKeys(text: string): string[] {
  return [...new Set(layouts.flatMap((layout) => typeBack(layout, text)))].filter((reading) =>
    /^[a-z0-9\s.'-]*[a-z][a-z0-9\s.'-]*$/.test(reading),
  );
}

function typeBack(layout: Layout, text: string): string[] {
  const keys = new Map([...layout].filter(([key]) => !/[A-Z]/.test(key)).map(([key, letter]) => [letter, key]));
  for (const [key, letter] of Object.entries(shifted101)) if (!keys.has(letter)) keys.set(letter, key.toLowerCase());
  const write = (part: string): string => Array.from(part, (letter) => keys.get(letter) ?? letter).join('');
  const parts = text.split(/ل[اأإآ]/);
  const doubtful = parts.length - 1;
  const bothWays = [keys.get('لا') ?? 'gh', 'gh'];
  let readings = [write(parts[0] ?? '')];
  for (const [place, part] of parts.slice(1).entries()) {
    const choices = doubtful <= mostDoubtful || place === 0 ? bothWays : bothWays.slice(0, 1);
    readings = readings.flatMap((reading) => choices.map((choice) => reading + choice + write(part)));
  }
  return readings;
}
