import { digestText } from './digest.ts';
import type { Palette } from './palette.ts';

/** The texts on a share card, the image that social networks show for a page. */
export interface ShareCard {
  /** The name of the newspaper. */
  masthead: string;
  /** A few words above the headline. */
  label?: string;
  headline: string;
  /** A few words at the bottom. */
  details?: string;
  /** Undefined if the site has the look of the engine. */
  look?: ShareCardLook;
}

/** What share cards take from the look of a site. */
export interface ShareCardLook {
  palette?: Pick<Palette, 'paper' | 'ink' | 'quiet' | 'accent' | 'hairline'>;
  /**
   * Families of the engine, or the newsroom's files: their published names, which contain a hash of their content, and
   * their weights.
   */
  fonts: { headlines?: CardFont; text?: CardFont };
}

export type CardFont = 'naskh' | 'sans' | readonly string[];

/** The folder of the published site for share cards; file names are hashes of all that the cards show. */
export const shareCardFolder = '_cards';

/**
 * Part of the hash in every card's name, so changing it makes social networks fetch all cards again. Change it whenever
 * the design changes; tests/unit/library/cards/share-card-design.test.ts fails otherwise. Any value will do.
 */
export const shareCardVersion = '4c1e92d07ab35f6810ce';

/**
 * Returns the file name of a card, `3f0a….png`. Cards with the same texts and the same look have the same name and are
 * drawn only once.
 */
export function shareCardName({ masthead, label = '', headline, details = '', look }: ShareCard): string {
  const shown = [shareCardVersion, masthead, label, headline, details, ...(look ? [look] : [])];
  return `${digestText(JSON.stringify(shown))}.png`;
}

/** Returns the URL of a card, `/_cards/3f0a….png`. */
export function shareCardUrl(card: ShareCard): string {
  return `/${shareCardFolder}/${shareCardName(card)}`;
}

/** The characters that the font subsets made by scripts/fonts/subset-fonts.ts have glyphs for. */
const drawable =
  /^[ \u00a0\u060c\u061b\u061c\u061f\u0621-\u063a\u0640-\u0655\u0660-\u066d\u0670\u0671\u067e\u0686\u0698\u06a4\u06a5\u06a8\u06a9\u06ad\u06af\u06cc\u200c-\u200f!-~£©«°·»×À-ÿŒœŸ–—‘’“”•…‹›€]*$/u;

/**
 * Removes characters without a glyph (emoji, Quranic signs). Undefined if a letter or digit is among them, since the
 * text would then be wrong.
 */
export function drawableText(text: string): string | undefined {
  const composed = text.normalize('NFC');
  if (drawable.test(composed)) return tidy(composed);
  let drawn = '';
  for (const character of composed) {
    if (drawable.test(character)) drawn += character;
    else if (/[\p{L}\p{N}]/u.test(character)) return undefined;
    else if (/\s/u.test(character)) drawn += ' ';
  }
  return tidy(drawn);
}

function tidy(text: string): string {
  return text.replace(/ {2,}/g, ' ').trim();
}
