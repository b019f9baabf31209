import type { Code, Definition, Delete, Emphasis, FootnoteDefinition, Html, Nodes, Root, Strong, Table } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { findEmbed } from '../../lib/embeds/providers.ts';
import { isAddress } from '../../lib/spaced-address.ts';
import { closedTags, findOpenFormatting, findUnknownOpenings } from '../html-tags.ts';
import { joinInLines, type Loss } from './loss.ts';
import { findMisreadNotes } from './misread-notes.ts';

type FindLosses = (nodes: readonly Nodes[], source: string) => Loss[];

/** Finds text of a body that readers would not see. */
export function findLosses(tree: Root, source: string): Loss[] {
  const nodes = nodesIn(tree);
  const finders = [
    findUnusedNotes,
    findEmptyNotes,
    findMisreadNotes,
    findSecondDefinitions,
    findUnseenDefinitions,
    findExtraCells,
    findOpenComments,
    findCharacterData,
    findOpenFences,
    findUnknownTags,
    findCalculations,
    findOpenTags,
    findWordlessLinks,
  ];
  return finders.flatMap((find) => find(nodes, source));
}

/** Returns a node with all that is in it. */
export function nodesIn(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesIn)] : [node];
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;
const isNote = (node: Nodes): node is FootnoteDefinition => node.type === 'footnoteDefinition';

/** A note is shown if the text refers to it, or another note that is shown. */
const findUnusedNotes: FindLosses = (nodes) => {
  const notes = new Map(nodes.filter(isNote).map((note) => [note.identifier, note]));
  const inNotes = new Set([...notes.values()].flatMap(nodesIn));
  const referred = (from: readonly Nodes[]) =>
    from.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : []));
  const shown = new Set(referred(nodes.filter((node) => !inNotes.has(node))));
  for (const identifier of shown) {
    const note = notes.get(identifier);
    if (note) for (const other of referred(nodesIn(note))) shown.add(other);
  }
  return [...notes.values()]
    .filter(({ identifier }) => !shown.has(identifier))
    .map((note) => ({ kind: 'unused-note', at: startOf(note), edits: [], isCertain: false }));
};

/** A note is empty if its words begin in another line without four spaces; in a list, it leaves an empty item. */
const findEmptyNotes: FindLosses = (nodes) =>
  nodes.flatMap((node): Loss[] => {
    if (isNote(node) && node.children.length === 0)
      return [{ kind: 'empty-note', at: startOf(node), edits: [], isCertain: false }];
    const [first] = node.type === 'listItem' ? node.children : [];
    if (node.type !== 'listItem' || !first || !node.children.every(isNote)) return [];
    const edits = [{ start: startOf(node), end: startOf(first), replacement: '' }];
    return [{ kind: 'note-in-list', at: startOf(node), edits, isCertain: false }];
  });

/** Only the first definition of a label counts. */
const findSecondDefinitions: FindLosses = (nodes, source) => {
  const seen = new Map<string, Nodes>();
  return nodes.flatMap((node): Loss[] => {
    if (!isNote(node) && node.type !== 'definition') return [];
    const label = `${node.type} ${node.identifier}`;
    const first = seen.get(label);
    seen.set(label, first ?? node);
    const isSame = first && textOf(first, source) === textOf(node, source);
    return first && !isSame ? [{ kind: 'second-definition', at: startOf(node), edits: [], isCertain: false }] : [];
  });
};

function textOf(node: Nodes, source: string): string {
  return source.slice(startOf(node), endOf(node)).trim();
}

