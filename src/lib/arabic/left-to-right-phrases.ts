/** The pattern of names and phrases in scripts that run from the left, with their signs, numbers and units. */
import { leftToRightInWord, leftToRightLetter } from './characters.ts';
import { internationalNumber, leadingSigns, leftToRightMark } from './direction-marks.ts';

const letter = `(?:${leftToRightLetter})`;
const capital = `(?:(?=\\p{Lu})${letter})`;
const inWord = `(?:${leftToRightInWord})`;
const digit = '[0-9٠-٩۰-۹]';
const space = '[ \\n\\u00A0\\u202F]';

/** Full-width punctuation, which Chinese and Japanese write without spaces. */
const fullWidth = '[\\u3001-\\u3003\\u3008-\\u3011\\u30FB\\uFF01\\uFF08\\uFF09\\uFF0C\\uFF1A\\uFF1B\\uFF1F]';
const joiner = `(?:[-_./'’&+:@=\\\\‐‑·・]{1,2}|${fullWidth}{1,2})`;
/** A decimal has few groups: the limit keeps a long list of numbers from being read again at each of them. */
const decimal = '[0-9]+(?:[.,][0-9]+){0,20}';

/** Two initials or more keep their last dot: `J. K.`, `U.S.`, `e.g.`. */
const initials = `(?:${capital}\\.${space}?){1,6}${capital}\\.(?!${inWord})|(?:${letter}\\.){2,6}(?!${inWord})`;
const abbreviation = '(?:Inc|Ltd|Corp|Co|Jr|Sr|Bros)\\.';
/** What begins a path, a pattern of file names or an option: `/dev/null`, `./a`, `*.css`, `--help`. */
const pathSign = `(?:--|\\.{1,2}/|~/|\\*\\.|/(?=${inWord}+/))`;
/** A Latin word with its signs, or a number with its unit: `.NET`, `C++`, `1.5TB`, `mc²`, `C:\a`. */
const word = `(?:${fullWidth}|[.$€£#@°])?(?:${decimal}(?=${letter}|°))?°?${letter}${inWord}*(?:${joiner}${inWord}+)*(?:[+#]{1,2}|-(?=[»”"\\])])|[™®©]|’(?= )|${fullWidth}{1,2})?`;
/** `1-A`, `10-K`, `50-inch`, `2024-CV-001`: a number that a hyphen joins to capitals or to a small word. */
const numbered = `[0-9]{1,9}-(?:[A-Z]{1,3}(?![\\p{L}\\p{M}])|[a-z]{2,}|(?:[0-9]{1,9}-){1,6}[A-Z]+|[A-Z]{1,5}(?=-))(?:-${inWord}+)*`;

const units = [
  '[KMGTP]i?B|[kKMGT]b(?:ps|it/s)?|[KMGT]B/s|[kKMGT]?bps|bits?|bytes?|[kMG]?Hz|fps|dpi|ppi|[Mm]egapixels?|MP|px',
  '[kmMGT]?W(?:h|p)?|m?V|m?Ah?|kVA|[kM]?J|k?cal|[kM]?Pa|bar|psi|hp|Nm|dB|[kM]?Ω|ohms?',
  '[kcmnμµ]?m[²³23]?(?:/[sh]²?)?|km/h|kmh|kph|mph|mi|ft|in|inch(?:es)?|yd|nm|[kmμµ]?g|lbs?|oz|[mc]?[lL]|rpm',
  '°[CF]|º[CF]|[AaPp]\\.?[Mm]\\.?|(?:GMT|UTC)(?:[-+−][0-9]{1,2}(?::[0-9]{2})?)?|USD|EUR|GBP|JPY|CHF|SAR|AED|EGP|KWD|QAR|BHD|OMR|JOD|IQD|LBP|SYP|TND|DZD|MAD',
].join('|');
/** `00:1A:2B:3C:4D:5E`, `2001:db8::1`: addresses of devices, in hexadecimal digits. */
const deviceAddress = '(?=[0-9:]{0,40}[A-Fa-f])(?:[0-9A-Fa-f]{1,4}:{1,2}){2,7}[0-9A-Fa-f]{1,4}(?![0-9A-Za-z])';
/** A number, a space and a unit: `5 GB`, `10 km/h`, `40 °C`. A number that ends a range stays with the range. */
const quantity = `(?<![0-9][-–:/.,])${decimal}(?::[0-9]{2})?${space}(?:${units})(?!${inWord})`;
/** `-5°C`, `±5 mm`, `10 ± 2 mm`: a sign belongs to its quantity, but not the hyphen of a range or a word. */
const signed = `(?:(?:${decimal} ?)?± ?|(?<![\\p{L}\\p{N}\\p{M})\\]»+−-])[-−+])${decimal}${space}?(?:${units})(?!${inWord})`;
/** `7.62 x 39`, `1920 x 1080`, `1920×1080 px`: the sizes of a thing. */
const size = `${decimal}(?: ?[x×] ?${decimal}){1,2}${space}?(?:${units})(?!${inWord})|${decimal} ?x ?${decimal}(?!${inWord})`;
const degrees = `[0-9]{1,3}(?:\\.[0-9]{1,9})?°(?: ?[0-9]{1,2}(?:\\.[0-9]{1,9})?[′'](?: ?[0-9]{1,2}(?:\\.[0-9]{1,9})?″)?)? ?[NSEW](?!${inWord})`;
/** `33.5138° N, 36.2765° E` */
const place = `${degrees}(?:,? ?${degrees})?`;
/** `2026 FIFA World Cup`: the year is a part of the name of an event. */
const event = `(?:19|20)[0-9]{2}(?:${space}${capital}${inWord}*){0,5}${space}(?:Cup|Olympics?|Games|Championships?|Summit|Forum|Conference|Festival|Expo|Awards?|Prize|Elections?|Grand${space}Prix|Open|Season)(?!${inWord})`;
/** `1. FC Köln`: clubs that are called the first of their town. */
const club = `1\\.${space}(?:[A-Z]{2,3}|VfL|VfB)${space}(?=${capital})`;
/** The names of standards, which a number with hyphens follows: `ISO 12312-2`, `ISBN 978-977-12-3456-X`. */
const standard =
  '(?:ISO|IEC|IEEE|EN|DIN|ASTM|ANSI|RFC|ITU|BS|ISBN(?:-1[03])?|ISSN|IBAN|EAN|SN|S/N)(?:/[A-Z]+)?:? [0-9]+(?:[-:/.][0-9]+)*(?:-?X(?![A-Za-z]))?';
