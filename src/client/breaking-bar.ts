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

/** What this browser remembers of alerts, by their text: a reworded alert is a new one. */
interface Remembered {
  closed: string[];
  /** Those that a screen reader has announced. */
  announced: string[];
}

const storageKey = 'warraq-alerts';
/** The longest time that browsers can wait. */
const longestWait = 2 ** 31 - 1;

/** Returns the alerts that are shown: those that hold and that the reader has not closed. */
export function alertsToShow(alerts: readonly Alert[], closed: readonly string[], now: number): Alert[] {
  return alerts.filter(({ text, until }) => Date.parse(until) > now && !closed.includes(text));
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
  #status = document.createElement('p');
  #remembered: Remembered = { closed: [], announced: [] };
  #expiry = 0;

  constructor() {
    this.#status.role = 'status';
    this.#status.className = 'visually-hidden';
    document.body.append(this.#status);
    if (this.#element) this.take(readElement(this.#element));
  }

  take(file: AlertFile): void {
    this.#file = { ...this.#file, ...file };
    if (file.alerts.length > 0 && !this.#element) {
      this.#element = createElement(this.#file);
      document.getElementById('content')?.before(this.#element);
    }
    this.show();
  }

  show(): void {
    this.#remembered = readRemembered() ?? this.#remembered;
    const { alerts } = this.#file;
    const shown = alertsToShow(alerts, this.#remembered.closed, Date.now());
    const list = this.#element?.querySelector('ul');
    if (!this.#element || !list) return;
    fillList(list, shown, this.#file.close ?? '', (alert) => this.#close(alert));
    this.#element.hidden = shown.length === 0;
    this.#element.dataset.alerts = '';
    const room = `${this.#element.offsetHeight}px`;
    document.documentElement.style.setProperty('--breaking-room', room);
    this.#announce(shown);
    this.#awaitExpiry(shown);
  }

  #announce(shown: readonly Alert[]): void {
    const { announced } = this.#remembered;
    const fresh = shown.map(({ text }) => text).filter((text) => !announced.includes(text));
    if (fresh.length === 0) return;
    this.#remember({ announced: [...announced, ...fresh] });
    // A live region that has just been added is not heard yet.
    setTimeout(() => {
      this.#status.textContent = [this.#file.label, ...fresh].join(': ');
    }, 100);
  }

  #awaitExpiry(shown: readonly Alert[]): void {
    clearTimeout(this.#expiry);
    const ends = shown.map(({ until }) => Date.parse(until) - Date.now());
    if (ends.length > 0) this.#expiry = window.setTimeout(() => this.show(), Math.min(longestWait, ...ends));
  }

  #close({ text }: Alert): void {
    this.#remember({ closed: [...this.#remembered.closed, text] });
    this.show();
    const next = this.#element?.querySelector<HTMLElement>('button') ?? document.getElementById('content');
    next?.focus({ preventScroll: true });
  }

  /** Only alerts of the file are remembered, so that the storage does not grow. */
  #remember(change: Partial<Remembered>): void {
    const isKnown = (text: string) => this.#file.alerts.some((alert) => alert.text === text);
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

/** Reads the alerts in the HTML of a page. */
function readElement(element: HTMLElement): AlertFile {
  const alerts = [...element.querySelectorAll<HTMLElement>('li')].map((item): Alert => {
    const href = item.querySelector('a')?.getAttribute('href');
    return { text: textOf(item), until: item.dataset.until ?? '', ...(href != null && { href }) };
  });
  return { label: element.ariaLabel ?? '', close: element.dataset.close ?? '', alerts };
}

function textOf(item: HTMLElement): string {
  return item.querySelector('a, span')?.textContent.trim() ?? '';
}

/** Creates the elements of `BreakingBar.astro`, without alerts. */
function createElement({ label = '', sheet }: AlertFile): HTMLElement {
  if (sheet !== undefined) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet;
    document.head.append(link);
  }
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
  alerts: readonly Alert[],
  close: string,
  onClose: (alert: Alert) => void,
): void {
  const kept = new Map([...list.children].map((item) => [textOf(item as HTMLElement), item as HTMLElement]));
  const items = alerts.map((alert) => kept.get(alert.text) ?? createItem(alert));
  for (const [index, item] of items.entries()) {
    const alert = alerts[index] as Alert;
    const link = item.querySelector('a');
    if (link && alert.href !== undefined) link.setAttribute('href', alert.href);
    if (item.querySelector('button') === null) item.append(createButton(close, alert, onClose));
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
  }
  for (const item of [...list.children].slice(items.length)) item.remove();
}

function createItem({ text, href }: Alert): HTMLElement {
  const item = document.createElement('li');
  const words = document.createElement(href === undefined ? 'span' : 'a');
  if (href !== undefined) words.setAttribute('href', href);
  words.textContent = text;
  item.append(words);
  return item;
}

function createButton(close: string, alert: Alert, onClose: (alert: Alert) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.ariaLabel = `${close}: ${alert.text}`;
  button.textContent = '×';
  button.addEventListener('click', () => onClose(alert));
  return button;
}
