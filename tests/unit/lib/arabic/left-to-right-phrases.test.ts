import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findLeftToRightRuns, findRunsOfEveryScript } from '../../../../src/lib/arabic/left-to-right-phrases.ts';

const latin1 = fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code));
const pieces = fc.oneof(
  latin1,
  fc.constantFrom(...'ابتٌ٠٣۵،؛؟«»…–—−’“”•‰±×°µ²¼\u200c\u200d\u200e\u202f\u00a0\u061c日，'),
  fc.constantFrom(
    'Windows 11',
    '5 GB',
    '+961 1 234 567',
    'J. K. ',
    'C++',
    'ISO 12312-2',
    '40 °C',
    '2001:db8::1',
    '1920x1080',
  ),
  fc.constantFrom('Été', 'Ólafur', '2026 World Cup', '1. FC Köln', '737-800', '--help', '(', ') ', ' ', 'نظام '),
);
const lines = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
const found = (matches: RegExpExecArray[]) => matches.map(({ 0: run, index, groups }) => ({ run, index, ...groups }));

it('the short pattern finds in lines of Latin-1 and Arabic what that of every script finds', () => {
  fc.assert(
    fc.property(lines, (line) => {
      expect(found(findLeftToRightRuns(line))).toEqual(found(findRunsOfEveryScript(line)));
    }),
    { numRuns: 4000, seed: 20 },
  );
});

it.each([
  ['مدينة Łódź هنا', ['Łódź']],
  ['Привет мир هنا', ['Привет мир']],
  ['e\u0301té هنا', ['e\u0301té']],
  ['𝒜bc هنا', ['𝒜bc']],
])('other scripts are found all the same: %s', (line, runs) => {
  expect(findLeftToRightRuns(line).map(([run]) => run)).toEqual(runs);
});
