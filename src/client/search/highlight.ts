import { analyseQuery } from '../../lib/arabic/search/analysis.ts';
import type { Level } from '../../lib/arabic/search/codes.ts';
import { createMatcher, markText } from '../../lib/arabic/search/matching.ts';
import { createNameTable, type NameTable } from '../../lib/arabic/search/names.ts';
import { readManifest } from './pagefind.ts';
import { toNodes } from './result-list.ts';

/** From the strictest: where no word of the article is a form of what was searched for, those of its root are marked. */
const levels: Level[] = ['stem', 'frame', 'root'];

/**
 * Marks the words of `parts` that answer a query, by the analysis that finds them; other spellings of names are read from the
 * search index at `base`, where it can be reached.
 */
export async function highlightQuery(text: string, parts: Iterable<Element>, base: string): Promise<void> {
  const names = createNameTable(await readAliases(base));
  const texts = [...parts].flatMap(listTexts);
  for (const level of levels) {
    const matches = matcherOf(text, names, level);
    const marked = texts.map((node) => markNode(node, matches));
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

function matcherOf(text: string, names: NameTable, level: Level): (written: string) => boolean {
  const bases = analyseQuery(text, names).terms.flatMap(({ base, alternatives }) => [base, ...alternatives]);
  return createMatcher(bases, names, level);
}

function listTexts(part: Element): Text[] {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter(({ parentElement }) => !parentElement?.closest('script, style, template'));
}

function markNode(node: Text, matches: (written: string) => boolean): boolean {
  let isMarked = false;
  const nodes = node.data.split(/(\s+)/).flatMap((piece) => {
    const runs = markText(piece, matches);
    // Words without a space between them come back with one: such a piece stays as it is.
    const isWhole = runs.map(({ text }) => text).join('') === piece;
    if (!isWhole || !runs.some(({ marked }) => marked)) return [document.createTextNode(piece)];
    isMarked = true;
    return toNodes(runs);
  });
  if (isMarked) node.replaceWith(...nodes);
  return isMarked;
}
