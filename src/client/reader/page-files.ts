import { assetFolder, imageFolder } from '../../lib/paths.ts';

/** The mark of an article's own page, by which a saved page is known to be one still. */
const articleMark = 'data-reader="save"';
/** The mark of every page of the site, which a page of the host that replaces it does not have. */
const siteMark = 'id="content"';

/** What an answer to a request for a saved page says of the article. */
export type SavedPageState = 'article' | 'withdrawn' | 'missing' | 'unknown' | { movedTo: string };

/**
 * Judges the answer to a request for a saved page. A failure of the host says nothing of the article, and a page that is
 * missing may be back soon: a publication may be under way.
 */
export function judgeSavedPage(status: number, html: string): SavedPageState {
  if (status === 404) return 'missing';
  if (status === 410) return 'withdrawn';
  if (status !== 200) return 'unknown';
  const movedTo = /<meta http-equiv="refresh" content="0; url=([^"]+)"/.exec(html)?.[1];
  if (movedTo !== undefined) return { movedTo };
  if (html.includes(articleMark)) return 'article';
  return html.includes(siteMark) ? 'withdrawn' : 'unknown';
}

/** The scripts that are loaded when they are needed and that a reader without a connection needs too. */
const lateScripts = /^(?:reader|gallery|listen)-script/;

/**
 * Lists the styles, scripts and fonts of the site that a file names. Of what scripts load when it is needed, only those
 * are listed that do something without a connection.
 */
export function assetsIn(text: string, type: 'html' | 'css' | 'js', base: string): string[] {
  const folder = `${base}/${assetFolder}/`;
  const names = text.matchAll(/(?:[^\s"'`,()<>]*\/)?_astro\/([\w.~-]+\.(?:css|js|woff2))/g);
  const found = [...names].map(([, name = '']) => name);
  const beside = [...text.matchAll(/(?:from|import)\s*"\.\/([\w.~-]+\.js)"/g)].map(([, name = '']) => name);
  const wanted = type === 'js' ? [...found.filter((name) => lateScripts.test(name)), ...beside] : found;
  return [...new Set(wanted)].map((name) => folder + name);
}

const pictureName = /\/_images\/([\w~-]+?)(?:-\d+)?\.\w+/;

/** Lists the pictures of the site that a page names, as `pictureOf` returns them. */
export function picturesIn(html: string): Set<string> {
  return new Set([...html.matchAll(new RegExp(pictureName, 'g'))].map(([address]) => pictureOf(address)));
}

/** Lists a file for each picture of an article, in the size for browsers that know no others. */
export function articleImagesIn(html: string, base: string, origin: string): string[] {
  const [article = ''] = /<article class="article[\s\S]*?<\/article>/.exec(html) ?? [];
  const sources = article.matchAll(/<img [^>]*?src="([^"]+)"/g);
  return [...sources].flatMap(([, source = '']) => fileOfPicture(source.replaceAll('&amp;', '&'), base, origin) ?? []);
}

/**
 * Returns the path, with its query, at which the file of a picture of the site is kept: of a size that a service makes on
 * another host, the original, since nothing of other hosts is kept. Undefined for the pictures of others.
 */
export function fileOfPicture(address: string, base: string, origin: string): string | undefined {
  const url = new URL(address, origin);
  const path = url.pathname + url.search;
  const folder = `${base}/${imageFolder}/`;
  if (url.origin === origin) return path.includes(folder) ? path : undefined;
  const original = path.indexOf(origin + folder);
  return original < 0 ? undefined : path.slice(original + origin.length).replace(/@\w+$/, '');
}

/**
 * Returns what all sizes and formats of one picture have in common: `/_images/0f3a` of `/_images/0f3a-640.avif` and of the
 * sizes that a service makes of `/_images/0f3a.jpg`. Any other address is returned as it is.
 */
export function pictureOf(address: string): string {
  const name = pictureName.exec(address)?.[1];
  return name === undefined ? address : `/${imageFolder}/${name}`;
}
