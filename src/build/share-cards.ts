import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { digestText } from '../lib/digest.ts';
import { type ShareCard, shareCardFolder, shareCardName } from '../lib/share-card.ts';
import { readJson, writeWhole } from '../library/atomic-file.ts';
import type { Environment } from '../library/environment.ts';
import { type Article, type Library, openLibrary } from '../library/library.ts';
import { createShareCardStore, type ShareCards } from '../library/share-cards.ts';
import { articlesWithCards, pageCards, shareCardBasis, storyCard } from '../model/share-card.ts';
import { toStory } from '../model/story.ts';

/** Writes the share cards that the output does not have yet. Gives the paths of all, relative to the output. */
export async function writeShareCards(library: Library, environment: Environment): Promise<string[]> {
  const cards = await findShareCards(library, environment);
  const { files } = await createShareCardStore(environment).write(environment.outputDirectory, cards);
  return files;
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

/** Writes share cards at the end of a build, and draws them on demand in `dev`. */
export function shareCardOutput(environment: Environment): AstroIntegration {
  const store = createShareCardStore(environment);
  const folder = `/${shareCardFolder}/`;
  return {
    name: 'warraq:share-cards',
    hooks: {
      'astro:build:done': async () => {
        await writeShareCards(await openLibrary(environment), environment);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          if (!request.url?.startsWith(folder)) return next();
          const cards = await findShareCards(await openLibrary(environment), environment);
          const card = await store.read(request.url.slice(folder.length), cards);
          if (!card) return next();
          response.setHeader('content-type', 'image/png');
          response.end(card);
        });
      },
    },
  };
}
