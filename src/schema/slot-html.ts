import { bisect } from '../lib/bisect.ts';
import { toPrintable } from '../lib/printable-text.ts';
import { messages } from './messages.ts';
import { mostProblems, type Problem } from './problem.ts';
import { type MarkupFault, readSlotMarkup, type SlotAttribute, type SlotTag } from './slot-markup.ts';
import { type OriginKind, type SlotName, type SlotOrigins, slotFolder } from './slots.ts';

/** A URL in a slot that may lead to another part of the site, and where it is written. */
interface SlotLink {
  kind: 'link' | 'file';
  url: string;
  line: number;
  column: number;
}

export interface ParsedSlot {
  /** The HTML as written, divided before each URL that begins with the root of the site. */
  pieces: string[];
  /** What the content policy has to allow by hashes: scripts and styles in the file, and styles of single elements. */
  inline: { scripts: string[]; styles: string[]; styleAttributes: string[] };
  /** Whether it runs scripts of its own or loads some. */
  hasScripts: boolean;
  links: SlotLink[];
  problems: Problem[];
}

/** In UTF-16 code units. */
const longestSlot = 100_000;
const headTags = new Set(['link', 'meta', 'noscript', 'script', 'style', 'template']);
/** Elements that load programs which no content policy of the engine allows. */
const plugins = new Set(['applet', 'embed', 'object', 'portal']);

/**
 * Reads the HTML of a slot and reports what would break the page, and what the content policy would refuse. `origins`
 * are those that `slots.yaml` declares for the slot, undefined if they are not known; `siteUrl` is the site's own.
 */
export function parseSlot(
  name: SlotName,
  written: string,
  origins: SlotOrigins | undefined,
  siteUrl: string,
): ParsedSlot {
  const file = `${slotFolder}/${name}.html`;
  const html = toPrintable(written).replace(/\r\n?/g, '\n');
  if (html.length > longestSlot) {
    const problems = [{ file, line: 1, message: messages.slotTooLong(longestSlot) }];
    return {
      pieces: [],
      inline: { scripts: [], styles: [], styleAttributes: [] },
      hasScripts: false,
      links: [],
      problems,
    };
  }
  const { tags, looseText, faults } = readSlotMarkup(html);
  const locate = createLocator(html);
  const told = [
    ...faults.map((fault) => ({ start: fault.start, message: describeFault(fault) })),
    ...(name === 'head' ? headFaults(tags, looseText) : []),
    ...tags.flatMap(refusedParts),
    ...(origins ? undeclaredOrigins(name, tags, origins, siteUrl) : []),
  ];
  const problems = told.slice(0, mostProblems).map(({ start, message }) => ({ file, ...locate(start), message }));
  const scripts = tags.filter(isScript);
  return {
    pieces: splitAtRoots(html, tags),
    inline: {
      scripts: scripts.filter((tag) => valueIn(tag, 'src') === undefined).map(({ text }) => text),
      styles: tags.filter((tag) => tag.name === 'style').map(({ text }) => text),
      styleAttributes: tags.flatMap((tag) => valueIn(tag, 'style') ?? []),
    },
    hasScripts: scripts.length > 0,
    links: tags.flatMap(linksOf).map(({ start, ...link }) => {
      const { line, column } = locate(start);
      return { ...link, line, column };
    }),
    problems,
  };
}

interface Told {
  start: number;
  message: string;
}

function describeFault({ kind, tag }: MarkupFault): string {
  const sentences = {
    unclosed: messages.slotUnclosed,
    stray: messages.slotStrayClosing,
    unfinished: messages.slotUnfinished,
    comment: messages.slotUnclosedComment,
    page: messages.slotPageTag,
  };
  return sentences[kind](tag);
}

/** In the head, any other element or text would end it, and all that follows would be in the body. */
function headFaults(tags: readonly SlotTag[], looseText: readonly number[]): Told[] {
  const outside = tags.filter(({ name, parent }) => parent === undefined && !headTags.has(name));
  const hidden = tags.filter(({ name, parent }) => parent === 'noscript' && !/^(?:link|meta|style)$/.test(name));
  return [
    ...[...outside, ...hidden].map(({ name, start }) => ({ start, message: messages.slotNotInHead(name) })),
    ...looseText.slice(0, 1).map((start) => ({ start, message: messages.slotTextInHead() })),
  ];
}

function refusedParts({ name, attributes, start }: SlotTag): Told[] {
  return [
    ...(plugins.has(name) ? [{ start, message: messages.slotPlugin(name) }] : []),
    ...attributes.flatMap((attribute): Told[] => {
      if (/^on[a-z]/.test(attribute.name)) return [{ start, message: messages.slotHandler(attribute.name) }];
      const isProgram = /^\s*javascript:/i.test(attribute.value);
      return isProgram ? [{ start: attribute.start, message: messages.slotScriptUrl(attribute.name) }] : [];
    }),
  ];
}

