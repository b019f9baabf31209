/** Finds the first element in `root` that matches `selector`; throws when the page's HTML has none. */
export function requireElement<Wanted extends HTMLElement>(root: HTMLElement, selector: string): Wanted {
  const element = root.querySelector<Wanted>(selector);
  if (element === null) throw new Error(`No ${selector}`);
  return element;
}
