import { alertFile, assetFolder, imageFolder, readerFile, searchFolder, serviceWorkerFile } from '../lib/paths.ts';
import { shareCardFolder } from '../lib/share-card.ts';

/** First segments of pages below which the site has nothing. */
const pages = ['search', 'archive', 'feeds', 'saved'];
/** First segments of lists of articles that are themselves the address of a page: the indexes, and all series. */
const foldersWithPage = ['a', 't', 's'];
/** First segments of lists of articles: `/c/world/`. */
const listings = ['c', ...foldersWithPage];
const feedFiles = ['rss.xml', 'atom.xml', 'feed.json'];

/** First segments of the paths that the site uses itself. */
export const reservedAddresses: readonly string[] = [
  ...pages,
  ...listings,
  ...feedFiles,
  'corrections',
  'feed.css',
  alertFile,
  readerFile,
  serviceWorkerFile,
  'opml.xml',
  'sitemap.xml',
  'robots.txt',
  '404',
  '404.html',
  'index',
  'index.html',
  assetFolder,
  shareCardFolder,
  '_host',
  imageFolder,
  '_headers',
  '_redirects',
  'vercel.json',
  searchFolder,
];

/**
 * Whether the site itself has, or may come to have, a page or a file at an address, or one that stands in its way. The
 * address has no slash at its end.
 * @param isListing whether the list of a section, an author, a tag or a series is at an address: `/c/world`
 */
export function isReservedAddress(address: string, isListing: (address: string) => boolean): boolean {
  const [, first = '', second, third, fourth] = address.split('/');
  if (address === '' || /^\/\d{4}\/\d{2}$/.test(address)) return true;
  if (pages.includes(first)) return second === undefined;
  if (!listings.includes(first)) return reservedAddresses.includes(first);
  if (foldersWithPage.includes(first) && second === undefined) return true;
  if (second === undefined || !isListing(`/${first}/${second}`)) return false;
  const isNumberedPage = third !== undefined && /^\d+$/.test(third) && fourth === undefined;
  return third === undefined || isNumberedPage || feedFiles.includes(third);
}
