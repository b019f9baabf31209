import { indexLetter, sortForIndex } from '../lib/arabic/index-order.ts';
import type { Library } from '../library/types.ts';
import { groupByTag, groupRuns } from './listings.ts';
import { describePage, type Metadata } from './metadata.ts';
import { composePageChrome, type PageChrome } from './page-chrome.ts';
import { createPageKeys } from './page-keys.ts';
import { withSlots } from './page-slots.ts';
import { shownLists } from './shown-lists.ts';
import type { StaticPath } from './static-paths.ts';
import { authorPath, authorsPath, hrefTo, tagPath, tagsPath } from './urls.ts';

/** A name in an index. */
export interface IndexEntry {
  name: string;
  url: string;
  role?: string;
  /** How many articles have the tag. Authors are not counted, so that their index stays as it is when one publishes. */
  count?: number;
}

/** The names in an index that begin with a letter; the letter is '' for those that begin with none. */
export interface IndexLetter {
  letter: string;
  entries: IndexEntry[];
}

export interface IndexProps {
  chrome: PageChrome;
  letters: IndexLetter[];
  metadata: Metadata;
}

/** Lists the index of authors, if there are several. `title` is what the site calls it. */
export function authorIndexPaths(library: Library, title: string): StaticPath<IndexProps>[] {
  return shownLists(library).authors ? [indexPath(library, authorEntries(library), authorsPath, title)] : [];
}

/** Lists the index of tags, if there are several. `title` is what the site calls it. */
export function tagIndexPaths(library: Library, title: string): StaticPath<IndexProps>[] {
  return shownLists(library).tags ? [indexPath(library, tagEntries(library), tagsPath, title)] : [];
}

function authorEntries({ authors, site }: Library): IndexEntry[] {
  return authors.map(({ id, name, role }) => ({
    name,
    url: hrefTo(authorPath(id), site),
    ...(role !== undefined && { role }),
  }));
}

function tagEntries({ articles, site }: Library): IndexEntry[] {
  return groupByTag(articles).map(({ name, articles: tagged }) => ({
    name,
    url: hrefTo(tagPath(name), site),
    count: tagged.length,
  }));
}

function indexPath(
  library: Library,
  entries: readonly IndexEntry[],
  path: string,
  title: string,
): StaticPath<IndexProps> {
  const chrome = composePageChrome(library, { kind: 'lists' });
  const letters = groupRuns(sortForIndex(entries), ({ name }) => indexLetter(name)).map(({ key, items }) => ({
    letter: key,
    entries: items,
  }));
  const compose = () => ({
    chrome,
    letters,
    metadata: describePage(library, { title, path, stories: letters.flatMap((group) => group.entries).slice(0, 100) }),
  });
  const cacheKey = withSlots(createPageKeys(library).ofList([], [title, letters]), chrome.slots);
  return { params: { index: undefined }, cacheKey, props: { compose } };
}
