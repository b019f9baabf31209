import type { DigitSystem } from '../../lib/arabic/digits.ts';
import type { NounForms } from '../../lib/arabic/plural.ts';

/** What `/reader.json` has: the words that a reader sees, `#` in the place of another word. */
export interface ReaderWords {
  sheet: string;
  /** Whether what is saved opens without a connection. */
  offline: boolean;
  digits: DigitSystem;
  saved: Record<
    | 'save'
    | 'worksOffline'
    | 'empty'
    | 'read'
    | 'readWhole'
    | 'delete'
    | 'deleteTitled'
    | 'deleteAll'
    | 'confirmDeleteAll'
    | 'withdrawn'
    | 'added'
    | 'addedOnlineOnly'
    | 'addedToFull'
    | 'removed'
    | 'failed'
    | 'resume'
    | 'close',
    string
  > & { noConnection: { title: string; explanation: string }; count: NounForms };
  settings: Record<
    'dataSaverOn' | 'dataSaverOff' | 'showPicture' | 'confirmForget' | 'forgotten' | 'forgetFailed',
    string
  >;
}

let words: Promise<ReaderWords> | undefined;

/** Loads the words and, before anything is shown, the style sheet for it. A failure is not remembered. */
export function loadWords(address: string): Promise<ReaderWords> {
  words ??= load(address).catch((error) => {
    words = undefined;
    throw error;
  });
  return words;
}

async function load(address: string): Promise<ReaderWords> {
  const loaded: ReaderWords = await (await fetch(address)).json();
  await new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = loaded.sheet;
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
  return loaded;
}
