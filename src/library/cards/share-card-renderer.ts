import type { Node, Renderer, RenderOptions } from '@takumi-rs/core';
import { isolateLines } from '../../lib/arabic/bidi.ts';
import { type Room, type SetText, setText } from '../../lib/line-breaking.ts';
import { type ShareCard, shareCardSize } from '../../lib/share-card.ts';
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

export interface ShareCardRenderer {
  /** Returns the drawing of a card as the tree of nodes that Takumi renders. */
  layOut(card: ShareCard): Promise<Node>;
  /** Renders a card as PNG, off the main thread. */
  draw(card: ShareCard): Promise<Uint8Array>;
}

/** Makes fonts use the digits and punctuation of Arabic script, as `lang="ar"` does in browsers. */
const lang = 'ar';
export const renderOptions: RenderOptions = { ...shareCardSize, format: 'png', lang };

/** In pixels. Widths are proportional to the font size, so measuring at one size is enough. */
const measuredSize = 100;

/**
 * Loads Takumi and the fonts. The headline and the masthead get the largest font size that fits, and are cut between
 * words if even the smallest does not. Details are left out if the masthead would have to be cut to make room for them.
 */
export async function openShareCardRenderer(engineDirectory: string): Promise<ShareCardRenderer> {
  const renderer = await loadRenderer();
  for (const font of await readCardFonts(engineDirectory)) await renderer.registerFont(font);

  /**
   * Creates a function that measures the widths of texts as `draw` draws them. Widths are cached, because headlines
   * share most of their words.
   */
  const createMeter = (draw: (text: string) => Node) => {
    const known = new Map<string, number>();
    return async (texts: readonly string[]): Promise<number[]> => {
      const fresh = [...new Set(texts)].filter((text) => !known.has(text));
      if (fresh.length > 0) {
        const row: Node = { type: 'container', style: { display: 'flex' }, children: fresh.map(draw) };
        const { children } = await renderer.measure(row, { lang });
        for (const [index, { width }] of children.entries()) known.set(fresh[index] as string, width);
      }
      return texts.map((text) => known.get(text) ?? 0);
    };
  };
  const measureHeadline = createMeter((text) => drawLine(text, measuredSize, 1));
  const measureMasthead = createMeter((text) => drawMasthead(text, measuredSize));
  const measureDetails = createMeter(drawDetails);

  const set = async (text: string, measure: typeof measureHeadline, room: Room, sizes: readonly number[]) => {
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
  };

  const setMasthead = (masthead: string, width: number): Promise<SetText> => {
    const oneLine = { width, height: 0, lineHeight: 1 };
    return set(masthead, measureMasthead, oneLine, mastheadSizes);
  };

  const setFoot = async ({ masthead, details }: ShareCard): Promise<{ masthead: SetText; details?: string }> => {
    if (details === undefined) return { masthead: await setMasthead(masthead, contentWidth) };
    const [taken = 0] = await measureDetails([details]);
    const beside = await setMasthead(masthead, contentWidth - taken - footGap);
    return beside.lines[0] === masthead
      ? { masthead: beside, details }
      : { masthead: await setMasthead(masthead, contentWidth) };
  };

  const layOut = async (card: ShareCard): Promise<Node> => {
    const room = headlineRoom(card.headline);
    const headline = await set(card.headline, measureHeadline, room, headlineSizes);
    const lines = isolateLines(card.headline, headline.lines);
    const { masthead, details } = await setFoot(card);
    return drawCard({
      label: card.label,
      headline: { ...headline, lines },
      lineHeight: room.lineHeight,
      masthead,
      details,
    });
  };
  return { layOut, draw: async (card) => renderer.render(await layOut(card), renderOptions) };
}

async function loadRenderer(): Promise<Renderer> {
  try {
    const { Renderer } = await import('@takumi-rs/core');
    return new Renderer();
  } catch (cause) {
    throw new Error('Share cards cannot be drawn on this platform: write "share-cards: none" in site.yaml.', { cause });
  }
}
