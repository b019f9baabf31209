import type { Problem } from '../../schema/problem.ts';

export type Place = Pick<Problem, 'line' | 'column' | 'source'>;

/** A module that code imports; `index` is where its name is written. */
export interface CodeImport {
  specifier: string;
  index: number;
  /** Whether only its types are imported: nothing is left of it when the code runs. */
  isOfTypes: boolean;
}

interface CodeImports {
  imports: CodeImport[];
  /** Where files are imported by a pattern. */
  patterns: number[];
}

const importing =
  /(?:^|[\s;}])(?:import|export)\b(?:[\p{L}\p{N}_$\s{},*]{1,500}?\bfrom\b)?\s*['"]([^'"\n]{1,500})['"]/gu;
const importingLater = /\bimport\s*\(\s*['"]([^'"\n]{1,500})['"]/g;
const importingByPattern = /\bimport\s*\.\s*meta\s*\.\s*glob\b/g;

/** Finds what a module imports; in a component, what its frontmatter and its scripts import, not the text for readers. */
export function findImports(text: string, file: string): CodeImports {
  const code = blankText(file.endsWith('.astro') ? keepCode(text) : text);
  const found = [...code.matchAll(importing), ...code.matchAll(importingLater)].map(
    ({ 0: whole, 1: name = '', index }) => {
      const start = index + whole.length - name.length - 1;
      const isOfTypes = /^\W?(?:import|export)\s+type\b(?!\s*from\b)/.test(whole);
      return { specifier: text.slice(start, start + name.length), index: start, isOfTypes };
    },
  );
  const patterns = [...code.matchAll(importingByPattern)].map(({ index }) => index);
  return { imports: found.sort((one, other) => one.index - other.index), patterns };
}

/** Replaces all but the frontmatter and the scripts of a component by spaces, so that places stay as they are. */
function keepCode(text: string): string {
  const [head = ''] = /^\s*---\r?\n(?:.*?\r?\n)??---/s.exec(text) ?? [];
  const template = text.slice(head.length).replace(/<!--.*?(?:-->|$)/gs, blank);
  let kept = head.replaceAll('---', '   ');
  for (let start = 0; start < template.length; ) {
    const tag = indexOf(template, /<script\b[^>]{0,2000}>/gi, start);
    const end = indexOf(template, /<\/script/gi, tag.end);
    kept += blank(template.slice(start, tag.end)) + template.slice(tag.end, end.start);
    start = end.start;
  }
  return kept;
}

function indexOf(text: string, pattern: RegExp, from: number): { start: number; end: number } {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found ? { start: found.index, end: pattern.lastIndex } : { start: text.length, end: text.length };
}

const textInCode = /'(?:[^'\\\n]|\\.)*'?|"(?:[^"\\\n]|\\.)*"?|`(?:[^`\\]|\\.)*`?|\/\/[^\n]*|\/\*.*?(?:\*\/|$)/gs;

/** Replaces comments by spaces and what is in strings by underscores, so that neither looks like code. */
function blankText(code: string): string {
  return code.replace(textInCode, (found) => {
    const [quote = ''] = found;
    if (quote === '/') return blank(found);
    const isQuoted = quote !== '`' && found.length > 1 && found.endsWith(quote);
    return isQuoted ? quote + '_'.repeat(found.length - 2) + quote : '_'.repeat(found.length);
  });
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** Returns where a text has a character, as problems tell it. */
export function placeOf(text: string, index: number): Place {
  const before = text.slice(0, index).split('\n');
  return {
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    source: text.split('\n')[before.length - 1] ?? '',
  };
}
