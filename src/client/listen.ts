/**
 * Shows the `button[data-listen]` of an article if the browser has an Arabic voice, which some browsers know only after
 * a while. The first press loads the script that reads.
 */
export function offerListening(script: string): void {
  const button = document.querySelector<HTMLElement>('[data-listen]');
  if (!button || !('speechSynthesis' in window)) return;
  const offer = (): void => {
    if (speechSynthesis.getVoices().some(({ lang }) => /^ar/i.test(lang))) button.dataset.listen = 'ready';
  };
  offer();
  speechSynthesis.addEventListener?.('voiceschanged', offer);
  button.addEventListener('click', () => import(/* @vite-ignore */ script), { once: true });
}
