import { splitAtIsolates } from '../lib/arabic/bidi.ts';
import { arabicLetterMark } from '../lib/arabic/isolates.ts';
import { alertEvent } from './alerts.ts';

/** An alert of `/breaking.json`. */
export interface Alert {
  text: string;
  href?: string;
  /** ISO 8601: from then on it is not shown, even if the file or the page is older. */
  until: string;
}

/** What `/breaking.json` has. If there is no alert, the rest is left out. */
export interface AlertFile {
  label?: string;
  close?: string;
  sheet?: string;
  alerts: Alert[];
}

/** An alert with what this browser remembers it by. */
export type KnownAlert = Alert & { key: string };

/** What this browser remembers of alerts, by their keys. */
interface Remembered {
  closed: string[];
  /** Those that a screen reader has announced. */
  announced: string[];
}

const storageKey = 'warraq-alerts';
/** The longest time that browsers can wait. */
const longestWait = 2 ** 31 - 1;

/**
 * Gives each alert its key: its text, so that a reworded alert is a new one and another link makes no new one. Of alerts
 * with the same text, the second and later ones are numbered.
 */
export function withKeys(alerts: readonly Alert[]): KnownAlert[] {
  const counts = new Map<string, number>();
  return alerts.map((alert) => {
    const text = alert.text.replaceAll(arabicLetterMark, '').replace(/\s+/g, ' ').trim();
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    return { ...alert, key: count === 1 ? text : `${text}\n${count}` };
  });
}

/** Returns the alerts that are shown: those that hold and that the reader has not closed. */
export function alertsToShow(alerts: readonly Alert[], closed: readonly string[], now: number): KnownAlert[] {
  return withKeys(alerts).filter(({ key, until }) => Date.parse(until) > now && !closed.includes(key));
}

