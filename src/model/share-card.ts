import { joinWithAnd } from '../lib/arabic/conjunction.ts';
import { formatDate } from '../lib/arabic/dates.ts';
import { liveMarks, markKicker } from '../lib/arabic/live-marks.ts';
import { compareText } from '../lib/compare.ts';
import { digestValue } from '../lib/digest.ts';
import type { Palette } from '../lib/palette.ts';
import { drawableText, type ShareCard, type ShareCardLook, shareCardVersion } from '../lib/share-card.ts';
import type { OwnerStyles } from '../library/theme/owner-styles.ts';
import type { Article, Library } from '../library/types.ts';
import type { Author } from '../schema/author.ts';
import type { Site } from '../schema/site.ts';
import { shownPicture } from './originals.ts';
import type { Story } from './story.ts';

/** What the cards of a site depend on. */
type CardSource = Pick<Library, 'site' | 'ownerStyles'>;

/** What the card of an article depends on besides: it may be too old to have one of its own. */
type StoryCardSource = CardSource & Pick<Library, 'articles'>;

/**
 * Composes the share card of an article without a photo. It is the section's card if the site draws no cards for
 * articles or none for those as old as this, or if the headline has letters that the card's fonts lack. Returns
 * undefined if the site has no cards.
 */
export function storyCard(story: Story, source: StoryCardSource): ShareCard | undefined {
  return ownCard(story, source) ?? sectionCard(story.section.title, source);
}

/** Composes the card that only this article has; undefined if it cannot be drawn or is not wanted. */
export function ownCard(story: Story, source: StoryCardSource): ShareCard | undefined {
  const { site } = source;
  if (!isAmong(story, oldestWithCard(source))) return undefined;
  const subject = story.kicker ?? story.section.title;
  const label =
    story.live === undefined
      ? subject
      : markKicker(site.labels[`live.marks.${story.live}`] ?? liveMarks[story.live], subject);
  return composeCard({ label, headline: story.title, details: bylineOf(story, site) }, source);
}

export function sectionCard(name: string, source: CardSource): ShareCard | undefined {
  return composeCard({ headline: name }, source) ?? siteCard(source);
}

export function authorCard({ name, role }: Pick<Author, 'name' | 'role'>, source: CardSource): ShareCard | undefined {
  return composeCard({ headline: name, ...(role !== undefined && { label: role }) }, source) ?? siteCard(source);
}

/** Composes the share card of the front page and of all pages without a card of their own. */
export function siteCard(source: CardSource): ShareCard | undefined {
  const { tagline, description } = source.site;
  return composeCard({ headline: tagline ?? description }, source);
}

/** Whether articles have share cards of their own. */
export function drawsCardsOfArticles({ shareCards }: Pick<Site, 'shareCards'>): boolean {
  return shareCards !== 'sections' && shareCards !== 'none';
}

/**
 * Returns the articles that show a share card of their own: of the newest, as many as the site says, those without a
 * photo and those with coverage that goes on.
 */
export function articlesWithCards(source: Pick<Library, 'site' | 'articles' | 'originals'>): Article[] {
  const oldest = oldestWithCard(source);
  return source.articles.filter(
    (article) =>
      (shownPicture(article, source)?.social === undefined || article.live === 'open') && isAmong(article, oldest),
  );
}

type Dated = Pick<Article, 'date' | 'id'>;

const cachedOldest = new WeakMap<readonly Article[], { count: number; oldest: Dated | 'all' }>();

/**
 * Finds the oldest article that may have a card of its own. All published articles count, also those with a photo: one
 * that is published moves one other over the edge, and a photo that comes or goes moves none. Drafts do not count, so
 * that `dev` shows the cards of the published site. The result is cached per list, because every page asks for it.
 */
