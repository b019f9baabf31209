/**
 * Loads a module script by an element, because the preloading that Vite adds to dynamic imports would weigh on every page.
 * `onFailure` is called where it cannot be loaded.
 */
export function loadScript(src: string, onFailure?: () => void): void {
  const script = Object.assign(document.createElement('script'), { type: 'module', src });
  if (onFailure) script.onerror = onFailure;
  document.head.append(script);
}
