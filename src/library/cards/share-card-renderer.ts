import type { Node, Renderer, RenderOptions } from '@takumi-rs/core';
import { isolateLines } from '../../lib/arabic/bidi.ts';
import { type Room, type SetText, setText } from '../../lib/line-breaking.ts';
import { socialImageSize } from '../../lib/picture-sizes.ts';
import type { ShareCard, ShareCardLook } from '../../lib/share-card.ts';
import {
  type CardStyle,
  contentWidth,
  drawCard,
  drawDetails,
  drawLine,
  drawMasthead,
  footGap,
  headlineRoom,
  headlineSizes,
  mastheadSizes,
  styleOf,
} from './share-card-drawing.ts';
import { type OwnFace, readCardFonts, readOwnFonts } from './share-card-fonts.ts';

export interface ShareCardRenderer {
  /** Returns the drawing of a card as the tree of nodes that Takumi renders. */
  layOut(card: ShareCard): Promise<Node>;
  /** Renders a card as PNG, off the main thread. */
  draw(card: ShareCard): Promise<Uint8Array>;
}

/** Makes fonts use the digits and punctuation of Arabic script, as `lang="ar"` does in browsers. */
const lang = 'ar';
export const renderOptions: RenderOptions = { ...socialImageSize, format: 'png', lang };

/** In pixels. Widths are proportional to the font size, so measuring at one size is enough. */
const measuredSize = 100;

/**
 * Loads Takumi and the fonts. The headline and the masthead get the largest font size that fits, and are cut between
 * words if even the smallest does not. Details are left out if the masthead would have to be cut to make room for them.
 */
export async function openShareCardRenderer(
  engineDirectory: string,
  faces: readonly OwnFace[] = [],
): Promise<ShareCardRenderer> {
  const renderer = await loadRenderer();
  const fonts = [...(await readOwnFonts(faces)), ...(await readCardFonts(engineDirectory))];
  for (const font of fonts) await renderer.registerFont(font);

  // Every card of a site has the same look.
  const styles = new Map<string, { style: CardStyle; meters: Meters }>();
  const styleFor = (look: ShareCardLook | undefined) => {
    const key = JSON.stringify(look) ?? '';
    const style = styleOf(look);
    const known = styles.get(key) ?? { style, meters: createMeters(renderer, style) };
    styles.set(key, known);
    return known;
  };

  const layOut = async (card: ShareCard): Promise<Node> => {
    const { style, meters } = styleFor(card.look);
    const room = headlineRoom(card.headline);
    const headline = await setWords(card.headline, meters.headline, room, headlineSizes);
    const lines = isolateLines(card.headline, headline.lines);
    const { masthead, details } = await setFoot(card, meters);
    return drawCard({
      label: card.label,
      headline: { ...headline, lines },
      lineHeight: room.lineHeight,
      masthead,
      details,
      style,
    });
  };
  return { layOut, draw: async (card) => renderer.render(await layOut(card), renderOptions) };
}

/** Measures the widths of texts, in pixels at `measuredSize`, except for details, which have one size. */
type Meter = (texts: readonly string[]) => Promise<number[]>;
type Meters = Record<'headline' | 'masthead' | 'details', Meter>;

function createMeters(renderer: Renderer, style: CardStyle): Meters {
  return {
    headline: createMeter(renderer, (text) => drawLine(text, measuredSize, 1, style)),
    masthead: createMeter(renderer, (text) => drawMasthead(text, measuredSize, style)),
    details: createMeter(renderer, (text) => drawDetails(text, style)),
  };
}

/**
 * Creates a function that measures the widths of texts as `draw` draws them. Widths are cached, because headlines share
 * most of their words.
 */
function createMeter(renderer: Renderer, draw: (text: string) => Node): Meter {
  const known = new Map<string, number>();
  return async (texts) => {
    const fresh = [...new Set(texts)].filter((text) => !known.has(text));
    if (fresh.length > 0) {
      const row: Node = { type: 'container', style: { display: 'flex' }, children: fresh.map(draw) };
      const { children } = await renderer.measure(row, { lang });
      for (const [index, { width }] of children.entries()) known.set(fresh[index] as string, width);
    }
    return texts.map((text) => known.get(text) ?? 0);
  };
}

async function setWords(text: string, measure: Meter, room: Room, sizes: readonly number[]): Promise<SetText> {
  const texts = text.split(' ');
  const measured = await measure(['ا ا', 'ا', '…', ...texts]);
  const [spaced = 0, alone = 0, ellipsis = 0, ...words] = measured.map((width) => width / measuredSize);
  const signs = { space: spaced - 2 * alone, ellipsis };
  return setText(
    texts.map((word, index) => ({ text: word, width: words[index] ?? 0 })),
    signs,
    room,
    sizes,
  );
}

function setMasthead(masthead: string, width: number, meters: Meters): Promise<SetText> {
  const oneLine = { width, height: 0, lineHeight: 1 };
  return setWords(masthead, meters.masthead, oneLine, mastheadSizes);
}

async function setFoot(
  { masthead, details }: ShareCard,
  meters: Meters,
): Promise<{ masthead: SetText; details?: string }> {
  if (details === undefined) return { masthead: await setMasthead(masthead, contentWidth, meters) };
  const [taken = 0] = await meters.details([details]);
  const beside = await setMasthead(masthead, contentWidth - taken - footGap, meters);
  return beside.lines[0] === masthead
    ? { masthead: beside, details }
    : { masthead: await setMasthead(masthead, contentWidth, meters) };
}

async function loadRenderer(): Promise<Renderer> {
  try {
    const { Renderer } = await import('@takumi-rs/core');
    return new Renderer();
  } catch (cause) {
    throw new Error('Share cards cannot be drawn on this platform: write "share-cards: none" in site.yaml.', { cause });
  }
}
