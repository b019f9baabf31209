import { loadCommentsWhenNear } from './comments/load-when-near.ts';
import { enhanceCopyButtons } from './copy-button.ts';
import { enhanceEmbeds } from './embeds.ts';
import { enhanceGalleries } from './gallery.ts';
import { offerListening } from './listen.ts';
import { startPreferences } from './preferences.ts';
import { enhancePrintButtons } from './print-button.ts';
import { loadReaderScript } from './reader/load-reader-script.ts';
import { startRelativeTimes } from './relative-times.ts';
import { loadHighlightScript } from './search/load-highlight-script.ts';
import { showCurrentSection } from './section-bar.ts';
import { enhanceShareButtons } from './share-button.ts';
import { closeMenuFromOutside } from './site-menu.ts';

/** The URLs of the scripts that a page loads when a reader needs them. */
interface LateScripts {
  /** Highlights a query. */
  highlight: string;
  /** Shows pictures large. */
  gallery: string;
  /** Reads aloud. */
  listen: string;
  /** Does what readers keep on their devices. */
  reader: string;
}

/**
 * Runs the scripts that every page needs; each does nothing on a page without its elements. They are bundled into one
 * file because many small files load later on a slow connection. `base` is the base path.
 */
export function startPageScripts(late: LateScripts, base: string): void {
  startPreferences();
  showCurrentSection();
  closeMenuFromOutside();
  startRelativeTimes();
  enhanceCopyButtons();
  enhanceShareButtons();
  enhancePrintButtons();
  enhanceEmbeds();
  enhanceGalleries(late.gallery);
  loadCommentsWhenNear();
  loadHighlightScript(late.highlight);
  loadReaderScript(late.reader, base);
  offerListening(late.listen);
}
