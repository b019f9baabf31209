/**
 * The reader's theme and text size, kept in the browser and shown as attributes of `<html>`: `data-theme` is `light` or
 * `dark` and absent when the system decides; `data-text-size` is a step from -1 to 3 and absent at 0.
 */
export type Theme = 'light' | 'dark' | 'auto';

const storageKeys = { theme: 'warraq-theme', textSize: 'warraq-text-size' };
const defaults = { theme: 'auto', textSize: '0' };
type Preference = keyof typeof storageKeys;
const smallestStep = -1;
const largestStep = 3;

/**
 * The body of a blocking inline script for `<head>`: restores both choices before anything is painted, and marks `<html>`
 * with `data-scripts`, so that CSS hides what needs scripts where there are none.
 */
export const restorePreferencesScript = `(function(r){r.dataset.scripts='';try{var t=localStorage.getItem('${storageKeys.theme}'),s=localStorage.getItem('${storageKeys.textSize}');if(t==='light'||t==='dark')r.dataset.theme=t;if(/^(-1|[123])$/.test(s))r.dataset.textSize=s}catch(e){}})(document.documentElement)`;

/** The theme after this one on a button that goes through all three; the first step from `auto` is always a visible one. */
export function nextTheme(theme: Theme, systemIsDark: boolean): Theme {
  const order: readonly Theme[] = systemIsDark ? ['auto', 'light', 'dark'] : ['auto', 'dark', 'light'];
  return order[(order.indexOf(theme) + 1) % order.length] ?? 'auto';
}

/** The text size one step up (`1`) or down (`-1`), within the smallest and the largest; a step of `0` is the usual size. */
export function nextTextSize(size: number, step: number): number {
  return step === 0 ? 0 : Math.min(largestStep, Math.max(smallestStep, size + step));
}

/**
 * Brings these buttons to life, wherever they are in the document:
 * - `[data-theme-choice="light|dark|auto"]` chooses a theme and shows it by `aria-pressed`;
 * - `[data-theme-cycle]` goes through the three; its accessible name comes from `data-labels`, JSON by theme;
 * - `[data-text-size-step="1|-1|0"]` changes the text size, and has `aria-disabled` where it would change nothing.
 * A change of size is announced in `[data-text-size-status]` with the words of its `data-labels`, JSON by step.
 */
export function startPreferences(): void {
  showButtons();
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
    showButtons();
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
    // A browser that refuses storage keeps the choice for this page only.
  }
}

function apply(preference: Preference, value: string): void {
  const attributes = document.documentElement.dataset;
  if (value === defaults[preference]) delete attributes[preference];
  else attributes[preference] = value;
}

/** Follows a choice made on another page while this one was in the back-forward cache or in another tab. */
function restore(): void {
  try {
    for (const preference of ['theme', 'textSize'] as const) {
      apply(preference, localStorage.getItem(storageKeys[preference]) ?? defaults[preference]);
    }
  } catch {
    return;
  }
  showButtons();
}

function showButtons(): void {
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