function oldestWithCard({ site, articles }: Pick<Library, 'site' | 'articles'>): Dated | 'all' | 'none' {
  if (!drawsCardsOfArticles(site)) return 'none';
  const count = site.shareCards;
  if (typeof count !== 'number') return 'all';
  const known = cachedOldest.get(articles);
  if (known?.count === count) return known.oldest;
  const oldest = articles.filter(({ unpublished }) => !unpublished)[count - 1] ?? 'all';
  cachedOldest.set(articles, { count, oldest });
  return oldest;
}

/** Whether an article is not older than `oldest`; of those of one moment, the later id is the older. */
function isAmong({ date, id }: Dated, oldest: ReturnType<typeof oldestWithCard>): boolean {
  if (typeof oldest === 'string') return oldest === 'all';
  return (compareText(oldest.date, date) || compareText(id, oldest.id)) <= 0;
}

/** Composes the share cards of all pages except articles. */
export function pageCards(library: Library): ShareCard[] {
  const cards = [
    siteCard(library),
    ...library.categories.map(({ name }) => sectionCard(name, library)),
    ...library.authors.map((author) => authorCard(author, library)),
    ...library.series.filter(({ picture }) => !picture?.social).map(({ title }) => sectionCard(title, library)),
  ];
  return cards.filter((card) => card !== undefined);
}

/** Returns the digest of everything that share cards depend on, apart from the articles themselves. */
export function shareCardSettingsKey({ site, authors, categories, series, formerNames, ownerStyles }: Library): string {
  const titled = series.map(({ id, title }) => ({ id, name: title }));
  const names = [...authors, ...categories, ...titled].map(({ id, name }) => [id, name]);
  const former = formerNames.filter(({ kind }) => kind === 'author');
  return digestValue([shareCardVersion, site, names, former, ownerStyles?.sheet]);
}

/** In UTF-16 code units; a longer byline would not fit on the card beside the date. */
const maxBylineLength = 48;

/** Returns «هدى السالم ونور · 13 يناير 2022», or only the date if the names are too long. */
function bylineOf({ byline, date }: Story, { timeZone, months, digits }: Site): string {
  const names = joinWithAnd(byline.writers.map(({ name }) => name));
  const written = formatDate(date, { timeZone, months, digits });
  return names.length > maxBylineLength ? written : `${names} · ${written}`;
}

function composeCard(
  { label, headline, details }: Omit<ShareCard, 'masthead'>,
  { site, ownerStyles }: CardSource,
): ShareCard | undefined {
  const masthead = drawableText(site.title);
  const shownHeadline = drawableText(headline);
  if (site.shareCards === 'none' || !masthead || !shownHeadline) return undefined;
  const shownLabel = label && drawableText(label);
  const shownDetails = details && drawableText(details);
  const look = lookOf(site, ownerStyles);
  return {
    masthead,
    headline: shownHeadline,
    ...(shownLabel && { label: shownLabel }),
    ...(shownDetails && { details: shownDetails }),
    ...(look && { look }),
  };
}

/** Returns the colours of the light theme and the fonts, if the newsroom has chosen any. */
function lookOf({ appearance }: Site, ownerStyles: OwnerStyles | undefined): ShareCardLook | undefined {
  if (appearance === undefined) return undefined;
  const { palettes, fonts } = appearance;
  const palette = palettes && pickColors(palettes.light);
  const named = (['headlines', 'text'] as const).flatMap((role) => {
    const font = fonts[role];
    const faces = ownerStyles?.faces.filter((face) => face.role === role) ?? [];
    const files = faces.map(({ fileName, weight }) => `${fileName} ${weight.join('-')}`);
    return font === undefined ? [] : [[role, typeof font === 'string' ? font : files]];
  });
  if (palette === undefined && named.length === 0) return undefined;
  return { ...(palette && { palette }), fonts: Object.fromEntries(named) };
}

function pickColors({ paper, ink, quiet, accent, hairline }: Palette): NonNullable<ShareCardLook['palette']> {
  return { paper, ink, quiet, accent, hairline };
}
