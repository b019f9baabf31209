import type { DigitSystem } from '../lib/arabic/digits.ts';
import { strings } from '../strings/interface.ts';
import { countedNouns } from '../strings/nouns.ts';
import readerStyles from '../styles/reader.css?url';

/**
 * Writes the file with what the script of the reader's own things needs besides: its words and its style sheet. Pages
 * carry none of it, because most readers never need it.
 */
export function writeReaderWords({ offline, digits }: { offline: boolean; digits: DigitSystem }): string {
  const { deleteTitled, withdrawn, addedToFull, count: _, ...saved } = strings.saved;
  const words = {
    ...saved,
    deleteTitled: deleteTitled('#'),
    withdrawn: withdrawn('#'),
    addedToFull: addedToFull('#'),
    count: countedNouns.savedArticles,
  };
  return `${JSON.stringify({ sheet: readerStyles, offline, digits, saved: words, settings: strings.readerSettings })}\n`;
}
