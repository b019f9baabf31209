import type { PageChrome } from '../../model/page-chrome.ts';
import type { Link } from '../../model/story.ts';
import {
  archivePath,
  authorsPath,
  correctionsPath,
  feedsPath,
  frontPagePath,
  hrefTo,
  searchPath,
  seriesListPath,
  tagsPath,
} from '../../model/urls.ts';
import { strings } from '../../strings/interface.ts';

/** Lists what the menu has below the sections. */
export function menuLinks(chrome: PageChrome): Link[] {
  const { has } = chrome;
  const pages = [
    { title: strings.navigation.home, path: frontPagePath },
    ...(has.series ? [{ title: strings.series.all, path: seriesListPath }] : []),
    ...(has.authors ? [{ title: strings.author.all, path: authorsPath }] : []),
    ...(has.tags ? [{ title: strings.tag.all, path: tagsPath }] : []),
    { title: strings.archive.title, path: archivePath },
    ...(has.corrections ? [{ title: strings.corrections.title, path: correctionsPath() }] : []),
    { title: strings.follow.title, path: feedsPath },
  ];
  return withoutRepeats(toLinks(pages, chrome), chrome.sections);
}

/** Lists what the footer has below the sections: the pages of the newsroom, then those of the engine. */
export function footerLinks(chrome: PageChrome): Link[] {
  const pages = [
    { title: strings.archive.title, path: archivePath },
    ...(chrome.has.corrections ? [{ title: strings.corrections.title, path: correctionsPath() }] : []),
    { title: strings.navigation.search, path: searchPath },
    { title: strings.follow.title, path: feedsPath },
  ];
  return withoutRepeats(
    [...chrome.footer.links, ...withoutRepeats(toLinks(pages, chrome), chrome.footer.links)],
    chrome.sections,
  );
}

/** Names the channels on which readers follow the newsroom. */
export function channelLinks(channels: PageChrome['channels']): Link[] {
  return channels.map((channel) => ({
    title: 'network' in channel ? strings.follow.networks[channel.network] : channel.title,
    url: channel.url,
  }));
}

function toLinks(pages: readonly { title: string; path: string }[], chrome: PageChrome): Link[] {
  return pages.map(({ title, path }) => ({ title, url: hrefTo(path, chrome) }));
}

function withoutRepeats(links: readonly Link[], others: readonly Link[]): Link[] {
  return links.filter(({ url }) => !others.some((other) => other.url === url));
}
