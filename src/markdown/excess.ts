import type { Root, Table } from 'mdast';
import { voidElements } from '../lib/void-elements.ts';
import { messages } from './messages.ts';
import { deepestNesting, ExcessiveMarkup } from './parsing-work.ts';
import type { BodyProblem, BodySource } from './types.ts';
import { eachNode } from './walk-tree.ts';

/** In UTF-16 code units: 80,000 words. */
const longestBody = 500_000;

/** The parser of MDX reads an unfinished expression again at each `}`, so this limits `}` times characters. */
const mostReadInBraces = 500_000_000;

/** Far more than any language puts on a letter. Unicode's normalization sorts them by comparing each with many others. */
const mostMarksOnLetter = 200;
const marks = new RegExp(`\\p{M}{${mostMarksOnLetter + 1}}`, 'u');

/**
 * The parser of bare URLs asks at each character reference whether only others follow it. The first limit keeps the
 * addresses of a long line from being searched to its end.
 */
const urlWithReferences = /(?:https?:\/\/|www\.)[^\s<]{0,2000}?(?:&[a-z0-9]{1,40};){500}/i;

/** A line of nothing but markers is left out: it is a thematic break, which the parser reads once. */
const marker = '(?:>|(?:[-*+]|[0-9٠-٩۰-۹]{1,9}[.)])(?=[ \\t]))';
const deepLine = new RegExp(`^(?:[ \\t]*${marker}){${deepestNesting + 1}}(?!(?:[ \\t]*[-*])*[ \\t]*$)`, 'm');

/** Finds why a text would take too long to render; undefined for the text of any article. */
export function findExcess({
  text,
  firstLine,
  format,
}: Pick<BodySource, 'text' | 'firstLine' | 'format'>): BodyProblem | undefined {
  const problemAt = (offset: number, message: string): BodyProblem | undefined =>
    offset === -1 ? undefined : { line: firstLine + text.slice(0, offset).split('\n').length - 1, message };
  if (text.length > longestBody) return problemAt(0, messages.bodyTooLong(longestBody));
  if (format === 'mdx' && text.length * (text.split('}').length - 1) > mostReadInBraces)
    return problemAt(0, messages.tooManyBraces());
  return (
    problemAt(text.search(deepLine), messages.nestedTooDeeply(deepestNesting)) ??
    problemAt(text.search(urlWithReferences), messages.tooManyMarks()) ??
    problemAt(text.search(marks), messages.tooManyMarksOnLetter(mostMarksOnLetter))
  );
}

/** A row that is shorter than the first is filled up with empty cells: few characters can become millions of cells. */
const mostCells = 100_000;

/** Open tags in raw HTML; `p`, `li`, `td` and the like, which need no end tag, do not count. */
const deepestTags = 500;

/** Throws an `ExcessiveMarkup` for tables and raw HTML that would take too long to render. */
export function remarkRefuseExcess() {
  return (tree: Root): void => {
    let cells = 0;
    let openTags = 0;
    eachNode(tree, (node) => {
      const line = node.position?.start.line ?? 1;
      if (node.type === 'table') cells += countCells(node);
      else if (node.type === 'html') openTags = countOpenTags(node.value, openTags);
      if (cells > mostCells) throw new ExcessiveMarkup(messages.tooManyCells(mostCells), line);
      if (openTags > deepestTags) throw new ExcessiveMarkup(messages.tagsTooDeep(deepestTags), line);
    });
  };
}

function countCells({ align, children }: Table): number {
  return (align?.length ?? 0) * children.length;
}

const tag = /<(\/?)([a-z][a-z0-9-]*)/gi;
const withoutEndTag = new Set([...voidElements, ...'p li td th tr tbody thead tfoot dd dt'.split(' ')]);

/** Returns how many tags are open after some HTML, or were at its deepest place if that is too deep. */
function countOpenTags(html: string, before: number): number {
  let open = before;
  for (const [, slash, name = ''] of html.matchAll(tag)) {
    if (withoutEndTag.has(name.toLowerCase())) continue;
    open = slash === '/' ? Math.max(0, open - 1) : open + 1;
    if (open > deepestTags) break;
  }
  return open;
}
