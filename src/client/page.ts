import { startComments } from './comments/start.ts';
import { enhanceCopyButtons } from './copy-link.ts';
import { startPreferences } from './preferences.ts';
import { startRelativeTimes } from './relative-times.ts';
import { startHighlight } from './search/start-highlight.ts';
import { enhanceShareButtons } from './share.ts';
import { enhanceVideoLinks } from './video-embed.ts';

/**
 * Brings to life whatever of the page is there. One script for all pages: on a slow line seven small ones take longer.
 * `highlightScript` is the address of the script that highlights a query.
 */
export function enlivenPage(highlightScript: string): void {
  startPreferences();
  startRelativeTimes();
  enhanceCopyButtons();
  enhanceShareButtons();
  enhanceVideoLinks();
  startComments();
  startHighlight(highlightScript);
}
