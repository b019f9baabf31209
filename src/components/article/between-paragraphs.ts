import { Parser } from 'htmlparser2';

const followingParagraph = /\s*<p[\s>]/iy;

/**
 * Puts HTML between two paragraphs of a body, after `count` paragraphs or later. Only paragraphs that are in no other
 * element count, so the place is never in a list, a quotation or a figure, nor beside a heading. A body without such a
 * place stays as it is.
 */
export function insertBetweenParagraphs(body: string, html: string, count: number): string {
  let depth = 0;
  let paragraphs = 0;
  let place: number | undefined;
  const parser = new Parser(
    {
      onopentag: () => {
        depth += 1;
      },
      onclosetag: (name, isImplied) => {
        depth -= 1;
        if (place !== undefined || name !== 'p' || depth > 0) return;
        paragraphs += 1;
        // A paragraph without an end tag ends where something else begins.
        const end = isImplied ? parser.startIndex : parser.endIndex + 1;
        followingParagraph.lastIndex = end;
        if (paragraphs >= count && followingParagraph.test(body)) place = end;
      },
    },
    { decodeEntities: false },
  );
  parser.end(body);
  return place === undefined ? body : body.slice(0, place) + html + body.slice(place);
}
