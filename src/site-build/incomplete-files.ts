import type { IncompleteFile, Library } from '../library/types.ts';
import { authorPath, categoryPath, seriesPath, shortPath, standalonePath } from '../model/urls.ts';
import { readableSlug } from '../schema/readable-slug.ts';

/**
 * Whether a path is that of a file that the lists lack because of a problem in it, or of a list that may lack such an
 * article. Links to it are not broken: with the problem, they are mended too.
 */
export function isOfIncompleteFile(path: string, { incomplete }: Pick<Library, 'incomplete'>): boolean {
  return incomplete.some(
    (file) => pathsOf(file).some((own) => path === own || path.startsWith(own)) || isOfArticle(path, file),
  );
}

function pathsOf({ file, id }: IncompleteFile): string[] {
  if (id === undefined) return [];
  if (file.startsWith('authors/')) return [authorPath(id)];
  if (file.startsWith('categories/')) return [categoryPath(id)];
  if (file.startsWith('series/')) return [seriesPath(id)];
  return [file.startsWith('pages/') ? standalonePath(id) : shortPath(id)];
}

/** Tags, series, months and numbered pages may exist for an article alone; its old paths are not known. */
function isOfArticle(path: string, { file }: IncompleteFile): boolean {
  if (!file.startsWith('articles/')) return false;
  return /^\/[ts]\/|^\/\d{4}\/\d{2}\/$|\/\d+\/$/.test(path) || path.endsWith(`/${readableSlug(file)}/`);
}
