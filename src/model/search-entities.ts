import type { EntityKind } from '../lib/arabic/search/entity-names.ts';
import type { Library, PublishedAuthor } from '../library/types.ts';
import { contributorIds } from './byline.ts';
import { createCachedTagSlug, groupBy, groupByTag } from './listings.ts';
import { authorPath, categoryPath, hrefTo, seriesPath, tagPath } from './urls.ts';

/** What has a page with its articles, as a search finds and shows it. */
export interface SearchEntity {
  kind: EntityKind;
  name: string;
  /** Other ways of writing the name, each once: ids, handles, spellings of a tag. They are found and not shown. */
  spellings: string[];
  /** As pages link to it. */
  url: string;
  /** How many articles its page lists. */
  count: number;
}

/** Lists what has a page: authors, sections, series and tags. The cities of datelines have none. */
export function listSearchEntities(library: Library): SearchEntity[] {
  return [...authorEntities(library), ...sectionEntities(library), ...seriesEntities(library), ...tagEntities(library)];
}

function authorEntities({ articles, authors, site }: Library): SearchEntity[] {
  const byAuthor = groupBy(articles, contributorIds);
  return authors.map((author) => ({
    kind: kindOfAuthor(author),
    name: author.name,
    spellings: unlike(author.name, [idAsName(author.id), ...author.links.flatMap(({ url }) => handleOf(url) ?? [])]),
    url: hrefTo(authorPath(author.id), site),
    count: byAuthor.get(author.id)?.length ?? 0,
  }));
}

function kindOfAuthor({ kind, gender }: PublishedAuthor): EntityKind {
  if (kind === 'desk') return 'desk';
  return gender === 'female' ? 'femaleAuthor' : 'author';
}

function sectionEntities({ articles, categories, site }: Library): SearchEntity[] {
  const bySection = groupBy(articles, ({ category }) => [category]);
  return categories.map(({ id, name, definiteName = name }) => ({
    kind: 'section',
    name,
    spellings: unlike(name, [definiteName, idAsName(id)]),
    url: hrefTo(categoryPath(id), site),
    count: bySection.get(id)?.length ?? 0,
  }));
}

function seriesEntities({ series, site }: Library): SearchEntity[] {
  return series.map(({ id, title, articles }) => ({
    kind: 'series',
    name: title,
    spellings: unlike(title, [idAsName(id)]),
    url: hrefTo(seriesPath(id), site),
    count: articles.length,
  }));
}

function tagEntities({ articles, tags, site }: Library): SearchEntity[] {
  const slugOf = createCachedTagSlug();
  const spellings = new Map(tags.map(({ name, also }) => [slugOf(name), [name, ...also]]));
  return groupByTag(articles).map(({ name, slug, articles: tagged }) => ({
    kind: 'tag',
    name,
    spellings: unlike(name, spellings.get(slug) ?? []),
    url: hrefTo(tagPath(name), site),
    count: tagged.length,
  }));
}

function unlike(name: string, spellings: readonly string[]): string[] {
  return [...new Set(spellings)].filter((spelling) => spelling !== name);
}

/** The id of a file is often the name in Latin letters: `yaqoub-alhalawani`. */
function idAsName(id: string): string {
  return id.replaceAll('-', ' ');
}

const handle =
  /^https?:\/\/(?:(?:www\.|m\.)?(?:x|twitter|instagram|facebook|tiktok|threads|github)\.(?:com|net)|t\.me|[^/]+(?=\/@))\/@?([\w.-]+)\/?(?:[?#].*)?$/;

/** Returns the name that a person has on a network: `salma_h` of `https://x.com/salma_h` and `https://social.example/@salma_h`. */
function handleOf(url: string): string | undefined {
  return handle.exec(url)?.[1];
}
