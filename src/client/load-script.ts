/**
 * Loads a module script with a `<script>` element. A dynamic `import()` is not used because Vite adds preloading code
 * to it, which each page would have to load. `onFailure` is called when the script cannot be loaded.
 */
export function loadScript(src: string, onFailure?: () => void): void {
  const script = Object.assign(document.createElement('script'), { type: 'module', src });
  if (onFailure) script.onerror = onFailure;
  document.head.append(script);
}
