import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { digestText } from '../lib/digest.ts';
import { type ShareCard, shareCardFolder, shareCardName } from '../lib/share-card.ts';
import { readJson, writeWhole } from '../library/atomic-file.ts';
import type { Environment } from '../library/environment.ts';
import type { Article, Library } from '../library/library.ts';
import { createShareCardStore, type ShareCards } from '../library/share-cards.ts';
import { articlesWithCards, pageCards, shareCardBasis, storyCard } from '../model/share-card.ts';
import { toStory } from '../model/story.ts';
import type { Output } from './output.ts';

/** The share cards that pages of the site show. */
export async function planShareCards(library: Library, environment: Environment): Promise<Output[]> {
  const store = createShareCardStore(environment);
  return [...(await findShareCards(library, environment))].map(([name, compose]) => ({
    path: `${shareCardFolder}/${name}`,
    key: name,
    make: async () => readFile(await store.draw(name, compose)),
  }));
}

interface KnownNames {
  basis: string;
  /** The name of its card by the digest of an article; '' where it has none. */
  names: Record<string, string>;
}

/**
 * Every card that some page of the site shows. What was on the card of an article is not composed again while its file and the
 * basis of all cards stay the same: an archive of 100,000 articles would wait for it.
 */
export async function findShareCards(
  library: Library,
  { cacheDirectory, fingerprint }: Pick<Environment, 'cacheDirectory' | 'fingerprint'>,
): Promise<ShareCards> {
  const { site } = library;
  const file = path.join(cacheDirectory, 'share-card-names.json');
  const basis = digestText([fingerprint, shareCardBasis(library)].join('\n'));
  const kept = await readJson<KnownNames>(file);
  const known = kept?.basis === basis ? kept.names : {};
  const names: Record<string, string> = {};
  const cards = new Map<string, () => ShareCard>(pageCards(library).map((card) => [shareCardName(card), () => card]));
  const compose = (article: Article) => storyCard(toStory(article, library), site);
  let isKnown = true;
  for (const article of articlesWithCards(library)) {
    let name = known[article.digest];
    if (name === undefined) {
      const card = compose(article);
      name = card ? shareCardName(card) : '';
      isKnown = false;
    }
    names[article.digest] = name;
    if (name !== '') cards.set(name, () => compose(article) ?? fail(article));
  }
  if (!isKnown) await writeWhole(file, JSON.stringify({ basis, names } satisfies KnownNames));
  return cards;
}

function fail({ file }: Article): never {
  throw new Error(`The share card of ${file} has a name but no texts: its digest must change with them.`);
}
