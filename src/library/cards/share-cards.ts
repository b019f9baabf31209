import path from 'node:path';
import { type ShareCard, shareCardFolder } from '../../lib/share-card.ts';
import { openKeptFiles } from '../cache/cached-files.ts';
import { openShareCardRenderer, type ShareCardRenderer } from './share-card-renderer.ts';

interface CardDirectories {
  projectDirectory: string;
  cacheDirectory: string;
}

/** Cards by their names (`shareCardName`), composed when they are drawn. */
export type ShareCards = ReadonlyMap<string, () => ShareCard>;

export interface ShareCardStore {
  /** A card as PNG, drawn now if need be. */
  draw(name: string, compose: () => ShareCard): Promise<Uint8Array>;
  /** One card by its name, for `dev`; undefined where there is none of this name. */
  read(name: string, cards: ShareCards): Promise<Uint8Array | undefined>;
}

/** The share cards of a site. A name stands for one picture for ever, so what exists under it is never drawn again. */
export function createShareCardStore({ projectDirectory, cacheDirectory }: CardDirectories): ShareCardStore {
  const kept = openKeptFiles(path.join(cacheDirectory, shareCardFolder));
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
