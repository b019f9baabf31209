import type { Article, Library, ShownOriginal } from '../library/types.ts';
import type { Picture } from '../markdown/types.ts';
import { placePicture } from './pictures.ts';
import { textsByFile } from './texts-by-file.ts';

export type { ShownOriginal };

/** Returns the lead image of an article as it is shown: its original, as long as its sizes are not made. */
export function shownPicture(
  { picture }: Pick<Article, 'picture'>,
  { originals }: Pick<Library, 'originals'>,
): Picture | undefined {
  if (picture?.source === undefined || originals === undefined) return picture;
  return originals.get(picture.source)?.picture ?? picture;
}

/** Returns the originals that a body shows in the place of images, whose URLs are not placed below the base path. */
function originalsOf(
  { bodyImages }: Pick<Article, 'bodyImages'>,
  { originals }: Pick<Library, 'originals'>,
): ShownOriginal[] {
  return originals === undefined ? [] : bodyImages.flatMap((source) => originals.get(source) ?? []);
}

/** Returns the same as strings for page keys. */
export function originalsKey(text: Pick<Article, 'bodyImages'>, library: Pick<Library, 'originals'>): string[] {
  return originalsOf(text, library).map(({ picture }) => picture.src);
}

/** Returns the originals in the body of a content-relative file, with URLs as pages write them. */
export function originalsIn(file: string, library: Library): ShownOriginal[] {
  if (library.originals === undefined) return [];
  const text = textsByFile(library).get(file);
  return originalsOf(text ?? { bodyImages: [] }, library).map(({ of, picture }) => ({
    of: placePicture(of, library.site),
    picture: placePicture(picture, library.site),
  }));
}
