import { digestText } from './digest.ts';

/** What a share card says: one to four texts of one line or several, in Arabic direction. */
export interface ShareCard {
  /** The name of the paper. */
  masthead: string;
  /** A few words above the headline. */
  label?: string;
  headline: string;
  /** A few words at the foot. */
  details?: string;
}

/** The folder of the published site that holds share cards, under names made of what they say. */
export const shareCardFolder = '_cards';

/** In pixels: the size that chat apps and social networks ask for. */
export const shareCardSize = { width: 1200, height: 630 };

/**
 * Part of every card's name: another value gives all cards new names, so that chats ask for them again. Any text will do.
 * tests/unit/library/cards/share-card-design.test.ts fails when cards are drawn in another way under the same version.
 */
export const shareCardVersion = '4717c4421635692ffa87';

/** `3f0a….png`: the same for the same texts, so that a card is drawn once. */
export function shareCardName({ masthead, label = '', headline, details = '' }: ShareCard): string {
  return `${digestText(JSON.stringify([shareCardVersion, masthead, label, headline, details]))}.png`;
}

/** `/_cards/3f0a….png`. */
export function shareCardUrl(card: ShareCard): string {
  return `/${shareCardFolder}/${shareCardName(card)}`;
}

/** What the fonts of scripts/fonts/subset-fonts.ts have glyphs for. */
const drawable =
  /^[ \u00a0\u060c\u061b\u061c\u061f\u0621-\u063a\u0640-\u0655\u0660-\u066d\u0670\u0671\u067e\u0686\u0698\u06a4\u06a5\u06a8\u06a9\u06ad\u06af\u06cc\u200c-\u200f!-~£©«°·»×À-ÿŒœŸ–—‘’“”•…‹›€]*$/u;

/**
 * A text without the signs that cards cannot show (emoji, marks of recitation); undefined where letters or digits are among
 * them, which a reader would miss.
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
