/** Adds styles to the page that come with a script: a content policy allows these, but no `<style>` element. */
export function addPageStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