function undeclaredOrigins(slot: SlotName, tags: readonly SlotTag[], origins: SlotOrigins, siteUrl: string): Told[] {
  const told: Told[] = [];
  const added: SlotOrigins = {};
  for (const tag of tags) {
    for (const { kind, attribute } of loadedBy(tag)) {
      const origin = originOf(attribute.value, siteUrl);
      const declared = [...(origins[kind] ?? []), ...(added[kind] ?? [])];
      if (origin === undefined || declared.some((one) => covers(one, origin))) continue;
      added[kind] = [...(added[kind] ?? []), origin];
      const line = `${kind}: [${[...declared, origin].join(', ')}]`;
      told.push({ start: attribute.start, message: messages.undeclaredOrigin(kind, origin, slot, line) });
    }
  }
  return told;
}

/** Lists the attributes of a tag by which the browser loads something that the policy refuses by default. */
function loadedBy(tag: SlotTag): { kind: OriginKind; attribute: SlotAttribute }[] {
  const find = (name: string, kind: OriginKind | undefined) => {
    const attribute = tag.attributes.find((one) => one.name === name);
    return attribute && kind ? [{ kind, attribute }] : [];
  };
  switch (tag.name) {
    case 'script':
      return find('src', 'scripts');
    case 'iframe':
      return find('src', 'frames');
    case 'form':
      return find('action', 'forms');
    case 'button':
    case 'input':
      return find('formaction', 'forms');
    case 'link':
      return find('href', kindOfLink(tag));
    default:
      return [];
  }
}

const preloaded: Readonly<Record<string, OriginKind>> = {
  script: 'scripts',
  style: 'styles',
  font: 'fonts',
  fetch: 'connect',
};

function kindOfLink(tag: SlotTag): OriginKind | undefined {
  const relations = (valueIn(tag, 'rel') ?? '').toLowerCase().split(/\s+/);
  if (relations.includes('stylesheet')) return 'styles';
  if (relations.includes('modulepreload')) return 'scripts';
  return relations.includes('preload') ? preloaded[(valueIn(tag, 'as') ?? '').toLowerCase()] : undefined;
}

/** Returns the origin of a URL as the policy names it; undefined if it is the site's own, or no URL of the web. */
function originOf(url: string, siteUrl: string): string | undefined {
  const target = URL.parse(url.trim(), siteUrl);
  if (!target || !/^https?:$/.test(target.protocol) || target.host === new URL(siteUrl).host) return undefined;
  return `https://${target.host}`;
}

/** Whether a declared origin, such as `https://*.example`, stands for another one. */
function covers(declared: string, origin: string): boolean {
  const [, suffix] = /^https:\/\/\*(\..+)$/.exec(declared) ?? [];
  return declared === origin || (suffix !== undefined && origin.startsWith('https://') && origin.endsWith(suffix));
}

const scriptTypes = /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

/** Whether an element is a script that browsers run, not data such as JSON. */
function isScript(tag: SlotTag): boolean {
  return tag.name === 'script' && scriptTypes.test((valueIn(tag, 'type') ?? '').trim());
}

function valueIn({ attributes }: SlotTag, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

const urlAttributes = new Set(['href', 'src', 'action', 'formaction', 'poster', 'srcset', 'imagesrcset']);
const listsOfUrls = new Set(['srcset', 'imagesrcset']);

function linksOf({ name, attributes }: SlotTag): { kind: SlotLink['kind']; url: string; start: number }[] {
  return attributes
    .filter((attribute) => urlAttributes.has(attribute.name))
    .flatMap((attribute) => {
      const isList = listsOfUrls.has(attribute.name);
      const urls = isList
        ? attribute.value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '')
        : [attribute.value.trim()];
      const kind = name === 'a' || name === 'area' || name === 'form' ? 'link' : 'file';
      return urls.filter((url) => url !== '').map((url) => ({ kind, url, start: attribute.start }) as const);
    });
}

const rootOfUrl = /^\s*\/(?![/\\])/;
const rootInList = /(?:^|,)\s*\/(?![/\\])/g;

/** Divides HTML before each URL that begins with the root of the site: `<a href="/x/">` → `<a href="`, `/x/">`. */
function splitAtRoots(html: string, tags: readonly SlotTag[]): string[] {
  const attributes = tags.flatMap((tag) => tag.attributes).filter(({ name }) => urlAttributes.has(name));
  const cuts = attributes.flatMap(({ name, start, end }) => {
    const written = html.slice(start, end);
    const roots = listsOfUrls.has(name) ? [...written.matchAll(rootInList)] : [rootOfUrl.exec(written)];
    return roots.flatMap((found) => (found ? start + found.index + found[0].length - 1 : []));
  });
  return [0, ...cuts].map((cut, index) => html.slice(cut, cuts[index]));
}

type Place = Required<Pick<Problem, 'line' | 'column' | 'source'>>;

/** Makes a function that finds the line and the column of a place in a text. */
function createLocator(html: string): (start: number) => Place {
  const lines = html.split('\n');
  const ends: number[] = [];
  for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.length + 1);
  return (start) => {
    const index = bisect(lines.length, (line) => (ends[line] as number) > start);
    return { line: index + 1, column: start - (ends[index - 1] ?? 0) + 1, source: lines[index] ?? '' };
  };
}
