import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ShareCard, shareCardFolder } from '../lib/share-card.ts';
import { writeWhole } from './atomic-file.ts';
import { type DrawShareCard, openShareCardRenderer } from './share-card-renderer.ts';

interface CardDirectories {
  projectDirectory: string;
  cacheDirectory: string;
}

/** Cards by their names (`shareCardName`), composed when they are drawn. */
export type ShareCards = ReadonlyMap<string, () => ShareCard>;

export interface ShareCardStore {
  /** The place of a card in the cache, drawn first if need be. */
  draw(name: string, compose: () => ShareCard): Promise<string>;
  /** One card as PNG, drawn now if need be, for `dev`; undefined where there is none of this name. */
  read(name: string, cards: ShareCards): Promise<Uint8Array | undefined>;
}

/** The share cards of a site. A name stands for one picture for ever, so what exists under it is never drawn again. */
export function createShareCardStore({ projectDirectory, cacheDirectory }: CardDirectories): ShareCardStore {
  const cache = path.join(cacheDirectory, shareCardFolder);
  let opened: Promise<DrawShareCard> | undefined;

  const draw = async (name: string, compose: () => ShareCard): Promise<string> => {
    const file = path.join(cache, name);
    if (existsSync(file)) return file;
    opened ??= openShareCardRenderer(projectDirectory);
    const drawCard = await opened;
    await writeWhole(file, await drawCard(compose()));
    return file;
  };

  return {
    draw,

    async read(name, cards) {
      const compose = cards.get(name);
      if (!compose) return undefined;
      return readFile(await draw(name, compose));
    },
  };
}
