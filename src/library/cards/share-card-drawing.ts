import type { Node } from '@takumi-rs/core';
import { isolateWithCharacters } from '../../lib/arabic/bidi.ts';
import type { Room, SetText } from '../../lib/line-breaking.ts';
import { defaultPalettes } from '../../lib/palette.ts';
import { socialImageSize } from '../../lib/picture-sizes.ts';
import type { CardFont, ShareCardLook } from '../../lib/share-card.ts';
import type { FontRole } from '../../schema/appearance.ts';
import { engineFamilies, ownFamilies, usualFonts } from '../font-families.ts';

/** The colours of a card, and the styles of its families. */
export interface CardStyle {
  palette: NonNullable<ShareCardLook['palette']>;
  headlines: Style;
  masthead: Style;
  text: Style;
}

const margin = 64;

/** The width that is available to texts, in pixels. */
export const contentWidth = socialImageSize.width - 2 * margin;
const headlineHeight = 340;
/** Space between the masthead and the details beside it, in pixels. */
export const footGap = 40;

/** Font sizes in pixels, the largest first. */
export const headlineSizes = [144, 128, 112, 104, 96, 88, 80, 72, 66, 60, 54, 48, 44, 40, 36];
export const mastheadSizes = [60, 52, 44, 36, 30];

type Style = NonNullable<Extract<Node, { type: 'container' }>['style']>;

/** Returns the style of cards with this look. Where a font of the newsroom lacks a letter, the engine's has it. */
export function styleOf(look: ShareCardLook = { fonts: {} }): CardStyle {
  const familyOf = (role: FontRole, font: CardFont = usualFonts[role]): string =>
    typeof font === 'string'
      ? engineFamilies[role][font]
      : `${ownFamilies[role]}, ${engineFamilies[role][usualFonts[role]]}`;
  return {
    palette: look.palette ?? defaultPalettes.light,
    headlines: { fontFamily: familyOf('headlines', look.fonts.headlines), fontWeight: 700 },
    masthead: { fontFamily: boldFamilyOf(familyOf('text', look.fonts.text)), fontWeight: 700 },
    text: { fontFamily: familyOf('text', look.fonts.text) },
  };
}

/** The name of a paper is bold, also where its text is in the Naskh of the engine. */
function boldFamilyOf(families: string): string {
  return families.replace(engineFamilies.text.naskh, engineFamilies.headlines.naskh);
}

/** Vowel marks except shadda and fathatan: those two occur in unvocalised text too («مثلًا»). */
const vowels = /[\u064c-\u0650\u0652\u0670]/g;

/**
 * Returns the box that a headline must fit in. Vocalised headlines have a larger line height, because marks below one
 * line would touch marks above the next.
 */
export function headlineRoom(headline: string): Room {
  const isVocalised = (headline.match(vowels)?.length ?? 0) > 2;
  return { width: contentWidth, height: headlineHeight, lineHeight: isVocalised ? 1.65 : 1.4 };
}

/**
 * Draws one line of a headline. Takumi 2.16 could break lines itself, but if a line ends between two Latin words, it
 * draws the space between them at the beginning of the line.
 */
export function drawLine(line: string, size: number, lineHeight: number, style: CardStyle): Node {
  return text(line, { ...style.headlines, fontSize: size, lineHeight, whiteSpace: 'nowrap' });
}

export function drawMasthead(masthead: string, size: number, style: CardStyle): Node {
  return text(masthead, { ...style.masthead, fontSize: size, lineHeight: 1.5, whiteSpace: 'nowrap' });
}

export function drawDetails(details: string, style: CardStyle): Node {
  return text(details, {
    ...style.text,
    fontSize: 30,
    lineHeight: 1.8,
    color: style.palette.quiet,
    whiteSpace: 'nowrap',
  });
}

function drawLabel(label: string, style: CardStyle): Node {
  return text(label, { ...style.headlines, fontSize: 32, lineHeight: 1.6, color: style.palette.accent });
}

export interface FittedCard {
  label: string | undefined;
  /** Its lines have isolates. */
  headline: SetText;
  lineHeight: number;
  masthead: SetText;
  details: string | undefined;
  style: CardStyle;
}

/**
 * Draws a card: a double rule at the top, the label and the headline, and below a hairline the masthead and details.
 */
export function drawCard({ label, headline, lineHeight, masthead, details, style }: FittedCard): Node {
  const { palette } = style;
  return box(
    {
      ...socialImageSize,
      flexDirection: 'column',
      padding: `48px ${margin}px 40px`,
      backgroundColor: palette.paper,
      color: palette.ink,
    },
    box({
      width: contentWidth,
      height: 14,
      flexShrink: 0,
      borderTop: `8px solid ${palette.ink}`,
      borderBottom: `2px solid ${palette.ink}`,
    }),
    box(
      { width: contentWidth, flexDirection: 'column', flexGrow: 1, justifyContent: 'center' },
      ...(label === undefined ? [] : [drawLabel(isolateWithCharacters(label), style)]),
      ...headline.lines.map((line) => drawLine(line, headline.size, lineHeight, style)),
    ),
    box(
      {
        width: contentWidth,
        justifyContent: 'space-between',
        alignItems: 'flex-end',
        paddingTop: 12,
        borderTop: `2px solid ${palette.hairline}`,
      },
      drawMasthead(isolateWithCharacters(masthead.lines.join(' ')), masthead.size, style),
      ...(details === undefined ? [] : [drawDetails(isolateWithCharacters(details), style)]),
    ),
  );
}

function box(style: Style, ...children: Node[]): Node {
  return { type: 'container', style: { display: 'flex', direction: 'rtl', ...style }, children };
}

function text(content: string, style: Style): Node {
  return { type: 'text', text: content, style: { display: 'block', direction: 'rtl', textAlign: 'start', ...style } };
}
