import { decodeHTMLAttribute } from 'entities/decode';
import { escapeMarkup } from '../../lib/plain-text.ts';

const linkOrPicture = /<a\s[\s\S]*?<\/a>|<picture>[\s\S]*?<\/picture>/g;

/**
 * Puts a link to its file around every picture without one, so that pictures open large without a script too.
 * @param html as it was rendered
 * @param name the accessible name of a link, given the description of its picture
 */
export function linkPictures(html: string, name: (description: string) => string): string {
  return html.replace(linkOrPicture, (markup) => {
    const [, src] = markup.match(/<img[^>]*?\ssrc="([^"]*)"/) ?? [];
    if (src === undefined || markup.startsWith('<a')) return markup;
    const [, alt = ''] = markup.match(/<img[^>]*?\salt="([^"]*)"/) ?? [];
    const label = escapeMarkup(name(decodeHTMLAttribute(alt)));
    return `<a class="enlarge" href="${src}" aria-label="${label}">${markup}</a>`;
  });
}
