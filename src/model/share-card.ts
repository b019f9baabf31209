import { formatDate } from '../lib/arabic/dates.ts';
import { digestValue } from '../lib/digest.ts';
import { drawableText, type ShareCard, shareCardVersion } from '../lib/share-card.ts';
import type { Article, Library } from '../library/types.ts';
import type { Author } from '../schema/author.ts';
import type { Site } from '../schema/site.ts';
import type { Story } from './story.ts';

/**
 * Composes the share card of an article without a photo. It is the section's card if the site draws no cards for
 * articles, or if the headline has letters that the card's fonts lack. Returns undefined if the site has no cards.
 */
export function storyCard(story: Story, site: Site): ShareCard | undefined {
  const own = site.shareCards === 'articles' && {
    label: story.kicker ?? story.section.title,
    headline: story.title,
    details: bylineOf(story, site),
  };
  return (own && composeCard(own, site)) || sectionCard(story.section.title, site);
}

export function sectionCard(name: string, site: Site): ShareCard | undefined {
  return composeCard({ headline: name }, site) ?? siteCard(site);
}

export function authorCard({ name, role }: Pick<Author, 'name' | 'role'>, site: Site): ShareCard | undefined {
  return composeCard({ headline: name, ...(role !== undefined && { label: role }) }, site) ?? siteCard(site);
}

/** Composes the share card of the front page and of all pages without a card of their own. */
export function siteCard(site: Site): ShareCard | undefined {
  return composeCard({ headline: site.tagline ?? site.description }, site);
}

/** Returns the articles that show a share card because they have no photo. */
export function articlesWithCards({ articles }: Pick<Library, 'articles'>): Article[] {
  return articles.filter(({ picture }) => picture?.social === undefined);
}

/** Composes the share cards of all pages except articles. */
export function pageCards({ site, authors, categories }: Library): ShareCard[] {
  const cards = [
    siteCard(site),
    ...categories.map(({ name }) => sectionCard(name, site)),
    ...authors.map((author) => authorCard(author, site)),
  ];
  return cards.filter((card) => card !== undefined);
}

/** Returns the digest of everything that share cards depend on, apart from the articles themselves. */
export function shareCardSettingsKey({ site, authors, categories }: Library): string {
  const names = [...authors, ...categories].map(({ id, name }) => [id, name]);
  return digestValue([shareCardVersion, site, names]);
}

/** In UTF-16 code units; a longer byline would not fit on the card beside the date. */
const maxBylineLength = 48;

/** Returns «هدى السالم · 13 يناير 2022», or only the date if the names are too long. */
function bylineOf({ authors, date }: Story, { timeZone, months, digits }: Site): string {
  const names = authors.map(({ title }) => title).join('، ');
  const written = formatDate(date, { timeZone, months, digits });
  return names.length > maxBylineLength ? written : `${names} · ${written}`;
}

function composeCard({ label, headline, details }: Omit<ShareCard, 'masthead'>, site: Site): ShareCard | undefined {
  const masthead = drawableText(site.title);
  const shownHeadline = drawableText(headline);
  if (site.shareCards === 'none' || !masthead || !shownHeadline) return undefined;
  const shownLabel = label && drawableText(label);
  const shownDetails = details && drawableText(details);
  return {
    masthead,
    headline: shownHeadline,
    ...(shownLabel && { label: shownLabel }),
    ...(shownDetails && { details: shownDetails }),
  };
}
