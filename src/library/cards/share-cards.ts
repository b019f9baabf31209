import path from 'node:path';
import { type ShareCard, shareCardFolder } from '../../lib/share-card.ts';
import { openCachedFiles } from '../cache/cached-files.ts';
import type { OwnFace } from './share-card-fonts.ts';
import { openShareCardRenderer, type ShareCardRenderer } from './share-card-renderer.ts';

interface CardDirectories {
  engineDirectory: string;
  cacheDirectory: string;
}

/**
 * Functions that compose share cards, by the names of the cards (`shareCardName`). They are called when cards are
 * drawn.
 */
export type ShareCards = ReadonlyMap<string, () => ShareCard>;

export interface ShareCardStore {
  /** Returns a card as PNG: from the cache, or drawn now. */
  draw(name: string, compose: () => ShareCard): Promise<Uint8Array>;
  /** Returns one of `cards` as PNG, for `dev`; undefined if none has this name. */
  read(name: string, cards: ShareCards): Promise<Uint8Array | undefined>;
}

/**
 * Creates the store of a site's share cards. A card's name is a digest of its texts and its look, so a card that is
 * cached under its name is not drawn again. `faces` are the newsroom's own fonts.
 */
export function createShareCardStore(
  { engineDirectory, cacheDirectory }: CardDirectories,
  faces: readonly OwnFace[] = [],
): ShareCardStore {
  const kept = openCachedFiles(path.join(cacheDirectory, shareCardFolder));
  let opened: Promise<ShareCardRenderer> | undefined;

  const draw = (name: string, compose: () => ShareCard): Promise<Uint8Array> =>
    kept.take(name, async () => {
      opened ??= openShareCardRenderer(engineDirectory, faces);
      const renderer = await opened;
      return renderer.draw(compose());
    });

  return {
    draw,

    async read(name, cards) {
      const compose = cards.get(name);
      return compose && draw(name, compose);
    },
  };
}
