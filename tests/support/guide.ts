import type { Nodes, Parents, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseBody } from '../../src/editorial/markdown-prose.ts';

/** A fenced code block in the guide. */
export interface Example {
  /** The page of the guide that has the block. */
  page: string;
  /** The line of the opening fence, counted from 1. */
  line: number;
  language: string;
  text: string;
  /**
   * The text of the comment `<!-- مثال: … -->` right before the block, which says what the block shows; '' without such
   * a comment.
   */
  mark: string;
}

export interface Section {
  /** 1–6. */
  depth: number;
  heading: string;
  /** The content below the heading, subsections included. */
  nodes: Nodes[];
}

/** A wrong line and its correction, with which the guide explains a rule. */
export interface Correction {
  before: string;
  after: string;
}

export function parseGuide(text: string): Root {
  const tree = parseBody(text, 'md');
  if (!tree) throw new Error('Markdown is always parsed.');
  return tree;
}

export function findExamples(page: string, text: string): Example[] {
  return examplesIn(parseGuide(text), page);
}

function examplesIn(parent: Parents, page: string): Example[] {
  return parent.children.flatMap((node, index): Example[] => {
    if (node.type !== 'code') return 'children' in node ? examplesIn(node, page) : [];
    const before = parent.children[index - 1];
    const [, mark = ''] = (before?.type === 'html' && /^<!-- مثال: (.*) -->$/.exec(before.value)) || [];
    return [{ page, line: node.position?.start.line ?? 0, language: node.lang ?? '', text: node.value, mark }];
  });
}

/** Finds the section of each heading, in document order. */
export function findSections({ children }: Root): Section[] {
  return children.flatMap((heading, index): Section[] => {
    if (heading.type !== 'heading') return [];
    const rest = children.slice(index + 1);
    const end = rest.findIndex((node) => node.type === 'heading' && node.depth <= heading.depth);
    return [{ depth: heading.depth, heading: textOf(heading), nodes: end === -1 ? rest : rest.slice(0, end) }];
  });
}

/** Calls `read` for nodes and all their descendants, in document order, and collects its results. */
export function collect<Found>(nodes: readonly Nodes[], read: (node: Nodes) => Found | undefined): Found[] {
  return nodes.flatMap((node): Found[] => {
    const found = read(node);
    return [...(found === undefined ? [] : [found]), ...('children' in node ? collect(node.children, read) : [])];
  });
}

/** Replaces ⟨U+200F⟩ and similar marks by the character with this code point, which is invisible. */
export function showHidden(text: string): string {
  return text.replace(/⟨U\+([0-9A-F]{4})⟩/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Reads the pairs of lines `قبل: …` and `بعد: …` of a block. */
export function readCorrections(text: string): Correction[] {
  return [...showHidden(text).matchAll(/^قبل: (.*)\nبعد: (.*)$/gm)].map(([, before = '', after = '']) => ({
    before,
    after,
  }));
}

const required = ['title: مثال من الدليل', 'author: maha', 'date: 2026-11-20', 'category: local'];

/** Returns an article with these lines of front matter, preceded by the required lines that `lines` lacks. */
export function completeArticle(lines: string, body = 'متن المقال.'): string {
  const keys = lines.split('\n').map(keyOf);
  const missing = required.filter((line) => !keys.includes(keyOf(line)));
  return `---\n${[...missing, ...(lines === '' ? [] : [lines])].join('\n')}\n---\n\n${body}\n`;
}

/** Returns the key of a line; `title:نص`, `title：نص` and `title نص` all have the key `title`. */
function keyOf(line: string): string {
  return /^[^:：\s]*/.exec(line)?.[0] ?? '';
}

/** Splits a block that shows several spellings of one key into the spellings, each with its indented lines. */
export function partAlternatives(text: string): string[] {
  return text.split(/\n(?=[^\s-])/);
}

/** Replaces or adds the id of an article. */
export function withId(text: string, id: string): string {
  return text.replace(/^id: .*\n/m, '').replace(/^---\n/, `---\nid: ${id}\n`);
}
