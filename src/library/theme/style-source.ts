import { mostProblems } from '../../schema/problem.ts';
import { unescapeCss } from '../images/drawing-styles.ts';

/** A URL in a style sheet: `url(…)` whole. */
export interface StyleUrl {
  url: string;
  start: number;
  end: number;
}

/** What is found in a style sheet without knowing its grammar. */
interface StyleParts {
  urls: StyleUrl[];
  /** Indexes of `@import`. */
  imports: number[];
  /** Brackets and comments that are not closed, the outermost first. */
  unclosed: { opening: string; start: number }[];
  /** Index of the bracket that is nested more deeply than a parser is given. */
  deepest?: number;
}

const closings: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };
const tokens =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?|url\((?:[^()"'\\]*\)|\s{0,9}(?:"[^"\\\n]*"|'[^'\\\n]*')\s{0,9}\))|@(?:[-\w]|\\[\da-f]{1,6}\s?|\\[^\n])+|[{}()[\]]/gi;

/** No style sheet has more; the stack of lightningcss 1.33 overflows at some thousands, which ends the process. */
const deepestNesting = 100;

/** Finds the URLs, imports and unclosed brackets of a style sheet, outside its comments and strings. */
export function scanStyles(css: string): StyleParts {
  const parts: StyleParts = { urls: [], imports: [], unclosed: [] };
  const open: { opening: string; start: number }[] = [];
  let imported: number | undefined;
  for (const { 0: token, index: start } of css.matchAll(tokens)) {
    if (/^url\(/i.test(token)) {
      const url = token
        .slice('url('.length, -1)
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2');
      // That of an import is told with it.
      const isImported = imported !== undefined && css.slice(imported, start).trim() === '';
      imported = undefined;
      if (!isImported) parts.urls.push({ url, start, end: start + token.length });
    } else if (token.startsWith('@')) {
      if (unescapeCss(token).toLowerCase() !== '@import') continue;
      parts.imports.push(start);
      imported = start + token.length;
    } else if (token.startsWith('/*')) {
      if (!token.endsWith('*/') || token.length < 4) open.push({ opening: '/*', start });
    } else if (token in closings) {
      if (open.push({ opening: token, start }) > deepestNesting) parts.deepest ??= start;
    } else if (closings[open.at(-1)?.opening ?? ''] === token) open.pop();
  }
  parts.unclosed = open;
  return parts;
}

/** A place where browsers would pass over a part of the sheet; line and column from 1. */
interface StyleFault {
  line: number;
  column: number;
}

export interface ParsedStyles {
  faults: StyleFault[];
  /** Every URL that browsers would ask for. */
  urls: { url: string; line: number }[];
}

/** Parses a style sheet as browsers do. */
export async function parseStyles(css: string): Promise<ParsedStyles> {
  const { transform } = await import('lightningcss');
  try {
    const { warnings, dependencies } = transform({
      filename: 'site.css',
      code: new TextEncoder().encode(css),
      errorRecovery: true,
      analyzeDependencies: true,
    });
    return {
      faults: warnings.slice(0, mostProblems).map(({ loc: { line, column } }) => ({ line, column })),
      urls: (dependencies || []).flatMap((found) =>
        found.type === 'url' ? [{ url: found.url, line: found.loc.start.line }] : [],
      ),
    };
  } catch (error) {
    const { line = 1, column = 1 } = (error as { loc?: Partial<StyleFault> }).loc ?? {};
    return { faults: [{ line, column }], urls: [] };
  }
}
