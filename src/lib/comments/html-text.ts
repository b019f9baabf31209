import { cleanText } from './comment-text.ts';

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Decodes numeric character references, and the named ones in `named`; leaves all others as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (entity, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

const hiddenElements = /^(?:script|style|template|noscript|iframe)$/;
const blockElements = /^(?:p|div|ul|ol|blockquote|pre|h[1-6])$/;

/**
 * Extracts the plain text of a comment, for services that return only HTML. Insert it as text, not as HTML: it may
 * contain `<`.
 */
export function textOfHtml(html: string): string {
  let text = '';
  let hiddenBy = '';
  for (const { 0: piece, 1: slash, 2: tag } of html.matchAll(
    /<(\/?)([a-z][a-z0-9-]*)[^<>]*>|<[!?/][^<>]*>|[^<]+|</gi,
  )) {
    const name = tag?.toLowerCase() ?? '';
    if (hiddenBy !== '') {
      if (slash === '/' && name === hiddenBy) hiddenBy = '';
    } else if (hiddenElements.test(name) && slash === '') hiddenBy = name;
    else if (name === 'br') text += '\n';
    else if (name === 'li') text += slash === '' ? '\n• ' : '';
    else if (blockElements.test(name)) text += '\n\n';
    else if (tag === undefined && !/^<[!?/]/.test(piece)) text += decodeEntities(piece);
  }
  return cleanText(text);
}
