import type { Nodes, Parents, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseBody } from '../../src/editorial/markdown-prose.ts';

/** A fenced block of the guide. */
export interface Example {
  /** The page of the guide. */
  page: string;
  /** Of the fence in the page, from 1. */
  line: number;
  language: string;
  text: string;
  /** What `<!-- مثال: … -->` right before the block says of it; '' where its language says enough. */
  mark: string;
}

export interface Section {
  /** 1–6. */
  depth: number;
  heading: string;
  /** What stands between its heading and the next one, sections within it included. */
  nodes: Nodes[];
}

/** One wrong and one right spelling of a line, as the guide shows a rule. */
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

/** A section for each heading, in their order. */
export function findSections({ children }: Root): Section[] {
  return children.flatMap((heading, index): Section[] => {
    if (heading.type !== 'heading') return [];
    const rest = children.slice(index + 1);
    const end = rest.findIndex((node) => node.type === 'heading' && node.depth <= heading.depth);
    return [{ depth: heading.depth, heading: textOf(heading), nodes: end === -1 ? rest : rest.slice(0, end) }];
  });
}

/** What `read` finds in nodes and in all that they hold, in the order of the text. */
export function collect<Found>(nodes: readonly Nodes[], read: (node: Nodes) => Found | undefined): Found[] {
  return nodes.flatMap((node): Found[] => {
    const found = read(node);
    return [...(found === undefined ? [] : [found]), ...('children' in node ? collect(node.children, read) : [])];
  });
}

/** Characters that no one sees are written by their number, ⟨U+200F⟩. */
export function showHidden(text: string): string {
  return text.replace(/⟨U\+([0-9A-F]{4})⟩/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The lines `قبل: …` of a block, each with the line `بعد: …` under it. */
export function readCorrections(text: string): Correction[] {
  return [...showHidden(text).matchAll(/^قبل: (.*)\nبعد: (.*)$/gm)].map(([, before = '', after = '']) => ({
    before,
    after,
  }));
}

const required = ['title: مثال من الدليل', 'author: maha', 'date: 2026-11-20', 'category: local'];

/** An article of some lines of front matter; the required ones that they lack come before them. */
export function completeArticle(lines: string, body = 'متن المقال.'): string {
  const keys = lines.split('\n').map(keyOf);
  const missing = required.filter((line) => !keys.includes(keyOf(line)));
  return `---\n${[...missing, ...(lines === '' ? [] : [lines])].join('\n')}\n---\n\n${body}\n`;
}

/** `title:نص`, `title：نص` and `title نص` are of one key. */
function keyOf(line: string): string {
  return /^[^:：\s]*/.exec(line)?.[0] ?? '';
}

/** Lines in which one key stands again and again → each of its spellings alone, with the lines that belong to it. */
export function partAlternatives(text: string): string[] {
  return text.split(/\n(?=[^\s-])/);
}

/** The article with this id, whatever it had. */
export function withId(text: string, id: string): string {
  return text.replace(/^id: .*\n/m, '').replace(/^---\n/, `---\nid: ${id}\n`);
}
