import type { Parents, PhrasingContent, Root } from 'mdast';
import { addressStops } from '../../lib/arabic/characters.ts';
import type { Conversion } from './conversion.ts';
import { linked, text } from './text-elements.ts';

/** An address as it is written in a text. Arabic punctuation ends it, as it does where the site reads Markdown. */
const writtenAddress = new RegExp(`(?:https?://|(?<![\\w.@/])www\\.)[^\\s<>"${addressStops}]+`, 'gi');

/**
 * Makes links of the addresses in texts, as the site would when it reads them. Those of the old site lead to the new
 * one; those that lead nowhere become code, which is no link, so that the text stays whole.
 */
export function linkAddresses(root: Root, conversion: Conversion): void {
  linkWithin(root, conversion);
}

function linkWithin(parent: Parents, conversion: Conversion): void {
  if (parent.type === 'link' || parent.type === 'linkReference') return;
  for (const child of parent.children) if ('children' in child) linkWithin(child, conversion);
  parent.children = (parent.children as PhrasingContent[]).flatMap((child) =>
    child.type === 'text' ? splitText(child.value, conversion) : [child],
  ) as typeof parent.children;
}

function splitText(value: string, conversion: Conversion): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let end = 0;
  for (const { 0: found, index } of value.matchAll(writtenAddress)) {
    const written = withoutEnd(found);
    const address = /^www\./i.test(written) ? `http://${written}` : written;
    const [link] = linked(address, [text(written)], conversion);
    parts.push(text(value.slice(end, index)), link?.type === 'link' ? link : { type: 'inlineCode', value: written });
    end = index + written.length;
  }
  return end === 0 ? [text(value)] : [...parts, text(value.slice(end))];
}

/**
 * Removes what ends a sentence and not an address: punctuation, a bracket that was opened before the address, and a mark
 * such as `*` that has no other before it.
 */
function withoutEnd(written: string): string {
  const last = written.at(-1) ?? '';
  const isUnopened = last === ')' && count(written, ')') > count(written, '(');
  const isAlone = '*_~'.includes(last) && count(written, last) % 2 === 1;
  return isUnopened || isAlone || /[\].,;:!?']/.test(last) ? withoutEnd(written.slice(0, -1)) : written;
}

function count(value: string, sign: string): number {
  return value.split(sign).length - 1;
}