/** A number after a word, as in `Windows 11` and `Gliese 411-b`. A score or range (`3-2`) after a word is not part of the word's run. */
const plainNumber = '[0-9]+(?:[.,][0-9]+)*(?![0-9]|[-–:/][0-9])';
/** The number of a model, as of `Boeing 737-800`: neither years nor points of a match, `2024-2025` and `112-98`. */
const model = '(?!(?:1[89]|20)[0-9]{2}-)[0-9]{3,4}-(?:[2-9][0-9]{2}|1?[0-9]|20)(?![0-9]|[-–:/][0-9])';
const number = `(?:${model}|${plainNumber}(?:-${letter}${inWord}*)?)`;

const unit = `(?:${standard}|${deviceAddress}|${place}|${signed}|${size}|${quantity}|${initials}|${abbreviation}|${numbered}|${word})`;
/** What may be between the words of a phrase: `J. K. Rowling`, `To be, or not to be`, `x + y = z`. */
const separator = `(?:[,:;.!?]?${space}| [+=&] )`;
const phrase = `(?:${event}|${club}|${pathSign})?${unit}(?:${separator}${unit}|${space}${number})*|${event}`;
/** A number before a phrase belongs to it if brackets or quotation marks hold nothing else: `(2026 World Cup)`. */
const bracketed = `(?<=[(\\[«‹“"])[0-9]+[.,]?[0-9]*\\.?${space}${unit}(?:${separator}${unit}|${space}${number})*(?=[)\\]»›”"])`;
const phone = `(?<![\\p{L}\\p{N}+])${internationalNumber}`;
const signedNumber = `${digit}+(?:[.,:/]${digit}+)*[%٪‰°]?`;
const marked = `${leftToRightMark}(?:${internationalNumber}|${leadingSigns}(?:${phrase}|${signedNumber}))`;

const pattern = `(?<phone>${phone})|(?<marked>${marked})|(?<!${letter}|[0-9])(?:${bracketed}|${phrase})`;

/**
 * The same pattern for texts whose letters, marks and numbers are those of Latin-1 and of the scripts that run from the
 * right. The classes of all scripts stand in it more than a hundred times, which takes V8 a third of a second to
 * compile; without them it is a tenth of that, and most texts need no more.
 */
const latinPattern = pattern
  .replaceAll(capital, '[A-ZÀ-ÖØ-Þ]')
  .replaceAll(letter, '[A-Za-zªµºÀ-ÖØ-öø-ÿ]')
  .replaceAll(inWord, '[A-Za-zªµºÀ-ÖØ-öø-ÿ0-9²³¹¼-¾\\u200C\\u200D]');
const latinRuns = new RegExp(latinPattern, 'gu');
const beyondLatin = new RegExp(`(?![\\0-\\u00FF])${leftToRightInWord}|(?![\\0-\\u00FF])${leftToRightLetter}`, 'u');

let runsOfEveryScript: RegExp | undefined;

/** Finds the runs in a line. Those in the groups `phone` and `marked` may be without a letter. */
export function findLeftToRightRuns(line: string): RegExpExecArray[] {
  if (!beyondLatin.test(line)) return [...line.matchAll(latinRuns)];
  return findRunsOfEveryScript(line);
}

/** Does what `findLeftToRightRuns` does, with the pattern that suits every text. */
export function findRunsOfEveryScript(line: string): RegExpExecArray[] {
  runsOfEveryScript ??= new RegExp(pattern, 'gu');
  return [...line.matchAll(runsOfEveryScript)];
}
