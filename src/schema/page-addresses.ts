import { tagSlug } from '../lib/arabic/tag-slug.ts';
import { localFields } from '../lib/time-zone.ts';
import { explainAliasConflict } from './alias-trails.ts';
import type { ContentFiles, NamedFile } from './content-files.ts';
import { messages } from './messages.ts';
import { atPlace, byFile } from './placed-problem.ts';
import type { Problem } from './problem.ts';
import { readableSlug } from './readable-slug.ts';
import { isReservedAddress, reservedAddresses } from './reserved-addresses.ts';
import { siteFile } from './site.ts';
import { formerTagSlugs, type NameTags, spellingsOf, tagsFile } from './tags.ts';
import type { Places } from './yaml/types.ts';

/** Reports URLs that two files would have, reserved ones, and old URLs that lead nowhere or are in use. */
export function checkAddresses(content: ContentFiles, ids: ReadonlyMap<string, string>, nameTags: NameTags): Problem[] {
  const { site, articles, authors, categories, pages, series } = content;
  const problems: Problem[] = [];
  const owners = new Map<string, string>();
  const claim = (address: string, file: string): void => {
    const key = addressKey(address);
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, file);
    else problems.push({ file, line: 1, message: messages.sameAddress(address, owner) });
  };

  for (const { id, file } of byFile(authors)) claim(`/a/${id}/`, file);
  for (const { id, file } of byFile(categories)) claim(`/c/${id}/`, file);
  for (const { id, file } of byFile(series)) claim(`/s/${id}/`, file);
  for (const { file } of byFile(articles)) {
    const id = ids.get(file);
    if (id !== undefined) claim(`/${id}/`, file);
  }
  for (const { id, file } of byFile(pages)) {
    if (reservedAddresses.includes(id)) problems.push({ file, line: 1, message: messages.reservedAddress(`/${id}/`) });
    else claim(`/${id}/`, file);
  }
  if (site.permalink === 'readable') {
    for (const { file, matter } of byFile(articles)) {
      const slug = readableSlug(file);
      if (slug === '') problems.push({ file, line: 1, message: messages.emptySlug() });
      else if (matter.date !== undefined) claim(readableAddress(matter.date, slug, site.timeZone), file);
    }
  }
  return [...problems, ...checkOldAddresses(content, owners, nameTags)];
}

/** An old URL that a file has. */
interface OldAddress {
  file: string;
  readonly places: Places;
  /** The place of the alias. */
  field: string;
  address: string;
  /** Whether it was the URL of a list of articles, so that numbered pages and feeds lie below it. */
  isListing: boolean;
}

function listOldAddresses(content: ContentFiles): OldAddress[] {
  const { articles, authors, categories, pages, series } = content;
  return byFile([
    ...articles.flatMap((article) => oldAddressesOf(article, article.matter.aliases ?? [])),
    ...authors.flatMap((author) => oldAddressesOf(author, author.aliases, '/a/')),
    ...categories.flatMap((category) => oldAddressesOf(category, category.aliases, '/c/')),
    ...series.flatMap((each) => oldAddressesOf(each, each.aliases, '/s/')),
    ...pages.flatMap((page) => oldAddressesOf(page, page.aliases, '/')),
    ...oldTagAddresses(content),
    ...oldFeedAddresses(content),
  ]);
}

/** @param folder what comes before an id in URLs */
function oldAddressesOf(
  owner: Pick<NamedFile, 'file' | 'places'>,
  aliases: readonly string[],
  folder = '',
): OldAddress[] {
  return aliases.map((alias, index) => ({
    file: owner.file,
    get places() {
      return owner.places;
    },
    field: `aliases.${index}`,
    address: alias.startsWith('/') ? alias : `${folder}${alias}/`,
    isListing: folder.length > 1 && !alias.startsWith('/'),
  }));
}

/** Lists the old addresses of the site's own feed. */
function oldFeedAddresses({ site, sitePlaces }: ContentFiles): OldAddress[] {
  const common = { file: siteFile, places: sitePlaces, isListing: false };
  return (site.feeds.aliases ?? []).map((address, index) => ({ ...common, field: `feeds.aliases.${index}`, address }));
}

function oldTagAddresses({ tags, tagPlaces }: ContentFiles): OldAddress[] {
  const common = { file: tagsFile, places: tagPlaces };
  // Spellings of two entries are told by those who read them.
  const taken = new Set(tags.map(({ name }) => tagSlug(name)));
  return tags.flatMap(({ name, also, aliases }, index) => {
    const own = formerTagSlugs({ name, also }).filter((slug) => !taken.has(slug));
    for (const slug of own) taken.add(slug);
    const former = own.map((slug): OldAddress => {
      const [, field = ''] = spellingsOf(index, name, also).find(([spelling]) => tagSlug(spelling) === slug) ?? [];
      return { ...common, field, address: `/t/${slug}/`, isListing: true };
    });
    const paths = aliases.map((address, at): OldAddress => {
      return { ...common, field: `tags.${index}.aliases.${at}`, address, isListing: false };
    });
    return [...former, ...paths];
  });
}

function checkOldAddresses(content: ContentFiles, owners: ReadonlyMap<string, string>, nameTags: NameTags): Problem[] {
  const problems: Problem[] = [];
  const claimed = new Map<string, string>();
  const oldAddresses = listOldAddresses(content);
  const tagPages = oldAddresses.length === 0 ? new Set<string>() : findTagPages(content, nameTags);
  const formerLists = new Set(oldAddresses.filter((old) => old.isListing).map(({ address }) => addressKey(address)));
  const isListing = (path: string): boolean => owners.has(path) || tagPages.has(path);
  const isBelowFormerList = (key: string): boolean =>
    !formerLists.has(key) && isReservedAddress(key, (path) => formerLists.has(path));
  const redirects = findRedirects(oldAddresses, owners);
  for (const old of oldAddresses) {
    const { file, address } = old;
    const key = addressKey(address);
    const owner = owners.get(key);
    const other = claimed.get(key);
    const refuse = (message: string): number => problems.push(atPlace(file, old.places, old.field, message));
    if (owner !== undefined) refuse(explainAliasConflict(address, file, owner, redirects));
    else if (isReservedAddress(key, isListing) || isBelowFormerList(key)) refuse(messages.aliasIsReserved(address));
    else if (other !== undefined) refuse(messages.aliasTwice(address, other));
    else claimed.set(key, file);
  }
  return problems;
}

function findTagPages({ articles }: ContentFiles, nameTags: NameTags): Set<string> {
  const tags = new Set(articles.flatMap(({ matter }) => nameTags(matter.tags ?? [])));
  return new Set([...tags].map((tag) => `/t/${tagSlug(tag)}`));
}

/** Maps a file to the first other file that has the URL of the former as an old one. */
function findRedirects(oldAddresses: readonly OldAddress[], owners: ReadonlyMap<string, string>): Map<string, string> {
  const redirects = new Map<string, string>();
  for (const { file, address } of oldAddresses) {
    const owner = owners.get(addressKey(address));
    if (owner !== undefined && owner !== file && !redirects.has(owner)) redirects.set(owner, file);
  }
  return redirects;
}

/** Returns the same key for all paths that a host serves from one file: `/about`, `/about/`, `/about/index.html`. */
function addressKey(address: string): string {
  return address.normalize('NFC').replace(/\/(?:index\.html)?$/, '');
}

function readableAddress(date: string, slug: string, timeZone: string): string {
  const { year, month } = localFields(date, timeZone);
  return `/${year}/${String(month).padStart(2, '0')}/${slug}/`;
}
