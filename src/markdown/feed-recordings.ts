import { DomUtils, parseDocument } from 'htmlparser2';
import { escapeMarkup } from '../lib/plain-text.ts';
import type { Labels } from './labels.ts';

type Document = ReturnType<typeof parseDocument>;
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** Elements that a paragraph may follow inside. */
const blocks = new Set(['div', 'figure', 'section', 'details', 'blockquote', 'li', 'dd', 'td', 'th']);

/**
 * Puts a link to the recording after every `audio` and `video`, because many feed readers show no players. It is the link
 * inside the player if there is one, which has the type and the size of the file.
 */
export function linkRecordings(document: Document, { recording }: Labels): void {
  const players = DomUtils.getElementsByTagName((name) => name === 'audio' || name === 'video', document, true);
  for (const player of players) {
    const sources = DomUtils.getElementsByTagName('source', player, true);
    const address = [player, ...sources]
      .map(({ attribs }) => attribs.src)
      .find((src) => src !== undefined && src !== '');
    if (address === undefined) continue;
    player.attribs.controls = '';
    const link =
      takeLink(player, address) ?? createLink(recording[player.name === 'audio' ? 'audio' : 'video'], address);
    const isBlock = player.parent === null || !('name' in player.parent) || blocks.has(player.parent.name);
    const added = isBlock ? wrapInParagraph(link) : [parseText(' '), link];
    for (const node of added.reverse()) DomUtils.append(player, node);
  }
}

type Added = NonNullable<Element['next']>;

/** Takes the link to a recording out of its player; undefined if there is none. */
function takeLink(player: Element, address: string): Element | undefined {
  const link = DomUtils.getElementsByTagName('a', player, true).find(({ attribs }) => attribs.href === address);
  if (link) DomUtils.removeElement(link);
  return link;
}

function createLink(words: string, address: string): Element {
  const html = `<a href="${escapeMarkup(address)}">${escapeMarkup(words)}</a>`;
  return parseDocument(html).children[0] as Element;
}

function wrapInParagraph(link: Element): Added[] {
  const paragraph = parseDocument('<p></p>').children[0] as Element;
  DomUtils.appendChild(paragraph, link);
  return [paragraph];
}

function parseText(text: string): Added {
  return parseDocument(text).children[0] as Added;
}
