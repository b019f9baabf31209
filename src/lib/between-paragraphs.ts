import { voidElements } from './void-elements.ts';

const tag = /<(\/?)([a-z][a-z\d-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const empty = new Set(voidElements);
const followingParagraph = /\s*<p[\s>]/iy;

/**
 * Puts HTML between two paragraphs of a body, after `count` paragraphs or later. Only paragraphs that are in no other
 * element count, so the place is never in a list, a quotation or a figure, nor beside a heading. A body without such a
 * place stays as it is.
 */
export function insertBetweenParagraphs(body: string, html: string, count: number): string {
  let depth = 0;
  let paragraphs = 0;
  tag.lastIndex = 0;
  for (let found = tag.exec(body); found; found = tag.exec(body)) {
    const [whole, slash, written = ''] = found;
    const name = written.toLowerCase();
    if (empty.has(name) || (whole.endsWith('/>') && slash === '')) continue;
    depth += slash === '/' ? -1 : 1;
    if (slash === '' && (name === 'script' || name === 'style')) tag.lastIndex = endOfText(body, name, tag.lastIndex);
    if (slash === '' || name !== 'p' || depth > 0) continue;
    paragraphs += 1;
    followingParagraph.lastIndex = tag.lastIndex;
    if (paragraphs < count || !followingParagraph.test(body)) continue;
    return body.slice(0, tag.lastIndex) + html + body.slice(tag.lastIndex);
  }
  return body;
}

/** Returns where the text of a script or a style ends; it may look like tags. */
function endOfText(body: string, name: string, start: number): number {
  const end = body.indexOf(`</${name}`, start);
  return end === -1 ? body.length : end;
}
