import { letters, marks } from '../lib/arabic/characters.ts';
import type { Suggestion } from '../lib/arabic/wording.ts';
import type { HouseSpelling } from '../schema/style-list.ts';

export type FindHouseStyle = (text: string) => Suggestion<'house-style'>[];

/**
 * Finds the spellings that the paper avoids, also with a one-letter conjunction or preposition before them: «واليوتوب».
 */
export function createHouseStyle(spellings: readonly HouseSpelling[]): FindHouseStyle {
  const preferred = new Map(spellings.flatMap((entry) => entry.avoid.map((avoided) => [avoided, entry.preferred])));
  if (preferred.size === 0) return () => [];
  const words = [...preferred.keys()].sort((a, b) => b.length - a.length).map(RegExp.escape);
  const edge = `${letters}${marks}\\p{L}\\p{N}_`;
  const pattern = new RegExp(`(?<![${edge}])([وفبلك]?)(${words.join('|')})(?![${edge}])`, 'gu');
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: found, 1: clitic = '', 2: avoided = '', index }) => ({
      rule: 'house-style',
      start: index,
      end: index + found.length,
      meant: [clitic + (preferred.get(avoided) ?? avoided)],
    }));
}
