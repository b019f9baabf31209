import { piecesOf, type ReadPiece } from './read-aloud.ts';

interface ListenWords {
  start: string;
  pause: string;
  resume: string;
}

/**
 * Reads the article aloud, and makes its buttons pause, continue and stop. The paragraph that is being read is marked
 * with `data-read`. Reading ends when the page is left: browsers would go on.
 */
export function startReading(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-listen]');
  const stopButton = document.querySelector<HTMLButtonElement>('[data-listen-stop]');
  const article = document.querySelector('.article');
  if (!button || !stopButton || !article) return;
  const words: ListenWords = JSON.parse(button.dataset.words ?? '{}');
  const pieces = piecesOf(article);
  let at = 0;
  let state: 'stopped' | 'reading' | 'paused' = 'stopped';
  let current: SpeechSynthesisUtterance | undefined;

  const show = (): void => {
    button.textContent = { stopped: words.start, reading: words.pause, paused: words.resume }[state];
    stopButton.hidden = state === 'stopped';
    mark(state === 'stopped' ? undefined : pieces[at]?.element);
  };
  const stop = (): void => {
    state = 'stopped';
    at = 0;
    speechSynthesis.cancel();
    if (document.activeElement === stopButton) button.focus();
    show();
  };
  const read = (): void => {
    const piece = pieces[at];
    if (piece === undefined) {
      stop();
      return;
    }
    state = 'reading';
    const utterance = utteranceOf(piece);
    // An utterance that was cancelled ends too: only the one that is being read leads to the next.
    const goOn = (): void => {
      if (state !== 'reading' || current !== utterance) return;
      at += 1;
      read();
    };
    utterance.addEventListener('end', goOn);
    utterance.addEventListener('error', () => {
      if (state === 'reading' && current === utterance) stop();
    });
    current = utterance;
    speechSynthesis.speak(utterance);
    show();
  };
  // Not `pause()`, after which Android cannot continue: the sentence begins again.
  const pause = (): void => {
    state = 'paused';
    speechSynthesis.cancel();
    show();
  };
  button.addEventListener('click', () => (state === 'reading' ? pause() : read()));
  stopButton.addEventListener('click', stop);
  addEventListener('pagehide', stop);
  read();
}

function utteranceOf({ text }: ReadPiece): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text);
  const voice = speechSynthesis.getVoices().find(({ lang }) => /^ar/i.test(lang));
  utterance.lang = voice?.lang ?? 'ar';
  utterance.voice = voice ?? null;
  return utterance;
}

function mark(element: HTMLElement | undefined): void {
  for (const marked of document.querySelectorAll<HTMLElement>('[data-read]')) {
    if (marked !== element) delete marked.dataset.read;
  }
  if (!element || element.dataset.read !== undefined) return;
  element.dataset.read = '';
  element.scrollIntoView({ block: 'nearest' });
}
