import { startComments } from './comments/start.ts';
import { enhanceCopyButtons } from './copy-link.ts';
import { startPreferences } from './preferences.ts';
import { startRelativeTimes } from './relative-times.ts';
import { enhanceShareButtons } from './share.ts';
import { enhanceVideoLinks } from './video-embed.ts';

/** Brings to life whatever of the page is there. One script for all pages: on a slow line seven small ones take longer. */
export function enlivenPage(): void {
  startPreferences();
  startRelativeTimes();
  enhanceCopyButtons();
  enhanceShareButtons();
  enhanceVideoLinks();
  startComments();
}
