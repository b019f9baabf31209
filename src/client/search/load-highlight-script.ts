/** Loads the script that marks the words of a query in an article, if the page's URL has a query (`?q=`). */
export function loadHighlightScript(src: string): void {
  if (location.search.includes('q=')) void import(/* @vite-ignore */ src);
}
