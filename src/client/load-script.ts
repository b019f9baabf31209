/**
 * Loads a module script by a `<script>` element. Vite adds code for preloading to every dynamic `import()`, which each
 * page would have to load. `onFailure` is called when the script cannot be loaded.
 */
export function loadScript(src: string, onFailure?: () => void): void {
  const script = Object.assign(document.createElement('script'), { type: 'module', src });
  if (onFailure) script.onerror = onFailure;
  document.head.append(script);
}
