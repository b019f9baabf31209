import { bisect } from '../lib/bisect.ts';
import { toPrintable } from '../lib/printable-text.ts';
import { findRootedStyleUrls } from '../lib/rooted-style-urls.ts';
import { urlsInSrcset } from '../lib/srcset.ts';
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
  /** Whether it opens pages of the site in frames. */
  hasOwnFrames: boolean;
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
      hasOwnFrames: false,
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
    ...[...html.matchAll(/[\u202d\u202e]/g)].map(({ index }) => ({ start: index, message: messages.slotOverride() })),
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
    hasOwnFrames: tags.some((tag) => tag.name === 'iframe' && isOwn(valueIn(tag, 'src'), siteUrl)),
    links: tags
      .flatMap((tag) => [...linksOf(tag), ...styleLinks(tag, html)])
      .map(({ start, ...link }) => {
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
    nested: messages.slotNested,
    outside: messages.slotOutsideTable,
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

const loadingAttributes = new Set(['src', 'srcset', 'poster', 'xlink:href', 'imagesrcset']);
/** Addresses whose content is in themselves; no policy of the engine allows them. */
const inlineUrl = /^\s*(data|blob):/i;
const inlineStyleUrl = /\burl\(\s*["']?\s*(data|blob):/i;
/** What a page in `srcdoc` may not have: it is under the policy of the page around it, which has no hashes for it. */
const inlineProgram = /<(?:script|style)\b|\s(?:on[a-z]+|style)\s*=/i;

function refusedParts(tag: SlotTag): Told[] {
  const { name, attributes, start, text, textStart } = tag;
  const [whole = '', scheme = ''] = (name === 'style' && inlineStyleUrl.exec(text)) || [];
  return [
    ...(plugins.has(name) ? [{ start, message: messages.slotPlugin(name) }] : []),
    ...(whole === ''
      ? []
      : [{ start: textStart + text.indexOf(whole), message: messages.slotInlineUrl('url', scheme) }]),
    ...attributes.flatMap((attribute) => refusedAttribute(tag, attribute)),
  ];
}

function refusedAttribute({ name: tag, start }: SlotTag, attribute: SlotAttribute): Told[] {
  const { name, value } = attribute;
  if (/^on[a-z]/.test(name)) return [{ start, message: messages.slotHandler(name) }];
  if (/^\s*javascript:/i.test(value)) return [{ start: attribute.start, message: messages.slotScriptUrl(name) }];
  if (tag === 'iframe' && name === 'srcdoc' && inlineProgram.test(value))
    return [{ start: attribute.start, message: messages.slotInnerProgram() }];
  const isLoaded = loadingAttributes.has(name) || (name === 'href' && (tag === 'link' || tag === 'image'));
  const [, scheme] = (isLoaded ? inlineUrl : name === 'style' ? inlineStyleUrl : undefined)?.exec(value) ?? [];
  return scheme === undefined ? [] : [{ start: attribute.start, message: messages.slotInlineUrl(name, scheme) }];
}

function undeclaredOrigins(slot: SlotName, tags: readonly SlotTag[], origins: SlotOrigins, siteUrl: string): Told[] {
  const told: Told[] = [];
  const added: SlotOrigins = {};
  for (const tag of tags) {
    if (told.length >= mostProblems) break;
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
    case 'a':
    case 'area':
      return find('ping', 'connect').flatMap(({ kind, attribute }) =>
        attribute.value
          .split(/\s+/)
          .slice(0, mostProblems)
          .map((value) => ({ kind, attribute: { ...attribute, value } })),
      );
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

/** Whether a URL leads to a page of the site. */
function isOwn(url: string | undefined, siteUrl: string): boolean {
  const target = url === undefined || url.trim() === '' ? undefined : URL.parse(url.trim(), siteUrl);
  return target?.host === new URL(siteUrl).host && /^https?:$/.test(target.protocol);
}

/** Whether a declared origin, such as `https://*.example`, stands for another one. */
function covers(declared: string, origin: string): boolean {
  const [, suffix] = /^https:\/\/\*(\..+)$/.exec(declared) ?? [];
  return declared === origin || (suffix !== undefined && origin.startsWith('https://') && origin.endsWith(suffix));
}

/** The types by which HTML knows JavaScript, and those of other scripts that the policy is asked about. */
const scriptTypes =
  /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:javascript1\.[0-5]|jscript|livescript))$/i;

/** Whether an element is a script that browsers run, not data such as JSON. */
function isScript(tag: SlotTag): boolean {
  const language = valueIn(tag, 'language') ?? '';
  const type = valueIn(tag, 'type') ?? (language === '' ? '' : `text/${language}`);
  return tag.name === 'script' && scriptTypes.test(type.trim());
}

function valueIn({ attributes }: SlotTag, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

const urlAttributes = new Set(['href', 'xlink:href', 'src', 'action', 'formaction', 'poster', 'srcset', 'imagesrcset']);
const listsOfUrls = new Set(['srcset', 'imagesrcset']);

function linksOf({ name, attributes }: SlotTag): { kind: SlotLink['kind']; url: string; start: number }[] {
  return attributes
    .filter((attribute) => urlAttributes.has(attribute.name))
    .flatMap((attribute) => {
      const isList = listsOfUrls.has(attribute.name);
      const urls = isList ? urlsInSrcset(attribute.value) : [attribute.value.trim()];
      const kind = name === 'a' || name === 'area' || name === 'form' ? 'link' : 'file';
      return urls.filter((url) => url !== '').map((url) => ({ kind, url, start: attribute.start }) as const);
    });
}

/** Lists the rooted URLs in a style element, and in the styles of an element. */
function styleLinks(
  { name, attributes, text, textStart }: SlotTag,
  html: string,
): (Omit<SlotLink, 'line' | 'column'> & { start: number })[] {
  const styled = attributes.filter((attribute) => attribute.name === 'style');
  const places = [
    ...(name === 'style' ? [{ start: textStart, end: textStart + text.length }] : []),
    ...styled.map(({ start, end }) => ({ start, end })),
  ];
  return places.flatMap(({ start, end }) =>
    findRootedStyleUrls(html.slice(start, end)).map((found) => ({
      kind: 'file',
      url: found.url,
      start: start + found.start,
    })),
  );
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
  cuts.push(...tags.flatMap((tag) => styleLinks(tag, html).map(({ start }) => start)));
  cuts.sort((one, other) => one - other);
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
