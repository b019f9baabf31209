import type { DateStyle } from '../lib/arabic/dates.ts';
import type { Library } from '../library/types.ts';
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
}

export function composePageChrome({ site, categories, pages }: Library): PageChrome {
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
  };
}
