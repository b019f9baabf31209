import type { Heading } from '../markdown/types.ts';

/** Only a long text needs a list of its headings, and only several headings make a list. */
const least = { headings: 3, words: 800, wantedHeadings: 2 };

/** A heading that a list leads to: its anchor and its text. */
export type ListedHeading = Pick<Heading, 'id' | 'text'>;

/** What decides whether the page of an article lists the headings of its text. */
export interface ContentsRule {
  wordCount: number;
  /** What the article itself says. */
  isWanted?: boolean;
}

/** Returns the headings that the page of an article lists, those of the first level; none if it lists none. */
export function listContents(headings: readonly Heading[], { wordCount, isWanted }: ContentsRule): ListedHeading[] {
  const sections = headings.filter(({ depth }) => depth === 2);
  const isLong = sections.length >= least.headings && wordCount >= least.words;
  const isShown = isWanted === undefined ? isLong : isWanted && sections.length >= least.wantedHeadings;
  return isShown ? sections : [];
}
