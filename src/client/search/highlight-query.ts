import { analyseQuery, basesOfTerm } from '../../lib/arabic/search/analysis.ts';
import type { Level } from '../../lib/arabic/search/codes.ts';
import { createMatcher, markText } from '../../lib/arabic/search/matching.ts';
import { createNameTable, type NameTable } from '../../lib/arabic/search/names.ts';
import { readManifest } from './engine/open-index.ts';
import { createMarkedNodes } from './marked-nodes.ts';

/**
 * In the order in which they are tried: if no word of the article has a stem of the query, words with one of its
 * skeletons are marked; if there are none of these either, words with one of its roots.
 */
const levels: Level[] = ['stem', 'skeleton', 'root'];

/**
 * Marks the words in `elements` that match a query, by the analysis that the search uses. The site's own spellings of
 * names are read from the search index at `base`; they are ignored if the index cannot be reached.
 */
export async function highlightQuery(query: string, elements: Iterable<Element>, base: string): Promise<void> {
  const names = createNameTable(await readAliases(base));
  const nodes = [...elements].flatMap(listTextNodes);
  for (const level of levels) {
    const matches = createQueryMatcher(query, names, level);
    const marked = nodes.map((node) => markNode(node, matches));
    if (marked.some((isMarked) => isMarked)) return;
  }
}

async function readAliases(base: string): Promise<string[][]> {
  try {
    return (await readManifest(base)).aliases ?? [];
  } catch {
    return [];
  }
}

function createQueryMatcher(query: string, names: NameTable, level: Level): (written: string) => boolean {
  const bases = analyseQuery(query, names).terms.flatMap(basesOfTerm);
  return createMatcher(bases, names, level);
}

function listTextNodes(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes.filter(({ parentElement }) => !parentElement?.closest('script, style, template'));
}

/** Marks the matching words of a text node. Returns whether there are any. */
function markNode(node: Text, matches: (written: string) => boolean): boolean {
  const runs = markText(node.data, matches);
  const isMarked = runs.some(({ marked }) => marked);
  if (isMarked) node.replaceWith(...createMarkedNodes(runs));
  return isMarked;
}
