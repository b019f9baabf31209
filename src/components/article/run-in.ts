import { Parser } from 'htmlparser2';

/** What makes a paragraph one that does not begin with words: `br` and inline elements are words too. */
const notWords = new Set(['img', 'picture', 'video', 'audio', 'iframe', 'input', 'button', 'svg']);

/**
 * Puts HTML before the first words of a body, inside its first paragraph. A body that does not begin with a paragraph of
 * words written from right to left, but with a heading, a list, a quotation or a picture, gets `alone` above it instead.
 */
export function runIn(body: string, html: string, alone: string): string {
  const place = startOfWords(body);
  return place === undefined ? alone + body : body.slice(0, place) + html + body.slice(place);
}

/** Returns the index after the tag of the first paragraph; undefined if something else comes first. */
function startOfWords(body: string): number | undefined {
  let place: number | undefined;
  let isDecided = false;
  let isRefused = false;
  const decide = (refuses: boolean): void => {
    isDecided = true;
    isRefused = refuses;
    // The rest of the body decides nothing.
    parser.pause();
  };
  const parser = new Parser(
    {
      onopentag: (name, { dir }) => {
        if (isDecided) return;
        if (place === undefined && isSheet(name)) return;
        if (place === undefined && name === 'p' && dir !== 'ltr') place = parser.endIndex + 1;
        else if (place === undefined || notWords.has(name)) decide(true);
      },
      ontext: (text) => {
        if (!isDecided && text.trim() !== '') decide(false);
      },
      onclosetag: (name) => {
        if (name === 'p' && !isDecided) decide(true);
      },
    },
    { decodeEntities: false },
  );
  parser.end(body);
  return isRefused ? undefined : place;
}

/** The bodies of pages begin with the sheets that they need. */
function isSheet(name: string): boolean {
  return name === 'link' || name === 'style';
}