/** `[ملاحظة]: مهمة` and `[1]: https://…` read as definitions, which nobody sees; `[//]: # (…)` is a comment. */
const findUnseenDefinitions: FindLosses = (nodes, source) => {
  const used = new Set(
    nodes.flatMap((node) => (/Reference$/.test(node.type) && 'identifier' in node ? [node.identifier] : [])),
  );
  return nodes
    .filter((node): node is Definition => node.type === 'definition')
    .filter(({ label }) => !isComment(label ?? '') && !label?.endsWith('^'))
    .flatMap((node): Loss[] => {
      const written = source.slice(startOf(node), endOf(node));
      const start = startOf(node) + written.indexOf('[');
      if (isProse(node))
        return [
          { kind: 'swallowed-prose', at: start, edits: [{ start, end: start, replacement: '\\' }], isCertain: false },
        ];
      if (used.has(node.identifier) || !isSource(node)) return [];
      const end = startOf(node) + written.indexOf(']:') + ']:'.length;
      const label = source.slice(start + 1, end - ']:'.length).trim();
      const replacement = node.url.startsWith('(') ? `[${label}]` : asItem(label);
      return [{ kind: 'unused-definition', at: start, edits: [{ start, end, replacement }], isCertain: false }];
    });
};

/** Whether a label is the custom of those who write comments as definitions. */
function isComment(label: string): boolean {
  return /^(?:\/\/.*|comment|تعليق|[#_-])$/i.test(label);
}

function isProse({ url, title }: Definition): boolean {
  if (isAddress(url)) return false;
  return /[\u0620-\u064A]/.test(url + (title ?? '')) && !/[/#?]|^[a-z]+:/i.test(url);
}

/** Whether a definition is one of a list of sources: `[1]: https://…`, `[رويترز]: https://…`, or a link with a colon: `[نص]:(https://…)` */
function isSource({ url, label }: Definition): boolean {
  return /[\p{L}\p{N}]/u.test(label ?? '') && /^\(?(?:https?:|www\.)/i.test(url);
}

function asItem(label: string): string {
  return /^\p{Nd}{1,3}$/u.test(label) ? `${label}.` : `- ${label}:`;
}

const findExtraCells: FindLosses = (nodes) =>
  nodes
    .filter((node): node is Table => node.type === 'table')
    .flatMap(({ children: [head, ...rows] }) => {
      const count = head?.children.length ?? 0;
      return rows.flatMap((row): Loss[] => {
        const lost = row.children.slice(count).find(({ children }) => children.length > 0);
        return lost ? [{ kind: 'extra-cell', at: startOf(lost), edits: [], isCertain: false }] : [];
      });
    });

/** A comment that nothing ends takes all that follows; editors turn `-->` into `—>`. */
const findOpenComments: FindLosses = (nodes, source) =>
  nodes
    .filter((node): node is Html => node.type === 'html')
    .flatMap((node): Loss[] => {
      const [opening] =
        /<!--(?![\s\S]*?-->)|<\?(?![\s\S]*?\?>)|<![A-Za-z](?=[^>]*[\u0620-\u064A])/.exec(node.value) ?? [];
      if (opening === undefined || !/[\p{L}\p{N}]/u.test(node.value.slice(opening.length))) return [];
      const start = startOf(node) + node.value.lastIndexOf(opening);
      const end = source.indexOf('\n', start);
      const line = source.slice(start, end === -1 ? source.length : end).trimEnd();
      const typed = /[ ]?[-–—]{1,2}[ ]?>[ ]*$/.exec(line);
      const from = start + (typed?.index ?? line.length);
      const edits = opening === '<!--' ? [{ start: from, end: start + line.length, replacement: ' -->' }] : [];
      return [{ kind: 'open-comment', at: start, edits, isCertain: false }];
    });

/** Browsers show nothing of a section of XML. */
const findCharacterData: FindLosses = (nodes) =>
  nodes
    .filter((node): node is Html => node.type === 'html')
    .flatMap((node): Loss[] => {
      const [opening, closing] = ['<![CDATA[', ']]>'].map((mark) => ({ mark, index: node.value.indexOf(mark) }));
      if (
        !opening ||
        opening.index === -1 ||
        !/[\p{L}\p{N}]/u.test(node.value.slice(opening.index + opening.mark.length))
      )
        return [];
      const at = startOf(node) + opening.index;
      const edits = [opening, closing].flatMap((found) => {
        if (!found || found.index < opening.index) return [];
        const start = startOf(node) + found.index;
        return [{ start, end: start + found.mark.length, replacement: '' }];
      });
      return [{ kind: 'cdata', at, edits, isCertain: false }];
    });

/** A fence that nothing closes makes code of all that follows. */
const findOpenFences: FindLosses = (nodes, source) =>
  nodes
    .filter((node): node is Code => node.type === 'code')
    .flatMap((node): Loss[] => {
      const [first = '', ...others] = source.slice(startOf(node), endOf(node)).split('\n');
      const [fence] = /^`{3,}|^~{3,}/.exec(first) ?? [];
      if (fence === undefined) return [];
      const last = (others.at(-1) ?? '').replace(/^[ \t>]+/, '').trimEnd();
      const isClosed = last.startsWith(fence) && last === fence.charAt(0).repeat(last.length);
      return isClosed ? [] : [{ kind: 'open-fence', at: startOf(node), edits: [], isCertain: false }];
    });

/** A tag that HTML does not have, and that nothing closes, is a word between < and > that no reader sees. */
const findUnknownTags: FindLosses = (nodes, source) => {
  const html = tagsOf(nodes);
  const closed = new Set(html.flatMap(({ value }) => closedTags(value)));
  const losses = html.flatMap((node) =>
    findUnknownOpenings(node.value)
      .filter(({ name }) => !closed.has(name))
      .map(({ index }): Loss => {
        const start = startOf(node) + index;
        // Within HTML, a backslash is a letter like any other.
        const edit = index === 0 ? { end: start, replacement: '\\' } : { end: start + 1, replacement: '&lt;' };
        return { kind: 'unknown-tag', at: start, edits: [{ start, ...edit }], isCertain: false };
      }),
  );
  return joinInLines(losses, source);
};

const digit = /[0-9٠-٩۰-۹]/;

/** `5*3*2` reads as emphasis, so that readers see other numbers: 532. */
const findCalculations: FindLosses = (nodes, source) =>
  nodes.filter(isEmphasis).flatMap((node): Loss[] => {
    const sign = source.charAt(startOf(node));
    const length = node.type === 'strong' || source.startsWith('~~', startOf(node)) ? 2 : 1;
    const [opening, closing] = [startOf(node), endOf(node) - length];
    const isInNumber = [opening, closing].map((at) => isBetweenDigits(source, at, sign));
    if (!isInNumber.includes(true)) return [];
    const signs = [opening, closing].flatMap((at) => (length === 2 ? [at, at + 1] : [at]));
    return [
      {
        kind: 'calculation',
        at: opening,
        edits: signs.map((at) => ({ start: at, end: at, replacement: '\\' })),
        isCertain: !isInNumber.includes(false),
      },
    ];
  });

function isEmphasis(node: Nodes): node is Emphasis | Strong | Delete {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete';
}

/** Whether digits are on both sides of the run of a sign that is at an offset. */
function isBetweenDigits(source: string, at: number, sign: string): boolean {
  let [start, end] = [at, at];
  while (source[start - 1] === sign) start -= 1;
  while (source[end] === sign) end += 1;
  return digit.test(source.charAt(start - 1)) && digit.test(source.charAt(end));
}

/** `<em>` that nothing closes runs on to the end of the article. */
const findOpenTags: FindLosses = (nodes) => {
  const html = tagsOf(nodes);
  return findOpenFormatting(html.map(({ value }) => value)).flatMap(({ piece, index }): Loss[] => {
    const node = html[piece];
    return node ? [{ kind: 'open-tag', at: startOf(node) + index, edits: [], isCertain: false }] : [];
  });
};

/** `[](https://…)`; the site writes the words of an embed itself. */
const findWordlessLinks: FindLosses = (nodes, source) =>
  nodes
    .filter((node) => node.type === 'link' && source.charAt(startOf(node)) === '[' && !findEmbed(node.url))
    .filter((node) => nodesIn(node).every((inside) => !/^(?:image|html|inlineCode|mdx)/.test(inside.type)))
    .filter((node) => textOfNode(node).trim() === '')
    .map((node) => ({ kind: 'wordless-link', at: startOf(node), edits: [], isCertain: false }));

function tagsOf(nodes: readonly Nodes[]): Html[] {
  return nodes.filter((node): node is Html => node.type === 'html' && !/^<[!?]/.test(node.value));
}
