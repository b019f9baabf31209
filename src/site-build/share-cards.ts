import { digestText } from '../lib/digest.ts';
import { type ShareCard, shareCardFolder, shareCardName } from '../lib/share-card.ts';
import { openCache } from '../library/cache/cache.ts';
import { createShareCardStore, type ShareCards } from '../library/cards/share-cards.ts';
import type { Environment } from '../library/environment.ts';
import type { Article, Library } from '../library/types.ts';
import { articlesWithCards, pageCards, shareCardSettingsKey, storyCard } from '../model/share-card.ts';
import { toStory } from '../model/story.ts';
import type { Output } from './publish/output.ts';

/** Plans the files of all share cards. */
export function planShareCards(library: Library, environment: Environment): Output[] {
  const store = createShareCardStore(environment, library.ownerStyles?.faces);
  return [...findShareCards(library, environment)].map(([name, compose]) => ({
    path: `${shareCardFolder}/${name}`,
    key: name,
    make: () => store.draw(name, compose),
  }));
}

/**
 * Finds every card that a page of the site shows. The names of articles' cards are cached by the articles' digests,
 * because composing 100,000 cards only to compute their names takes seconds.
 */
export function findShareCards(
  library: Library,
  { cacheDirectory, fingerprint }: Pick<Environment, 'cacheDirectory' | 'fingerprint'>,
): ShareCards {
  const cache = openCache(cacheDirectory);
  const cacheVersion = digestText([fingerprint, shareCardSettingsKey(library)].join('\n'));
  // Names of cards by the digests of their articles; '' if an article has no card.
  const table = cache.table<string>('share-card-names', cacheVersion);
  const known = new Map(table.entries());
  const names = new Map<string, string>();
  const cards = new Map<string, () => ShareCard>(pageCards(library).map((card) => [shareCardName(card), () => card]));
  const compose = (article: Article) => storyCard(toStory(article, library), library);
  const nameOf = (article: Article): string => {
    const card = compose(article);
    return card ? shareCardName(card) : '';
  };
  for (const article of articlesWithCards(library)) {
    const name = known.get(article.digest) ?? nameOf(article);
    names.set(article.digest, name);
    if (name !== '') cards.set(name, () => compose(article) ?? fail(article));
  }
  cache.transaction(() => {
    for (const digest of known.keys()) if (!names.has(digest)) table.delete(digest);
    for (const [digest, name] of names) if (!known.has(digest)) table.set(digest, name);
  });
  return cards;
}

function fail({ file }: Article): never {
  throw new Error(`The share card of ${file} has a name but no texts: its digest must change with them.`);
}
