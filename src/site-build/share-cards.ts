import { digestText } from '../lib/digest.ts';
import { type ShareCard, shareCardFolder, shareCardName } from '../lib/share-card.ts';
import { openCache } from '../library/cache/cache.ts';
import { createShareCardStore, type ShareCards } from '../library/cards/share-cards.ts';
import type { Environment } from '../library/environment.ts';
import type { Article, Library } from '../library/types.ts';
import { articlesWithCards, pageCards, shareCardSettingsKey, storyCard } from '../model/share-card.ts';
import { toStory } from '../model/story.ts';
import type { Output } from './publish/output.ts';

/** The share cards that pages of the site show. */
export function planShareCards(library: Library, environment: Environment): Output[] {
  const store = createShareCardStore(environment);
  return [...findShareCards(library, environment)].map(([name, compose]) => ({
    path: `${shareCardFolder}/${name}`,
    key: name,
    make: () => store.draw(name, compose),
  }));
}

/**
 * Every card that some page of the site shows. What was on the card of an article is not composed again while its file and the
 * cacheVersion of all cards stay the same: an archive of 100,000 articles would wait for it.
 */
export function findShareCards(
  library: Library,
  { cacheDirectory, fingerprint }: Pick<Environment, 'cacheDirectory' | 'fingerprint'>,
): ShareCards {
  const { site } = library;
  const cache = openCache(cacheDirectory);
  const cacheVersion = digestText([fingerprint, shareCardSettingsKey(library)].join('\n'));
  // The name of its card by the digest of an article; '' where it has none.
  const table = cache.table<string>('share-card-names', cacheVersion);
  const known = new Map(table.entries());
  const names = new Map<string, string>();
  const cards = new Map<string, () => ShareCard>(pageCards(library).map((card) => [shareCardName(card), () => card]));
  const compose = (article: Article) => storyCard(toStory(article, library), site);
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
