/**
 * Shows the `button[data-listen]` of an article if the browser has an Arabic voice, which some browsers know only after
 * a while. The first press loads the script that reads; if that fails, the reader is told and may press again.
 */
export function offerListening(script: string): void {
  const button = document.querySelector<HTMLElement>('[data-listen]');
  if (!button || !('speechSynthesis' in window)) return;
  const offer = (): void => {
    if (button.dataset.listen !== 'true') return;
    if (findArabicVoice()) button.dataset.listen = 'ready';
  };
  offer();
  speechSynthesis.addEventListener?.('voiceschanged', offer);
  let failures = 0;
  const load = async (): Promise<void> => {
    button.removeEventListener('click', load);
    try {
      // Some browsers remember that an address failed; the fragment makes it another one.
      await import(/* @vite-ignore */ failures === 0 ? script : `${script}#${failures}`);
    } catch {
      failures += 1;
      button.addEventListener('click', load);
      tellFailure(button);
    }
  };
  button.addEventListener('click', load);
}

/** Returns the first Arabic voice of the browser. */
export function findArabicVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find(({ lang }) => /^ar/i.test(lang));
}

/** Says beside the button that listening failed. */
export function tellFailure(button: HTMLElement): void {
  const note = button.nextElementSibling;
  if (note) note.textContent = JSON.parse(button.dataset.words ?? '{}').failed;
}
