import type { Node, Renderer, RenderOptions } from '@takumi-rs/core';
import { type Room, type SetText, setText } from '../lib/line-breaking.ts';
import { type ShareCard, shareCardSize } from '../lib/share-card.ts';
import {
  contentWidth,
  drawCard,
  drawDetails,
  drawLine,
  drawMasthead,
  footGap,
  headlineRoom,
  headlineSizes,
  mastheadSizes,
} from './share-card-drawing.ts';
import { readCardFonts } from './share-card-fonts.ts';

/** Draws a card as PNG, off the main thread. */
export type DrawShareCard = (card: ShareCard) => Promise<Uint8Array>;

/** Picks the digits and the punctuation that suit Arabic script, as browsers do. */
const lang = 'ar';
const options: RenderOptions = { ...shareCardSize, format: 'png', lang };

/** In pixels: widths grow with the size of type in proportion, so that one measure serves all sizes. */
const measuredSize = 100;

/**
 * Loads the engine and the fonts. The headline and the masthead are set in the largest size in which they have room, and cut
 * between words where they have none in the smallest; details go where the masthead would have to be cut for them.
 */
export async function openShareCardRenderer(projectDirectory: string): Promise<DrawShareCard> {
  const renderer = await loadRenderer();
  for (const font of await readCardFonts(projectDirectory)) await renderer.registerFont(font);

  const widthsOf = async (nodes: Node[]): Promise<number[]> => {
    const row: Node = { type: 'container', style: { display: 'flex' }, children: nodes };
    const { children } = await renderer.measure(row, { lang });
    return children.map(({ width }) => width);
  };

  const set = async (text: string, draw: (text: string) => Node, room: Room, sizes: readonly number[]) => {
    const texts = text.split(' ');
    const measured = await widthsOf(['ا ا', 'ا', '…', ...texts].map(draw));
    const [spaced = 0, alone = 0, ellipsis = 0, ...words] = measured.map((width) => width / measuredSize);
    const signs = { space: spaced - 2 * alone, ellipsis };
    return setText(
      texts.map((word, index) => ({ text: word, width: words[index] ?? 0 })),
      signs,
      room,
      sizes,
    );
  };

  const setMasthead = (masthead: string, width: number): Promise<SetText> => {
    const oneLine = { width, height: 0, lineHeight: 1 };
    return set(masthead, (text) => drawMasthead(text, measuredSize), oneLine, mastheadSizes);
  };

  const setFoot = async ({ masthead, details }: ShareCard): Promise<{ masthead: SetText; details?: string }> => {
    if (details === undefined) return { masthead: await setMasthead(masthead, contentWidth) };
    const [taken = 0] = await widthsOf([drawDetails(details)]);
    const beside = await setMasthead(masthead, contentWidth - taken - footGap);
    return beside.lines[0] === masthead
      ? { masthead: beside, details }
      : { masthead: await setMasthead(masthead, contentWidth) };
  };

  return async (card) => {
    const room = headlineRoom(card.headline);
    const draw = (text: string) => drawLine(text, measuredSize, room.lineHeight);
    const headline = await set(card.headline, draw, room, headlineSizes);
    const { masthead, details } = await setFoot(card);
    const { lineHeight } = room;
    return renderer.render(drawCard({ label: card.label, headline, lineHeight, masthead, details }), options);
  };
}

async function loadRenderer(): Promise<Renderer> {
  try {
    const { Renderer } = await import('@takumi-rs/core');
    return new Renderer();
  } catch (cause) {
    throw new Error('Share cards cannot be drawn on this platform: write "share-cards: none" in site.yaml.', { cause });
  }
}
