import type { DateStyle } from '../lib/arabic/dates.ts';
import type { Logo } from '../library/theme/logo.ts';
import type { Nameplate } from '../library/theme/nameplate.ts';
import type { Library } from '../library/types.ts';
import type { Channel, Newsletter } from '../schema/follow.ts';
import type { MenuItem } from '../schema/site.ts';
import { type PagePlace, type PageSlots, slotsOf } from './page-slots.ts';
import { type ShownLists, shownLists } from './shown-lists.ts';
import { categoryLink, type Link } from './story.ts';
import { hrefOf, hrefTo, standalonePath } from './urls.ts';

/** The logo; pages load it from `src`. */
export type ShownLogo = Logo;

/** The form of the newsletter, as the page for followers shows it. */
export type ShownNewsletter = Newsletter;

/** The page chrome: what surrounds the content of every page, namely the masthead and the footer. */
export interface PageChrome {
  title: string;
  /** The address of the site, of which `hrefTo` makes links. */
  url: string;
  /** Shown in the place of the title. */
  logo?: ShownLogo;
  /** The outlines of the title; without them and without a logo it is text. */
  nameplate?: Nameplate;
  tagline?: string;
  sections: Link[];
  /** Which lists the site has. */
  has: ShownLists;
  /** Where readers follow the newsroom elsewhere. */
  channels: Channel[];
  footer: { text?: string; links: Link[] };
  dateStyle: DateStyle;
  hijri: boolean;
  /** Whether the page asks for alerts. */
  asksForAlerts: boolean;
  /** What the newsroom adds to the page. */
  slots: PageSlots;
}

/** Composes the chrome of the pages of a place; an article's own page has slots of its own. */
export function composePageChrome(library: Library, place: PagePlace): PageChrome {
  const { site, categories, pages, logo, nameplate } = library;
  const linkOf = ({ title, url }: MenuItem): Link => ({ title, url: hrefOf(url, site) });
  const sections =
    site.navigation.length > 0
      ? site.navigation.map(linkOf)
      : categories.map((category) => categoryLink(category, site));
  const menu = site.footer.links.map(linkOf);
  const standalone = pages
    .filter((page) => !page.draft)
    .map(({ title, slug }) => ({ title, url: hrefTo(standalonePath(slug), site) }));
  return {
    title: site.title,
    url: site.url,
    ...(logo && { logo: { ...logo, src: hrefTo(logo.src, site) } }),
    ...(nameplate && { nameplate }),
    ...(site.tagline !== undefined && { tagline: site.tagline }),
    sections,
    has: shownLists(library),
    channels: site.follow.channels.map((channel) => ({ ...channel, url: hrefOf(channel.url, site) })),
    footer: {
      ...(site.footer.text !== undefined && { text: site.footer.text }),
      links: [...standalone.filter(({ url }) => !menu.some((link) => link.url === url)), ...menu],
    },
    dateStyle: { timeZone: site.timeZone, months: site.months, digits: site.digits },
    hijri: site.hijri,
    asksForAlerts: library.breaking !== undefined,
    slots: slotsOf(library, place),
  };
}
