import type { Article, Library } from '../library/types.ts';
import { groupBy } from './listings.ts';
import { composeLiveStories, type LiveStory } from './live-story.ts';
import { categoryLink, type Link, type Story, toStory } from './story.ts';

export interface FrontPage {
  /** The stories whose live coverage goes on. */
  live: LiveStory[];
  lead?: Story;
  seconds: Story[];
  /** The newest of the other stories, for the narrow column beside `lead` and `seconds`. */
  wire: Story[];
  sections: { section: Link; lead: Story; others: Story[] }[];
}

const secondCount = 2;
const wireCount = 6;
const othersPerSection = 4;

/**
 * Composes the front page: first the stories that editors name in `site.yaml` (`front-page.lead`), then the newest
 * ones. If editors name none, the lead is the first of the newest stories that has a picture. Stories in `lead` and
 * `seconds` are in no other list.
 */
export function composeFrontPage(library: Library): FrontPage {
  const { articles, site } = library;
  const chosen = site.frontPage.lead.flatMap((id) => articles.filter((article) => article.id === id));
  const fresh = articles.filter((article) => !chosen.includes(article));
  const lead = chosen[0] ?? fresh.slice(0, wireCount).find((article) => article.picture) ?? fresh[0];
  const seconds = [...chosen, ...fresh].filter((article) => article !== lead).slice(0, secondCount);
  const shown = new Set([lead, ...seconds]);
  const story = (article: Article) => toStory(article, library);
  const rest = articles.filter((article) => !shown.has(article));
  const bySection = groupBy(rest, (article) => [article.category]);

  const sections = library.categories.flatMap((category) => {
    const section = (bySection.get(category.id) ?? []).slice(0, 1 + othersPerSection);
    const first = section.find((article) => article.picture) ?? section[0];
    if (!first) return [];
    const others = section.filter((article) => article !== first).map(story);
    return [{ section: categoryLink(category, site), lead: story(first), others }];
  });
  return {
    live: composeLiveStories(library),
    ...(lead && { lead: story(lead) }),
    seconds: seconds.map(story),
    wire: rest.slice(0, wireCount).map(story),
    sections,
  };
}
