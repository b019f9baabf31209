import { leftToRightLetter } from './characters.ts';

/** A range of a text, in UTF-16 code units; `end` is exclusive. */
interface Range {
  start: number;
  end: number;
}

/** A chain of groups of digits: `0100 555 0147`. `separators` has one character less than there are groups. */
interface Chain extends Range {
  groups: string[];
  separators: string[];
}

const digit = '0-9٠-٩۰-۹';
const group = `(?:\\([${digit}]+\\)|[${digit}]+)`;
const separator = '[- \\u00A0\\u202F\\n\\u2010-\\u2013]';
/** The limit keeps a long list of numbers from being one chain. */
const chains = new RegExp(`(?<![${digit}])${group}(?:${separator}${group}){1,40}(?![${digit}])`, 'g');
const oneGroup = new RegExp(group, 'g');
/** The last digits of a second telephone number after the first: `0100 555 0147/48`. */
const alternative = new RegExp(`^/[${digit}]{1,2}(?![${digit}.,:/-])`);
/** `1.2.3-4`: without a hyphen, dots alone keep the groups in order. */
const versions = new RegExp(
  `(?<![${digit}.,:/-])[${digit}]+(?:\\.[${digit}]+){2,9}-[${digit}]+(?![${digit}]|[-.,:/][${digit}])`,
  'g',
);
/** A hyphen between spaces joins only an area code to a number: `02 - 25550147`. */
const areaAndNumber = new RegExp(`(?<![${digit}][-.,:/ ]?)[0٠۰][${digit}]{1,4} - [${digit}]{5,10}(?![${digit}])`, 'g');
const partOfWord = new RegExp(`(?:${leftToRightLetter}|[${digit}][.,:/-]|[+.#])$`, 'u');
const goesOn = new RegExp(`^(?:${leftToRightLetter}|[-.,:][${digit}]|[%٪‰°])`, 'u');

/**
 * Finds strings of digits that are read from the left, in groups, as telephone numbers, cards and ISBN are: three groups
 * or more, or two of which the first is an area code that begins with 0. Scores, ranges, formations, dates and lists of
 * numbers are read from the right, and left out: `3-2`, `4-3-3`, `12-5-2026`, `10 20 30`.
 */
export function findDigitStrings(text: string): Range[] {
  const found = [...text.matchAll(chains)].flatMap(({ 0: written, index }) => {
    const chain = withoutPartsOfOthers(chainOf(written, index), text);
    const string = chain && withoutYearBefore(chain);
    if (!string || !isString(string)) return [];
    const [added = ''] = alternative.exec(text.slice(string.end, string.end + 4)) ?? [];
    return [{ start: string.start, end: string.end + added.length }];
  });
  const others = [...text.matchAll(areaAndNumber), ...text.matchAll(versions)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
  }));
  return withoutOverlaps([...found, ...others].sort((a, b) => a.start - b.start));
}

function withoutOverlaps(ranges: readonly Range[]): Range[] {
  return ranges.filter(({ start }, index) => start >= (ranges[index - 1]?.end ?? 0));
}

function chainOf(written: string, start: number): Chain {
  return {
    start,
    end: start + written.length,
    groups: written.match(oneGroup) ?? [],
    separators: written.replace(oneGroup, '').split(''),
  };
}

/** Drops a first or last group that is a part of a time, a decimal or a Latin word: `2024 10` in `2024 10:30`. */
function withoutPartsOfOthers(chain: Chain, text: string): Chain | undefined {
  const before = text.slice(Math.max(0, chain.start - 2), chain.start);
  const after = text.slice(chain.end, chain.end + 2);
  const first = partOfWord.test(before) ? withoutFirst(chain) : chain;
  return goesOn.test(after) && first ? withoutLast(first) : first;
}

/** A year before an amount is not a part of it: `2015 120 000`. */
function withoutYearBefore(chain: Chain): Chain | undefined {
  const rest = isYear(chain.groups[0]) ? withoutFirst(chain) : undefined;
  return rest && isAmount(rest) ? rest : chain;
}

