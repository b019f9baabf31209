import { escapeMarkup } from '../../lib/plain-text.ts';

/** Puts HTML before the heading of a body that has an id; a body without it stays as it is. */
export function insertBefore(id: string | undefined, body: string, html: string): string {
  const place = id === undefined ? -1 : body.indexOf(`<h2 id="${escapeMarkup(id)}"`);
  return place < 0 ? body : body.slice(0, place) + html + body.slice(place);
}
