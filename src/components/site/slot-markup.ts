import { escapeMarkup } from '../../lib/plain-text.ts';
import type { ShownSlot } from '../../model/page-slots.ts';

/**
 * Writes a slot of a page: what the newsroom wrote, unchanged. A label marks it for readers and for screen readers, and keeps
 * search engines from quoting it.
 */
export function slotMarkup({ name, html, label }: ShownSlot): string {
  const content = `<div class="slot-content">${html}</div>`;
  if (label === undefined) return `<div class="slot slot-${name}">${content}</div>`;
  const shown = escapeMarkup(label);
  return `<div class="slot slot-${name} slot-labelled" role="group" aria-label="${shown}" data-nosnippet><p class="slot-label">${shown}</p>${content}</div>`;
}
