/**
 * Shows every `button[data-share][hidden]` if the browser can open the system's share sheet. A press opens the sheet
 * with the button's `data-share-title` and `data-share-url`.
 */
export function enhanceShareButtons(root: ParentNode = document): void {
  if (!('share' in navigator)) return;
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
    const { shareTitle: title = '', shareUrl: url = '' } = button.dataset;
    button.hidden = false;
    button.addEventListener('click', () => {
      navigator.share({ title, url }).catch(() => {
        // The promise rejects when the reader closes the sheet.
      });
    });
  }
}