function withoutFirst({ start, end, groups, separators }: Chain): Chain | undefined {
  const [first = '', ...others] = groups;
  if (others.length < 2) return undefined;
  return { start: start + first.length + 1, end, groups: others, separators: separators.slice(1) };
}

function withoutLast({ start, end, groups, separators }: Chain): Chain | undefined {
  const last = groups.at(-1) ?? '';
  if (groups.length < 3) return undefined;
  return { start, end: end - last.length - 1, groups: groups.slice(0, -1), separators: separators.slice(0, -1) };
}

/** Cards have 19 digits at most, accounts without letters 24. */
const mostDigits = 24;

function isString(chain: Chain): boolean {
  const { groups, separators } = chain;
  const sizes = groups.map((digits) => digits.replace(/[()]/g, '').length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const hasAreaCode = /^\(?[0٠۰]/.test(groups[0] ?? '') && (sizes[0] ?? 0) > 1;
  if (groups.length === 2) return hasAreaCode && total >= 7 && total <= 15;
  if (total > mostDigits || isDate(groups) || isMostlyYears(groups)) return false;
  const isUniform = new Set(separators.map((written) => /\s/.test(written))).size === 1;
  if (Math.max(...sizes) <= 2) return isPairs(groups, sizes) && isUniform;
  if (hasAreaCode) return total >= 7;
  if (!isUniform) return total >= 7 && (isBracketed(groups[0]) || endsInLocalNumber(groups, separators));
  if (/\s/.test(separators[0] ?? '')) return isAmount(chain) || (total >= 7 && !isReversedAmount(sizes));
  return true;
}

/** `12-5-2026`, `2026-11-30`, `12-5-26`: at most two digits for day and month, and two or four for the year. */
function isDate(groups: readonly string[]): boolean {
  if (groups.length !== 3) return false;
  const [first = '', second = '', third = ''] = groups;
  if (second.length > 2) return false;
  return (isYear(first) && third.length <= 2) || (first.length <= 2 && (isYear(third) || third.length <= 2));
}

function isYear(written: string | undefined): boolean {
  return /^(?:[12١٢۱۲][0-9٠-٩۰-۹]{3})$/.test(written ?? '');
}

function isMostlyYears(groups: readonly string[]): boolean {
  const years = groups.filter((written) => /^(?:1[3489]|20|١[٣٤٨٩]|٢٠)[0-9٠-٩]{2}$/.test(written));
  return years.length * 2 > groups.length;
}

/** Four pairs of digits or more, as of a telephone number: `71 12 34 56`. Pairs that only grow are a list. */
function isPairs(groups: readonly string[], sizes: readonly number[]): boolean {
  const grows = groups.every((written, index) => index === 0 || written > (groups[index - 1] ?? ''));
  return groups.length >= 4 && sizes.every((size) => size === 2) && !grows;
}

/** `1 250 000`: an amount with a space for every three digits, which is read from the left too. */
function isAmount({ groups, separators }: Chain): boolean {
  const [first = '', ...others] = groups;
  return (
    separators.every((written) => /\s/.test(written)) &&
    /^[1-9١-٩۱-۹][0-9٠-٩۰-۹]{0,2}$/.test(first) &&
    others.every((written) => /^[0-9٠-٩۰-۹]{3}$/.test(written))
  );
}

/** `841 991 2`: some write the groups of an amount in the order in which they want to see them. */
function isReversedAmount(sizes: readonly number[]): boolean {
  return (sizes.at(-1) ?? 0) < 3 && sizes.slice(0, -1).every((size) => size === 3);
}

function isBracketed(written: string | undefined): boolean {
  return written?.startsWith('(') === true;
}

/** `1 800 555-0100`: the only hyphen is before the last four digits. */
function endsInLocalNumber(groups: readonly string[], separators: readonly string[]): boolean {
  const hyphens = separators.filter((written) => !/\s/.test(written)).length;
  const [exchange = '', line = ''] = groups.slice(-2);
  return hyphens === 1 && !/\s/.test(separators.at(-1) ?? '') && exchange.length === 3 && line.length === 4;
}
