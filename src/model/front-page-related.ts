import type { Article, Library } from '../library/types.ts';
import type { FrontPageSelection } from './front-page-selection.ts';
import { createCachedTagSlug } from './listings.ts';

const relatedCount = 4;
/** The maximum number of articles that are compared, so that the time does not grow with the archive. */
const mostCompared = 400;
/** What was published longer before or after a story is about something else. */
const days = 28;
/** The part of the lead's subject that a story has to share. */
const leastShare = 0.5;
/** The weight of a tag that every tenth article has; what two stories share has to be rarer than that. */
const leastWeight = Math.log(10);

/**
 * Takes stories on the subject of a big one: of the same weeks, and with tags that say what it is about. A tag weighs
 * the more, the fewer articles have it; one that many have, such as a country, says little. No story is better than one
 * about something else.
 */
export function takeRelated(lead: Article, { articles }: Library, selection: FrontPageSelection): Article[] {
  const slugOf = createCachedTagSlug();
  const slugsOf = ({ tags }: Article) => [...new Set(tags.map(slugOf))];
  const weightOf = weighTags(articles.slice(0, mostCompared).map(slugsOf));
  const subject = slugsOf(lead);
  const least = Math.max(leastWeight, leastShare * sum(subject.map(weightOf)));
  const related = selection
    .news(mostCompared)
    .filter(({ date }) => Math.abs(Date.parse(date) - Date.parse(lead.date)) <= days * 86_400_000)
    .map((article) => {
      const shared = slugsOf(article).filter((slug) => subject.includes(slug));
      return { article, strength: sum(shared.map(weightOf)) };
    })
    .filter(({ strength }) => strength >= least)
    .sort((a, b) => b.strength - a.strength)
    .slice(0, relatedCount);
  return selection.takeAll(related.map(({ article }) => article));
}

/** Returns the weight of a tag: the logarithm of how many articles there are for each that has it. */
function weighTags(tagsOfArticles: readonly (readonly string[])[]): (slug: string) => number {
  const counts = new Map<string, number>();
  for (const slug of tagsOfArticles.flat()) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return (slug) => Math.log(tagsOfArticles.length / (counts.get(slug) ?? 1));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
