import type { DateStyle } from '../lib/arabic/dates.ts';
import type { Logo } from '../library/theme/logo.ts';
import type { Library } from '../library/types.ts';
import { categoryLink, type Link } from './story.ts';
import { hrefTo, standalonePath } from './urls.ts';

/** The logo; pages load it from `src`. */
export type ShownLogo = Logo;

/** The page chrome: what surrounds the content of every page, namely the masthead and the footer. */
export interface PageChrome {
  title: string;
  /** Shown in the place of the title. */
  logo?: ShownLogo;
  tagline?: string;
  sections: Link[];
  footer: { text?: string; links: Link[] };
  dateStyle: DateStyle;
  hijri: boolean;
}

export function composePageChrome({ site, categories, pages, logo }: Library): PageChrome {
  const sections = site.navigation.length > 0 ? site.navigation : categories.map(categoryLink);
  const standalone = pages
    .filter((page) => !page.draft)
    .map(({ title, slug }) => ({ title, url: standalonePath(slug) }));
  return {
    title: site.title,
    ...(logo && { logo: { ...logo, src: hrefTo(logo.src, site) } }),
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
