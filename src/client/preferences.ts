import { storageKeys } from '../lib/stored-preferences.ts';

/**
 * The reader's theme and text size are stored in the browser and set as attributes of `<html>`. `data-theme` is `light`
 * or `dark`, and absent for `auto`, when the system decides. `data-text-size` is a step from -1 to 3, and absent at 0.
 */
export type Theme = 'light' | 'dark' | 'auto';

const defaults = { theme: 'auto', textSize: '0' };
type Preference = keyof typeof storageKeys;
const smallestStep = -1;
const largestStep = 3;

/**
 * Returns the next theme on a button that cycles through all three. The order depends on the system's theme, so that
 * the first step from `auto` always changes the colours.
 */
export function nextTheme(theme: Theme, systemIsDark: boolean): Theme {
  const order: readonly Theme[] = systemIsDark ? ['auto', 'light', 'dark'] : ['auto', 'dark', 'light'];
  return order[(order.indexOf(theme) + 1) % order.length] ?? 'auto';
}

/**
 * Returns the text size one step up (`1`) or down (`-1`), between the smallest and the largest; the step `0` resets it.
 */
export function nextTextSize(size: number, step: number): number {
  return step === 0 ? 0 : Math.min(largestStep, Math.max(smallestStep, size + step));
}

/**
 * Runs these buttons, wherever they are in the document:
 * - `[data-theme-choice="light|dark|auto"]` chooses a theme; `aria-pressed` marks the current one;
 * - `[data-theme-cycle]` goes through the three themes; its `data-labels` is JSON with an accessible name for each;
 * - `[data-text-size-step="1|-1|0"]` changes the text size; `aria-disabled` marks buttons that would change nothing.
 *
 * A change of size is announced in `[data-text-size-status]`; its `data-labels` is JSON with a sentence for each size.
 */
export function startPreferences(): void {
  show();
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const button = target.closest<HTMLElement>('[data-theme-choice],[data-theme-cycle],[data-text-size-step]');
    if (button === null) return;
    const { themeChoice, textSizeStep } = button.dataset;
    if (textSizeStep === undefined) {
      choose('theme', themeChoice ?? nextTheme(theme(), matchMedia('(prefers-color-scheme: dark)').matches));
    } else {
      choose('textSize', String(nextTextSize(textSize(), Number(textSizeStep))));
      const status = document.querySelector<HTMLElement>('[data-text-size-status]');
      if (status) status.textContent = labelOf(status, String(textSize()));
    }
    show();
  });
  addEventListener('storage', restore);
  addEventListener('pageshow', ({ persisted }) => persisted && restore());
}

function theme(): Theme {
  return (document.documentElement.dataset.theme ?? defaults.theme) as Theme;
}

function textSize(): number {
  return Number(document.documentElement.dataset.textSize ?? defaults.textSize);
}

function choose(preference: Preference, value: string): void {
  apply(preference, value);
  try {
    localStorage.setItem(storageKeys[preference], value);
  } catch {
    // Without storage the choice lasts for this page only.
  }
}

function apply(preference: Preference, value: string): void {
  const attributes = document.documentElement.dataset;
  if (value === defaults[preference]) delete attributes[preference];
  else attributes[preference] = value;
}

/** Applies a choice that was made in another tab, or on another page while this one was in the back/forward cache. */
function restore(): void {
  try {
    for (const preference of ['theme', 'textSize'] as const) {
      apply(preference, localStorage.getItem(storageKeys[preference]) ?? defaults[preference]);
    }
  } catch {
    return;
  }
  show();
}

/** Shows the preferences on the buttons, and the colour of the theme around the page. */
function show(): void {
  const metas = document.getElementsByName('theme-color') as NodeListOf<HTMLMetaElement>;
  // The token is `light-dark(#…, #…)`: a newsroom may have papers of its own.
  const papers = getComputedStyle(document.documentElement).getPropertyValue('--paper').match(/#\w+/g);
  metas.forEach((meta, ofSystem) => {
    meta.content = papers?.[theme() === 'auto' ? ofSystem : Number(theme() === 'dark')] ?? meta.content;
  });
  for (const button of document.querySelectorAll<HTMLElement>('[data-theme-choice]')) {
    button.setAttribute('aria-pressed', String(button.dataset.themeChoice === theme()));
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-theme-cycle]')) {
    button.title = labelOf(button, theme());
    button.setAttribute('aria-label', button.title);
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-text-size-step]')) {
    const changesNothing = nextTextSize(textSize(), Number(button.dataset.textSizeStep)) === textSize();
    button.setAttribute('aria-disabled', String(changesNothing));
  }
}

function labelOf(element: HTMLElement, key: string): string {
  return JSON.parse(element.dataset.labels ?? '{}')[key] ?? '';
}
