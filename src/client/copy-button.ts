const messageDurationMs = 5000;

/**
 * Makes every `button[data-copy]` copy the text of the element whose id the attribute names. The
 * outcome is announced in the element whose id is in `data-copy-status` (a `role="status"`), with the sentence in
 * `data-copied` or `data-copy-failed`; the button's `data-state` becomes `copied` or `failed`. When the Clipboard API
 * is missing or refuses, `execCommand('copy')` is tried. When that fails too, the field stays selected, so that the
 * reader can copy its value.
 */
export function enhanceCopyButtons(root: ParentNode = document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const { copy = '', copyStatus = '', copied = '', copyFailed = '' } = button.dataset;
    const field = document.getElementById(copy);
    const status = document.getElementById(copyStatus);
    if (!field) continue;
    let clearing = 0;
    button.addEventListener('click', async () => {
      const done = (await writeToClipboard(field.textContent)) || copySelected(field, button);
      button.dataset.state = done ? 'copied' : 'failed';
      if (status) announce(status, done ? copied : copyFailed);
      clearTimeout(clearing);
      if (!done) return;
      clearing = window.setTimeout(() => {
        delete button.dataset.state;
        if (status) status.textContent = '';
      }, messageDurationMs);
    });
  }
}

async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copySelected(field: HTMLElement, button: HTMLButtonElement): boolean {
  getSelection()?.selectAllChildren(field);
  try {
    if (!document.execCommand('copy')) return false;
  } catch {
    return false;
  }
  button.focus();
  return true;
}

/** Announces a message. Empties the live region first: screen readers announce the same words again only after that. */
function announce(status: HTMLElement, message: string): void {
  status.textContent = '';
  setTimeout(() => {
    status.textContent = message;
  }, 50);
}
