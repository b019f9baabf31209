import type { LiveCoverage } from '../library/content/live.ts';
import type { Article, Library, StandalonePage } from '../library/types.ts';
import type { BodyReference } from '../markdown/types.ts';
import { articlesWithCoverage } from '../model/live-entries.ts';
import { articlePath, authorPath, frontPagePath, standalonePath } from '../model/urls.ts';
import { type Alert, breakingFile } from '../schema/breaking.ts';
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

/** The links of a text that readers do not see yet. */
export interface UpcomingText {
  /** ISO 8601 in UTC; undefined of a draft. */
  appears?: string;
  links: PlacedLink[];
}

/** Lists drafts, and what is still to appear after `now`; `library` has been opened with `includeUnpublished`. */
export function upcomingTexts(library: Library, now: number): UpcomingText[] {
  const { articles, pages, breaking } = library;
  const alerts = breaking?.alerts ?? [];
  return [
    ...articles
      .filter(({ unpublished, hasExpired }) => unpublished && !hasExpired)
      .map((article) => ({ ...appearing(article), links: articleLinks(article, library) })),
    ...articlesWithCoverage(library).flatMap(([article, { entries }]) => {
      const upcoming = entries.filter(({ unpublished }) => unpublished || article.unpublished);
      return article.hasExpired
        ? []
        : upcoming.map((entry) => ({
            ...appearing(article, entry.time),
            links: coverageLinks(article, { entries: [entry] }, library),
          }));
    }),
    ...pages.filter(({ draft }) => draft).map((page) => ({ links: pageLinks(page) })),
    ...alerts.flatMap(({ time }, index) =>
      time !== undefined && Date.parse(time) > now ? [{ appears: time, links: linksOfAlert(alerts, index) }] : [],
    ),
  ];
}

/** Returns when readers see an article, or a part of it that has a time of its own. */
function appearing({ draft, date }: Article, time = date): Pick<UpcomingText, 'appears'> {
  return draft ? {} : { appears: time > date ? time : date };
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
  return alerts.flatMap((alert, index) => (holding.includes(alert) ? linksOfAlert(alerts, index) : []));
}

function linksOfAlert(alerts: readonly Alert[], index: number): PlacedLink[] {
  const url = alerts[index]?.url;
  return url === undefined ? [] : [linkAt(breakingFile, frontPagePath, `breaking.${index}.url`, url)];
}

function linkAt(file: string, page: string, key: string, url: string): PlacedLink {
  return { kind: 'link', url, file, page, at: { key } };
}
