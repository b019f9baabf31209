import { formatDate } from '../lib/arabic/dates.ts';
import { digestValue } from '../lib/digest.ts';
import { drawableText, type ShareCard, shareCardVersion } from '../lib/share-card.ts';
import type { Article, Library } from '../library/library.ts';
import type { Author } from '../schema/author.ts';
import type { Site } from '../schema/site.ts';
import type { Story } from './story.ts';

/**
 * The card of an article that has no photo, or of its section where the site draws none for articles. A headline with letters
 * that cards cannot show gets its section's card too.
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

/** For the front page and all pages that have no card of their own. */
export function siteCard(site: Site): ShareCard | undefined {
  return composeCard({ headline: site.tagline ?? site.description }, site);
}

/** The articles that show a card, since they have no photo. */
export function articlesWithCards({ articles }: Pick<Library, 'articles'>): Article[] {
  return articles.filter(({ picture }) => picture?.social === undefined);
}

/** The cards of all pages but articles. */
export function pageCards({ site, authors, categories }: Library): ShareCard[] {
  const cards = [
    siteCard(site),
    ...categories.map(({ name }) => sectionCard(name, site)),
    ...authors.map((author) => authorCard(author, site)),
  ];
  return cards.filter((card) => card !== undefined);
}

/** Digest of all that decides what is on cards, besides the files of the articles. */
export function shareCardSettingsKey({ site, authors, categories }: Library): string {
  const names = [...authors, ...categories].map(({ id, name }) => [id, name]);
  return digestValue([shareCardVersion, site, names]);
}

const longestByline = 48;

/** «هدى السالم · 13 يناير 2022», or the date alone beside a long list of names. */
function bylineOf({ authors, date }: Story, { timeZone, months, digits }: Site): string {
  const names = authors.map(({ title }) => title).join('، ');
  const written = formatDate(date, { timeZone, months, digits });
  return names.length > longestByline ? written : `${names} · ${written}`;
}

function composeCard({ label, headline, details }: Omit<ShareCard, 'masthead'>, site: Site): ShareCard | undefined {
  const [masthead, drawn] = [drawableText(site.title), drawableText(headline)];
  if (site.shareCards === 'none' || !masthead || !drawn) return undefined;
  const above = label && drawableText(label);
  const below = details && drawableText(details);
  return { masthead, headline: drawn, ...(above && { label: above }), ...(below && { details: below }) };
}
