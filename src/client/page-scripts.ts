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

/**
 * Runs the scripts that every page needs; each does nothing on a page without its elements. They are bundled into one
 * file because seven small files load later on a slow connection. `highlightScript` is the URL of the script that
 * highlights a query, `galleryScript` of the one that shows pictures large, `listenScript` of the one that reads aloud, `readerScript` of the one for what readers keep on
 * their devices; `base` is the base path.
 */
export function startPageScripts(
  highlightScript: string,
  galleryScript: string,
  listenScript: string,
  readerScript: string,
  base: string,
): void {
  startPreferences();
  showCurrentSection();
  closeMenuFromOutside();
  startRelativeTimes();
  enhanceCopyButtons();
  enhanceShareButtons();
  enhancePrintButtons();
  enhanceEmbeds();
  enhanceGalleries(galleryScript);
  loadCommentsWhenNear();
  loadHighlightScript(highlightScript);
  loadReaderScript(readerScript, base);
  offerListening(listenScript);
}
