import { createButton, createElement } from './create-element.ts';
import { findArabicVoice, tellFailure } from './listen.ts';
import { piecesOf, type ReadPiece } from './read-aloud.ts';

interface ListenWords {
  pause: string;
  resume: string;
  stop: string;
}

/**
 * Reads the article aloud from a press of its button on. Until it ends, a bar with buttons that pause, continue and stop
 * stays in view. The paragraph that is being read is marked with `data-read`. Reading ends when the page is left: browsers
 * would go on.
 */
export function startReading(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-listen]');
  const article = document.querySelector('.article');
  if (!button || !article) return;
  const words: ListenWords = JSON.parse(button.dataset.words ?? '{}');
  const pieces = piecesOf(article);
  let at = 0;
  let state: 'stopped' | 'reading' | 'paused' = 'stopped';
  let current: SpeechSynthesisUtterance | undefined;

  const stop = (): void => {
    state = 'stopped';
    speechSynthesis.cancel();
    mark(undefined);
    button.dataset.listen = 'ready';
    if (bar.contains(document.activeElement)) button.focus({ preventScroll: true });
    bar.remove();
  };
  const read = (from: number): void => {
    at = from;
    const piece = pieces[at];
    if (piece === undefined) {
      stop();
      return;
    }
    state = 'reading';
    pauseButton.textContent = words.pause;
    const utterance = utteranceOf(piece);
    // An utterance that was cancelled ends too: only the one that is being read leads to the next.
    utterance.addEventListener('end', () => {
      if (state === 'reading' && current === utterance) read(at + 1);
    });
    utterance.addEventListener('error', () => {
      if (state !== 'reading' || current !== utterance) return;
      stop();
      tellFailure(button);
    });
    current = utterance;
    speechSynthesis.speak(utterance);
    mark(piece.element);
  };
  // Not `pause()`, after which Android cannot continue: the sentence begins again.
  const pause = (): void => {
    state = 'paused';
    pauseButton.textContent = words.resume;
    speechSynthesis.cancel();
  };
  const pauseButton = createButton(words.pause, () => (state === 'reading' ? pause() : read(at)));
  const bar = createElement('div', { className: 'listen-bar' }, pauseButton, createButton(words.stop, stop));
  const start = (): void => {
    button.nextElementSibling?.replaceChildren();
    document.body.append(bar);
    pauseButton.focus({ preventScroll: true });
    button.dataset.listen = 'reading';
    read(0);
  };
  button.addEventListener('click', start);
  addEventListener('pagehide', stop);
  start();
}

function utteranceOf({ text }: ReadPiece): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text);
  const voice = findArabicVoice();
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
