import path from 'node:path';
import { type ShareCard, shareCardFolder } from '../../lib/share-card.ts';
import { openCachedFiles } from '../cache/cached-files.ts';
import { openShareCardRenderer, type ShareCardRenderer } from './share-card-renderer.ts';

interface CardDirectories {
  projectDirectory: string;
  cacheDirectory: string;
}

/** Share cards by their names (`shareCardName`). Their texts are composed when they are drawn. */
export type ShareCards = ReadonlyMap<string, () => ShareCard>;

export interface ShareCardStore {
  /** A card as PNG: from the cache, or drawn now. */
  draw(name: string, compose: () => ShareCard): Promise<Uint8Array>;
  /** One card by its name, for `dev`; undefined if there is none. */
  read(name: string, cards: ShareCards): Promise<Uint8Array | undefined>;
}

/** The share cards of a site. A name is a digest of the card, so a card that exists under its name is not drawn again. */
export function createShareCardStore({ projectDirectory, cacheDirectory }: CardDirectories): ShareCardStore {
  const kept = openCachedFiles(path.join(cacheDirectory, shareCardFolder));
  let opened: Promise<ShareCardRenderer> | undefined;

  const draw = (name: string, compose: () => ShareCard): Promise<Uint8Array> =>
    kept.take(name, async () => {
      opened ??= openShareCardRenderer(projectDirectory);
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
