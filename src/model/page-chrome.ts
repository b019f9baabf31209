import type { DateStyle } from '../lib/arabic/dates.ts';
import type { Library } from '../library/types.ts';
import { type PagePlace, type PageSlots, slotsOf } from './page-slots.ts';
import { categoryLink, type Link } from './story.ts';
import { standalonePath } from './urls.ts';

/** The page chrome: what surrounds the content of every page, namely the masthead and the footer. */
export interface PageChrome {
  title: string;
  tagline?: string;
  sections: Link[];
  footer: { text?: string; links: Link[] };
  dateStyle: DateStyle;
  hijri: boolean;
  /** What the newsroom adds to the page. */
  slots: PageSlots;
}

/** Composes the chrome of the pages of a place; an article's own page has slots of its own. */
export function composePageChrome(library: Library, place: PagePlace): PageChrome {
  const { site, categories, pages } = library;
  const sections = site.navigation.length > 0 ? site.navigation : categories.map(categoryLink);
  const standalone = pages
    .filter((page) => !page.draft)
    .map(({ title, slug }) => ({ title, url: standalonePath(slug) }));
  return {
    title: site.title,
    ...(site.tagline !== undefined && { tagline: site.tagline }),
    sections,
    footer: {
      ...(site.footer.text !== undefined && { text: site.footer.text }),
      links: [
        ...standalone.filter(({ url }) => !site.footer.links.some((link) => link.url === url)),
        ...site.footer.links,
      ],
    },
    dateStyle: { timeZone: site.timeZone, months: site.months, digits: site.digits },
    hijri: site.hijri,
    slots: slotsOf(library, place),
  };
}
