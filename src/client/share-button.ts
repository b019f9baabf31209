/**
 * Lets every `[data-share]` open the system's share sheet, if the browser can, with its `data-share-title` and
 * `data-share-url`. A hidden button is shown then; the summary of a list of networks opens the sheet instead of the list.
 */
export function enhanceShareButtons(root: ParentNode = document): void {
  if (!('share' in navigator)) return;
  for (const button of root.querySelectorAll<HTMLElement>('[data-share]')) {
    const { shareTitle: title = '', shareUrl: url = '' } = button.dataset;
    button.hidden = false;
    button.addEventListener('click', (event) => {
      event.preventDefault();
      navigator.share({ title, url }).catch(() => {
        // The promise rejects when the reader closes the sheet.
      });
    });
  }
}
