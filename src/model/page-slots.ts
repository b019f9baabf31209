import { basePathOf } from '../lib/base-path.ts';
import { digestText, digestValue } from '../lib/digest.ts';
import { placeStyleUrls } from '../lib/rooted-style-urls.ts';
import type { Article, Library } from '../library/types.ts';
import type { Site } from '../schema/site.ts';
import type { OriginKind, PageKind, SlotName } from '../schema/slots.ts';
import { hrefTo } from './urls.ts';

type Slot = Library['slots'][number];

/** What decides which slots a page shows: its kind, and the section that it belongs to, if it does. */
export interface PagePlace {
  kind: PageKind;
  section?: string;
}

/** A slot as a page shows it. */
export interface ShownSlot {
  name: SlotName;
  /** As written, with the base path in front of what begins with the root of the site. */
  html: string;
  label?: string;
  /** The style that keeps its room; the content policy allows it by its hash. */
  style?: string;
}

export interface InArticleSlot extends ShownSlot {
  afterParagraphs: number;
}

export type PageSlots = Partial<Record<Exclude<SlotName, 'in-article'>, ShownSlot>> & { 'in-article'?: InArticleSlot };

/** Returns the slots of a page; empty for most newsrooms. `article` is the one whose own page it is. */
export function slotsOf({ slots, site }: Library, place: PagePlace, article?: Article): PageSlots {
  const shown = slots.filter((slot) => isShownAt(slot, place) && !isTooShort(slot, article));
  return Object.fromEntries(shown.map((slot) => [slot.name, showSlot(slot, site)]));
}

/** Adds the slots of a page to its key. Without slots, the key stays as it is. */
export function withSlots(key: string, slots: PageSlots): string {
  const shown = Object.values(slots);
  return shown.length === 0 ? key : digestText([key, ...shown.map(digestOf)].join('\n'));
}

const digests = new WeakMap<ShownSlot, string>();

function digestOf(slot: ShownSlot): string {
  const known = digests.get(slot) ?? digestValue(slot);
  digests.set(slot, known);
  return known;
}

function isShownAt({ settings: { pages, sections, exceptSections } }: Slot, { kind, section }: PagePlace): boolean {
  if (!pages.some((page) => page === 'all' || page === kind)) return false;
  if (sections && (section === undefined || !sections.includes(section))) return false;
  return section === undefined || !exceptSections?.includes(section);
}

function isTooShort({ name, settings }: Slot, article: Article | undefined): boolean {
  return name === 'in-article' && (article === undefined || article.wordCount < settings.minimumWords);
}

const shownSlots = new WeakMap<Slot, ShownSlot>();

/** Shows each slot only once per library, because every page asks for it. */
function showSlot(slot: Slot, site: Pick<Site, 'url'>): ShownSlot {
  const known = shownSlots.get(slot) ?? composeSlot(slot, site);
  shownSlots.set(slot, known);
  return known;
}

function composeSlot(slot: Slot, site: Pick<Site, 'url'>): ShownSlot | InArticleSlot {
  const { name, pieces, settings } = slot;
  const [first = '', ...rooted] = pieces;
  return {
    name,
    html: first + rooted.map((piece) => hrefTo(piece, site)).join(''),
    ...(settings.label !== undefined && { label: settings.label }),
    ...(settings.height && { style: reserveRoom(name, settings.height) }),
    ...(name === 'in-article' && { afterParagraphs: settings.afterParagraphs }),
  };
}

/** Writes the style that keeps room for what a slot loads later, so that the page does not move under its reader. */
function reserveRoom(name: SlotName, { phone, desktop }: { phone: number; desktop: number }): string {
  const rule = (pixels: number) => `.slot-${name}>.slot-content{min-block-size:${pixels}px}`;
  return rule(phone) + (desktop === phone ? '' : `@media (width>=48rem){${rule(desktop)}}`);
}

/** What the content policy has to allow for the slots of a site. */
export interface SlotParts {
  scripts: string[];
  styles: string[];
  styleAttributes: string[];
  /** Whether slots run scripts that know nothing of Trusted Types. */
  hasScripts: boolean;
  /** Whether slots open pages of the site in frames. */
  hasOwnFrames: boolean;
  origins: Readonly<Partial<Record<OriginKind, string[]>>>;
}

export function partsOfSlots({ slots, site }: Pick<Library, 'slots' | 'site'>): SlotParts {
  const origins: Partial<Record<OriginKind, string[]>> = {};
  for (const { settings } of slots)
    for (const [kind, added] of Object.entries(settings.origins) as [OriginKind, string[]][])
      origins[kind] = [...new Set([...(origins[kind] ?? []), ...added])];
  // Browsers take the hash of what they read, which has the base path in it.
  const placed = (css: string) => placeStyleUrls(css, basePathOf(site.url));
  return {
    scripts: slots.flatMap(({ inline }) => inline.scripts),
    styles: slots.flatMap((slot) => [...slot.inline.styles.map(placed), ...[showSlot(slot, site).style ?? []].flat()]),
    styleAttributes: slots.flatMap(({ inline }) => inline.styleAttributes.map(placed)),
    hasScripts: slots.some(({ hasScripts }) => hasScripts) || origins.scripts !== undefined,
    hasOwnFrames: slots.some(({ hasOwnFrames }) => hasOwnFrames),
    origins,
  };
}
