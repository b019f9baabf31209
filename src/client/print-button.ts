/** Makes every `button[data-print]` open the browser's dialog for printing. */
export function enhancePrintButtons(root: ParentNode = document): void {
  for (const button of root.querySelectorAll('[data-print]')) button.addEventListener('click', () => print());
}
