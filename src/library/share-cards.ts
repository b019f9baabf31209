import { existsSync } from 'node:fs';
import { constants, copyFile, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pLimit from 'p-limit';
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
  /**
   * Puts the cards that `outputDirectory` does not have yet into it, from the cache where it can. Gives the paths of all
   * cards, relative to the output, and how many were drawn now.
   */
  write(outputDirectory: string, cards: ShareCards): Promise<{ files: string[]; drawn: number }>;
  /** One card as PNG, drawn now if need be, for `dev`; undefined where there is none of this name. */
  read(name: string, cards: ShareCards): Promise<Uint8Array | undefined>;
}

/** The share cards of a site. A name stands for one picture for ever, so what exists under it is never drawn again. */
export function createShareCardStore({ projectDirectory, cacheDirectory }: CardDirectories): ShareCardStore {
  const cache = path.join(cacheDirectory, shareCardFolder);
  let opened: Promise<DrawShareCard> | undefined;

  const draw = async (name: string, card: ShareCard): Promise<void> => {
    opened ??= openShareCardRenderer(projectDirectory);
    const drawCard = await opened;
    await writeWhole(path.join(cache, name), await drawCard(card));
  };

  return {
    async write(outputDirectory, cards) {
      const target = path.join(outputDirectory, shareCardFolder);
      const there = await namesIn(target);
      const kept = await namesIn(cache);
      const missing = [...cards].filter(([name]) => !there.has(name));
      const undrawn = missing.filter(([name]) => !kept.has(name));
      if (missing.length > 0) await mkdir(target, { recursive: true });
      const limit = pLimit(os.availableParallelism());
      const put = async (name: string, compose: () => ShareCard) => {
        if (!kept.has(name)) await draw(name, compose());
        await copyWhole(path.join(cache, name), path.join(target, name));
      };
      await Promise.all(missing.map(([name, compose]) => limit(() => put(name, compose))));
      return { files: [...cards.keys()].map((name) => `${shareCardFolder}/${name}`), drawn: undrawn.length };
    },

    async read(name, cards) {
      const compose = cards.get(name);
      if (!compose) return undefined;
      const file = path.join(cache, name);
      if (!existsSync(file)) await draw(name, compose());
      return readFile(file);
    },
  };
}

async function namesIn(directory: string): Promise<Set<string>> {
  return new Set(await readdir(directory).catch(() => []));
}

/** A copy that is there whole or not at all; on file systems that can, it shares its blocks with the original. */
async function copyWhole(from: string, to: string): Promise<void> {
  const draft = `${to}.tmp`;
  await copyFile(from, draft, constants.COPYFILE_FICLONE);
  await rename(draft, to);
}