/** Returns what a screen reader says of new alerts: «عاجل: خبر. خبر آخر.» */
export function announcementOf(label: string, texts: readonly string[]): string {
  const sentences = [...new Set(texts)].map((text) => (/[.!?؟…]["»”’)\]]*$/u.test(text) ? text : `${text}.`));
  return `${label}: ${sentences.join(' ')}`;
}

/**
 * Shows alerts in the breaking bar: those in the HTML of the page first, then what `askForAlerts` brings. New ones are
 * announced politely, each only once in a browser. A closed alert stays closed on every page and in every tab.
 */
export function startBreakingBar(): void {
  const bar = new BreakingBar();
  addEventListener(alertEvent, (event) => bar.take((event as CustomEvent<AlertFile>).detail));
  addEventListener('storage', ({ key }) => key === storageKey && bar.show());
}

class BreakingBar {
  #file: AlertFile = { alerts: [] };
  #element = document.querySelector<HTMLElement>('.breaking') ?? undefined;
  #isComing = false;
  #status = document.createElement('p');
  #remembered: Remembered = { closed: [], announced: [] };
  #expiry = 0;

  constructor() {
    this.#status.role = 'status';
    this.#status.className = 'visually-hidden';
    document.body.append(this.#status);
    if (!this.#element) return;
    keepRoom(this.#element);
    this.take(readElement(this.#element));
  }

  take(file: AlertFile): void {
    this.#file = { ...this.#file, ...file };
    this.show();
  }

  show(): void {
    this.#remembered = readRemembered() ?? this.#remembered;
    const shown = alertsToShow(this.#file.alerts, this.#remembered.closed, Date.now());
    if (!this.#element && shown.length > 0) this.#create();
    const list = this.#element?.querySelector('ul');
    if (!this.#element || !list) return;
    fillList(list, shown, this.#file.close ?? '', (alert) => this.#close(alert));
    this.#element.hidden = shown.length === 0;
    this.#element.dataset.alerts = '';
    this.#announce(shown);
    this.#awaitExpiry(shown);
  }

  /** Without its style sheet the bar would stand in the page and move it, so it comes after that. */
  #create(): void {
    const { label, sheet } = this.#file;
    if (this.#isComing || sheet === undefined) return;
    this.#isComing = true;
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet;
    link.addEventListener('load', () => {
      this.#element = createElement(label ?? '');
      document.getElementById('content')?.before(this.#element);
      this.show();
      keepRoom(this.#element);
    });
    link.addEventListener('error', () => {
      link.remove();
      this.#isComing = false;
    });
    document.head.append(link);
  }

  #announce(shown: readonly KnownAlert[]): void {
    const { announced } = this.#remembered;
    const fresh = shown.filter(({ key }) => !announced.includes(key));
    if (fresh.length === 0) return;
    this.#remember({ announced: [...announced, ...fresh.map(({ key }) => key)] });
    const texts = fresh.map(({ text }) => text);
    // A live region that has just been added is not heard yet.
    setTimeout(() => {
      this.#status.textContent = announcementOf(this.#file.label ?? '', texts);
    }, 100);
  }

  #awaitExpiry(shown: readonly Alert[]): void {
    clearTimeout(this.#expiry);
    const ends = shown.map(({ until }) => Date.parse(until) - Date.now());
    if (ends.length > 0) this.#expiry = window.setTimeout(() => this.show(), Math.min(longestWait, ...ends));
  }

  #close({ key }: KnownAlert): void {
    this.#remember({ closed: [...this.#remembered.closed, key] });
    this.show();
    const next = this.#element?.querySelector<HTMLElement>('button') ?? document.getElementById('content');
    next?.focus({ preventScroll: true });
  }

  /** Only alerts of the file are remembered, so that the storage does not grow. */
  #remember(change: Partial<Remembered>): void {
    const keys = withKeys(this.#file.alerts).map(({ key }) => key);
    const isKnown = (key: string) => keys.includes(key);
    const { closed, announced } = { ...this.#remembered, ...change };
    this.#remembered = { closed: closed.filter(isKnown), announced: announced.filter(isKnown) };
    try {
      localStorage.setItem(storageKey, JSON.stringify(this.#remembered));
    } catch {
      // Without storage an alert stays closed on this page only.
    }
  }
}

function readRemembered(): Remembered | undefined {
  try {
    const { closed, announced } = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return { closed: closed ?? [], announced: announced ?? [] };
  } catch {
    return undefined;
  }
}

/**
 * Keeps as much room below the page as the bar covers, whatever changes its height. Browsers scroll what gets the focus
 * from now on above the bar; what has it already is brought there, if it was reached with the keyboard.
 */
function keepRoom(bar: HTMLElement): void {
  new ResizeObserver(() => {
    document.documentElement.style.setProperty('--breaking-room', `${bar.offsetHeight}px`);
    const focused = document.activeElement;
    if (bar.hidden || bar.contains(focused)) return;
    const isStop = focused?.matches(':is(a, button, input, select, summary, textarea):focus-visible');
    if (isStop && isCovered(focused as Element, bar)) focused?.scrollIntoView({ block: 'nearest' });
  }).observe(bar);
}

function isCovered(element: Element, bar: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > bar.getBoundingClientRect().top && top < innerHeight;
}

/** Reads the alerts in the HTML of a page, and marks their items with their keys. */
function readElement(element: HTMLElement): AlertFile {
  const items = [...element.querySelectorAll<HTMLElement>('li')];
  const alerts = items.map((item): Alert => {
    const words = wordsOf(item);
    const href = words?.getAttribute('href');
    const text = words?.textContent.trim() ?? '';
    return { text, until: item.dataset.until ?? '', ...(href != null && { href }) };
  });
  for (const [index, { key }] of withKeys(alerts).entries()) (items[index] as HTMLElement).dataset.key = key;
  return { label: element.ariaLabel ?? '', close: element.dataset.close ?? '', alerts };
}

/** Returns the link of an item, or its words without a link. */
function wordsOf(item: Element): Element | null {
  return item.querySelector('a, span');
}

/** Creates the elements of `BreakingBar.astro`, without alerts. */
function createElement(label: string): HTMLElement {
  const element = document.createElement('section');
  element.className = 'breaking';
  element.ariaLabel = label;
  const heading = document.createElement('p');
  heading.className = 'breaking-label';
  heading.ariaHidden = 'true';
  heading.textContent = label;
  const list = document.createElement('ul');
  list.className = 'breaking-alerts';
  element.append(heading, list);
  return element;
}

/** Makes the list show the alerts. The items of alerts that stay are kept, because the focus may be in them. */
function fillList(
  list: HTMLUListElement,
  alerts: readonly KnownAlert[],
  close: string,
  onClose: (alert: KnownAlert) => void,
): void {
  const kept = new Map(([...list.children] as HTMLElement[]).map((item) => [item.dataset.key, item]));
  for (const [index, alert] of alerts.entries()) {
    const item = kept.get(alert.key) ?? createItem(alert);
    if (item.querySelector('button') === null) item.append(createButton(close, alert, onClose));
    updateLink(item, alert);
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
  }
  for (const item of [...list.children].slice(alerts.length)) item.remove();
}

/** Gives an item the link that its alert has now. The focus on a link that goes moves to the button beside it. */
function updateLink(item: HTMLElement, alert: KnownAlert): void {
  const words = wordsOf(item);
  const href = words?.getAttribute('href') ?? undefined;
  if (!words || href === alert.href) return;
  if (href !== undefined && alert.href !== undefined) {
    words.setAttribute('href', alert.href);
    return;
  }
  const hasFocus = words === document.activeElement;
  words.replaceWith(createWords(alert));
  if (hasFocus) item.querySelector('button')?.focus({ preventScroll: true });
}

function createItem(alert: KnownAlert): HTMLElement {
  const item = document.createElement('li');
  item.dataset.key = alert.key;
  item.append(createWords(alert));
  return item;
}

/** Creates the words of an alert, with isolates as `IsolatedText.astro` has them. */
function createWords({ text, href }: Alert): HTMLElement {
  const words = document.createElement(href === undefined ? 'span' : 'a');
  if (href !== undefined) words.setAttribute('href', href);
  for (const { text: run, isolate } of splitAtIsolates(text)) {
    if (!isolate) {
      words.append(run);
      continue;
    }
    const element = document.createElement(isolate.element);
    if (isolate.dir !== undefined) element.dir = isolate.dir;
    element.textContent = run;
    words.append(element);
  }
  return words;
}

function createButton(close: string, alert: KnownAlert, onClose: (alert: KnownAlert) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.ariaLabel = `${close}: ${alert.text}`;
  button.textContent = '×';
  button.addEventListener('click', () => onClose(alert));
  return button;
}
