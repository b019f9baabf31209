import type { LiveCoverage } from '../library/content/live.ts';
import type { Article, Library, StandalonePage } from '../library/types.ts';
import type { BodyReference } from '../markdown/types.ts';
import { articlesWithCoverage } from '../model/live.ts';
import { articlePath, authorPath, frontPagePath, standalonePath } from '../model/urls.ts';
import { breakingFile } from '../schema/breaking.ts';
import { type SettingsLink, siteFile } from '../schema/site.ts';
import { slotFolder } from '../schema/slots.ts';
import type { PublicPage } from './public-pages.ts';

/** A link of the content that may lead to another part of the site, and where it is written. */
export interface PlacedLink {
  kind: BodyReference['kind'];
  url: string;
  /** Content-relative; `public/…` for a page in `public/`. */
  file: string;
  /** The path of the page that shows it. */
  page: string;
  /** Its line, the keys that lead to it in YAML, or `unknown` in a page of `public/`. */
  at: { line: number; column?: number } | { key: string } | 'unknown';
}

type Text = Pick<Article, 'file' | 'references'>;

/** Lists the links of everything that is published: settings, bodies, front matter, authors, slots, `public/`. */
export function publishedLinks(
  library: Library,
  settingsLinks: readonly SettingsLink[],
  publicPages: readonly PublicPage[],
): PlacedLink[] {
  const { site, articles, authors, pages, commentTerms, slots, breaking } = library;
  return [
    ...settingsLinks.map(({ key, url }) => linkAt(siteFile, frontPagePath, key, url)),
    ...authors.flatMap(({ id, links }) =>
      links.map(({ url }, index) => linkAt(`authors/${id}.yaml`, authorPath(id), `links.${index}.url`, url)),
    ),
    ...articles.flatMap((article) => articleLinks(article, library)),
    ...articlesWithCoverage(library).flatMap(([article, coverage]) => coverageLinks(article, coverage, library)),
    ...pages.flatMap(pageLinks),
    ...(commentTerms && articles[0] ? linksOfBody(commentTerms, articlePath(articles[0], site)) : []),
    ...linksOfAlerts(breaking),
    ...slots.flatMap(linksOfSlot),
    ...publicPages.flatMap(({ file, path, references }) =>
      references.map((url): PlacedLink => ({ kind: 'link', url, file, page: path, at: 'unknown' })),
    ),
  ];
}

/** Lists the links of drafts and articles that are still to appear; `library` has been opened with `includeUnpublished`. */
export function unpublishedLinks(library: Library): PlacedLink[] {
  const { articles, pages } = library;
  return [
    ...articles
      .filter(({ unpublished, hasExpired }) => unpublished && !hasExpired)
      .flatMap((article) => articleLinks(article, library)),
    ...articlesWithCoverage(library).flatMap(([article, { entries }]) => {
      const hidden = entries.filter(({ unpublished }) => unpublished || article.unpublished);
      return article.hasExpired ? [] : coverageLinks(article, { entries: hidden }, library);
    }),
    ...pages.filter(({ draft }) => draft).flatMap(pageLinks),
  ];
}

function articleLinks(article: Article, { site }: Library): PlacedLink[] {
  const path = articlePath(article, site);
  const source = article.source?.url;
  return [
    ...(source === undefined ? [] : [linkAt(article.file, path, 'source.url', source)]),
    ...linksOfBody(article, path),
  ];
}

/** Lists the links of entries, which lead where they do on the page of their coverage; see `placeEntry`. */
function coverageLinks(article: Article, { entries }: Pick<LiveCoverage, 'entries'>, { site }: Library): PlacedLink[] {
  return entries.flatMap((entry) => linksOfBody(entry, articlePath(article, site)));
}

function pageLinks(page: StandalonePage): PlacedLink[] {
  return linksOfBody(page, standalonePath(page.slug));
}

function linksOfBody({ file, references }: Text, page: string): PlacedLink[] {
  return references.map(({ kind, url, line, column }) => ({
    kind,
    url,
    file,
    page,
    at: { line, ...(column !== undefined && { column }) },
  }));
}

function linksOfSlot({ name, links }: Library['slots'][number]): PlacedLink[] {
  const file = `${slotFolder}/${name}.html`;
  return links.map(({ kind, url, line, column }) => ({ kind, url, file, page: frontPagePath, at: { line, column } }));
}

function linksOfAlerts(breaking: Library['breaking']): PlacedLink[] {
  const { alerts = [], holding = [] } = breaking ?? {};
  return alerts.flatMap((alert, index) =>
    alert.url === undefined || !holding.includes(alert)
      ? []
      : [linkAt(breakingFile, frontPagePath, `breaking.${index}.url`, alert.url)],
  );
}

function linkAt(file: string, page: string, key: string, url: string): PlacedLink {
  return { kind: 'link', url, file, page, at: { key } };
}
