import { articleComponents } from '../markdown/article-components.ts';

/** All elements of HTML, also those that are no longer in use. */
const knownTags = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas ' +
    'caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption ' +
    'figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd label ' +
    'legend li link main map mark marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option ' +
    'output p param picture plaintext portal pre progress q rb rp rt rtc ruby s samp script search section select slot small ' +
    'source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt ' +
    'u ul var video wbr xmp'
  ).split(' '),
);
const opening = /<([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])[^<>]{0,1000}>/g;
const closing = /<\/([A-Za-z][\w-]*)/g;

/**
 * Finds opening tags in a piece of HTML that HTML does not have, with their names in lower case. Custom elements and
 * tags with attributes are markup on purpose; the build refuses the components of MDX.
 */
export function findUnknownOpenings(html: string): { name: string; index: number }[] {
  return [...html.matchAll(opening)].flatMap(({ 0: whole, 1: typed = '', index }) => {
    const name = typed.toLowerCase();
    const isMarkup = knownTags.has(name) || articleComponents.includes(typed) || /-/.test(name) || /=/.test(whole);
    return isMarkup ? [] : [{ name, index }];
  });
}

/** Returns the names of the closing tags in a piece of HTML, in lower case. */
export function closedTags(html: string): string[] {
  return [...html.matchAll(closing)].map(([, name = '']) => name.toLowerCase());
}

/** Elements that browsers open again in the blocks after one that they are not closed in. */
const formatting = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
const tag = /<(\/?)([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])([^<>]{0,1000})>/g;

/** Finds the opening tags of formatting in pieces of HTML, in order, that no piece closes: the piece and the index. */
export function findOpenFormatting(pieces: readonly string[]): { piece: number; index: number }[] {
  const open = new Map<string, { piece: number; index: number }[]>();
  for (const [piece, html] of pieces.entries())
    for (const { 1: slash, 2: typed = '', 3: attributes = '', index } of html.matchAll(tag)) {
      const name = typed.toLowerCase();
      if (!formatting.has(name) || (name === 'a' && slash === '' && !/\bhref\s*=/i.test(attributes))) continue;
      const opened = open.get(name) ?? [];
      if (slash === '/') opened.pop();
      else opened.push({ piece, index });
      open.set(name, opened);
    }
  return [...open.values()].flat();
}
