import { keepingPlace } from './keep-place.ts';

/** The regions above the entries that are replaced as a whole, and the one below. */
const regionsAbove = ['[data-live-state]', '[data-live-summary]', '[data-live-key]'];
/** The regions of the header of the article, which are replaced in the same way. */
const regionsOfHeader = ['[data-live-kicker]', '[data-live-updated]'];
const regionBelow = '[data-live-older]';

/** The entries of `section[data-live]`, newest first. */
function entriesOf(section: Element): HTMLElement[] {
  return [...(entryList(section)?.children ?? [])] as HTMLElement[];
}

function entryList(section: Element): Element | null {
  return section.querySelector('[data-live-entries]');
}

function idsOf(elements: Iterable<Element>): Set<string> {
  return new Set([...elements].map(({ id }) => id));
}

/** The anchors of the entries on numbered pages. */
function olderIds(section: Element): Set<string> {
  return idsOf(section.querySelectorAll(`${regionBelow} [id]`));
}

/** Returns the entries of a newer page that are in no place of the older one. */
export function newEntries(section: Element, newer: Element): HTMLElement[] {
  const known = new Set([...idsOf(entriesOf(section)), ...olderIds(section)]);
  return entriesOf(newer).filter(({ id }) => !known.has(id));
}

/**
 * Brings everything of a newer page into the section except new entries: edited entries are replaced, deleted ones
 * leave, and what is above and below them follows. Entries that moved to a numbered page meanwhile stay, because
 * somebody may be reading them. What is being read stays where it is. Returns the entries that were replaced or added.
 */
export function updateCoverage(section: HTMLElement, newer: Element): Element[] {
  const fresh = idsOf(newEntries(section, newer));
  const back = entriesOf(newer).filter(({ id }) => !fresh.has(id) && !idsOf(entriesOf(section)).has(id));
  const changed: Element[] = [];
  keepingPlace(blocksOf(section), () => {
    addSheets(newer);
    const { ownerDocument: newerPage } = newer;
    for (const region of regionsOfHeader) changed.push(...replaceRegion(document, newerPage, region));
    for (const region of [...regionsAbove, regionBelow]) changed.push(...replaceRegion(section, newer, region));
    changed.push(...updateEntries(section, newer));
    changed.push(...placeEntries(section, newer, idsOf(back)));
    for (const { id } of entriesOf(section)) removeAnchor(section, id);
  });
  return changed;
}

/** Inserts new entries at their places; `keepsPlace` is false for a reader who sees where they appear. */
export function insertEntries(section: HTMLElement, newer: Element, keepsPlace: boolean): HTMLElement[] {
  const ids = idsOf(newEntries(section, newer));
  let inserted: HTMLElement[] = [];
  const insert = (): void => {
    section.querySelector('[data-live-empty]')?.remove();
    inserted = placeEntries(section, newer, ids);
  };
  if (keepsPlace) keepingPlace(blocksOf(section), insert);
  else insert();
  return inserted;
}

/** The blocks of the page in their order, one of which somebody is reading. */
function blocksOf(section: Element): Element[] {
  const around = (region: string) => [...section.querySelectorAll(region)];
  return [...regionsAbove.flatMap(around), ...entriesOf(section), ...around(regionBelow), ...blocksAfter(section)];
}

/** What follows an element and the elements around it. */
function blocksAfter(element: Element): Element[] {
  const blocks: Element[] = [];
  for (let around: Element | null = element; around; around = around.parentElement) {
    for (let next = around.nextElementSibling; next; next = next.nextElementSibling) blocks.push(next);
  }
  return blocks;
}

/** Loads the style sheets that bodies of the newer page need and this page has not. */
function addSheets(newer: Element): void {
  for (const link of newer.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const href = link.getAttribute('href') ?? '';
    if (document.querySelector(`link[href="${CSS.escape(href)}"]`) === null)
      document.head.append(document.importNode(link));
  }
}

/** What the server wrote in each region the last time: scripts change it afterwards. */
const written = new WeakMap<Element, string>();

function replaceRegion(around: ParentNode, newer: ParentNode, selector: string): Element[] {
  const region = around.querySelector<HTMLElement>(selector);
  const source = newer.querySelector<HTMLElement>(selector);
  if (region === null || source === null) return [];
  region.id = source.id;
  region.hidden = source.hidden;
  if (source.id === '') region.removeAttribute('id');
  if ((written.get(region) ?? region.innerHTML) === source.innerHTML) return [];
  written.set(region, source.innerHTML);
  keepingFocus(region, () => region.replaceChildren(...copyOf(source)));
  return [region];
}

function copyOf(source: Element): Node[] {
  return [...document.importNode(source, true).childNodes];
}

/** A reader whose focus is on a link that is replaced finds it on the same link. */
function keepingFocus(around: Element, change: () => void): void {
  const focused = around.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : null;
  change();
  if (focused == null) return;
  around.querySelector<HTMLElement>(`[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function updateEntries(section: Element, newer: Element): Element[] {
  const sources = new Map(entriesOf(newer).map((entry) => [entry.id, entry]));
  const moved = olderIds(newer);
  return entriesOf(section).filter((entry) => {
    const source = sources.get(entry.id);
    if (source === undefined) {
      if (!moved.has(entry.id)) entry.remove();
      return false;
    }
    if (source.dataset.version === entry.dataset.version) return false;
    entry.dataset.version = source.dataset.version;
    keepingFocus(entry, () => entry.replaceChildren(...copyOf(source)));
    return true;
  });
}

/**
 * Gives the entries of the section the order of the newer page and adds those of its entries that `added` names; returns
 * these. Only what is in a wrong place is moved, because a moved frame loads again.
 */
function placeEntries(section: Element, newer: Element, added: ReadonlySet<string>): HTMLElement[] {
  const list = entryList(section);
  if (list === null) return [];
  const present = new Map(entriesOf(section).map((entry) => [entry.id, entry]));
  const isOnPage = idsOf(entriesOf(newer));
  let next = entriesOf(section).find(({ id }) => !isOnPage.has(id)) ?? null;
  const inserted: HTMLElement[] = [];
  for (const source of entriesOf(newer).reverse()) {
    const entry = present.get(source.id) ?? (added.has(source.id) ? document.importNode(source, true) : undefined);
    if (entry === undefined) continue;
    if (added.has(source.id)) inserted.unshift(entry);
    if (entry.parentNode !== list || entry.nextElementSibling !== next) list.insertBefore(entry, next);
    next = entry;
  }
  return inserted;
}

/** An entry that stays on the page has its anchor there, not beside the link to the numbered page. */
function removeAnchor(section: Element, id: string): void {
  for (const anchor of section.querySelectorAll(`${regionBelow} [id="${CSS.escape(id)}"]`)) anchor.remove();
}
