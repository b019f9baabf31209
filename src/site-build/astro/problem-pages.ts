import path from 'node:path';
import { unreadNames } from '../../library/readable-library.ts';
import type { Library } from '../../library/types.ts';
import { articlePath, authorPath, categoryPath, seriesPath, shortPath, standalonePath } from '../../model/urls.ts';
import type { Problem } from '../../schema/problem.ts';
import { readableSlug } from '../../schema/readable-slug.ts';

/** Reads the text of a content-relative file; undefined if it cannot be read. */
type ReadText = (file: string) => Promise<string | undefined>;

/**
 * Returns the problems that keep the page at a decoded path from being shown: those of its own file, those of the
 * files that it takes an author or a section from, and those of the settings, which every page shows.
 */
export async function problemsOfPage(page: string, library: Library, readText: ReadText): Promise<Problem[]> {
  const files = [...new Set(library.problems.map(({ file }) => file))];
  const needed = unreadBy(page, library);
  const shown = await Promise.all(
    files.map(
      async (file) => isSetting(file) || needed.includes(nameOf(file)) || (await isAt(page, file, library, readText)),
    ),
  );
  const own = new Set(files.filter((_file, index) => shown[index]));
  return library.problems.filter(({ file }) => own.has(file));
}

/** The settings lie beside the folders of the content: `site.yaml`, `style.yaml`. Every page shows the theme too. */
function isSetting(file: string): boolean {
  return !file.includes('/') || (file.startsWith('theme/') && !isOfComponents(file));
}

/** Only articles in MDX use the newsroom's components. */
function isOfComponents(file: string): boolean {
  return file.startsWith('theme/components/');
}

function unreadBy(page: string, library: Library): string[] {
  const article = library.articles.find((one) => articlePath(one, library.site) === page);
  return article === undefined ? [] : unreadNames(article, library);
}

/** Whether the page at a path shows the file first of all. */
async function isAt(page: string, file: string, library: Library, readText: ReadText): Promise<boolean> {
  const name = path.posix.basename(nameOf(file)).normalize('NFC');
  if (file.startsWith('authors/')) return page.startsWith(authorPath(name));
  if (file.startsWith('categories/')) return page.startsWith(categoryPath(name));
  if (file.startsWith('series/')) return page.startsWith(seriesPath(name));
  if (file.startsWith('pages/')) return page === standalonePath(name);
  if (isOfComponents(file))
    return library.articles.some((one) => one.file.endsWith('.mdx') && articlePath(one, library.site) === page);
  if (!file.startsWith('articles/')) return false;
  const article = library.articles.find((one) => one.file === file);
  if (article !== undefined) return [articlePath(article, library.site), shortPath(article.id)].includes(page);
  return isAtUnread(page, file, library, await readText(file));
}

/** Guesses the addresses of an article whose front matter has no meaning yet: by what is written there, or its name. */
function isAtUnread(page: string, file: string, { site }: Library, text = ''): boolean {
  const [, id] = /^\s*id\s*[:：]\s*["']?([0-9a-z]{5})\b/m.exec(text.slice(0, longestFrontMatter)) ?? [];
  if (id !== undefined && page === shortPath(id)) return true;
  const slug = readableSlug(file);
  return site.permalink === 'readable' && slug !== '' && page.endsWith(`/${slug}/`);
}

const longestFrontMatter = 50_000;

function nameOf(file: string): string {
  return file.slice(0, file.length - path.posix.extname(file).length);
}
