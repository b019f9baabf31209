import type { Author, ParsedAuthor } from '../../schema/author.ts';
import type { Problem } from '../../schema/problem.ts';
import { placeIn, pointTo } from '../../schema/yaml/places.ts';
import type { ImageStore } from '../images/images.ts';
import { locateFile } from '../located-files.ts';
import type { FileDirectories } from '../public-files.ts';
import type { PublishedAuthor } from '../types.ts';

interface AuthorFile {
  file: string;
  parsed: ParsedAuthor;
}

export interface ComposedAuthors {
  authors: PublishedAuthor[];
  problems: Problem[];
}

/**
 * Composes the authors whose files are complete, with their portraits, and reports portraits that cannot be published.
 * Missing ones are reported with the other rules across files.
 */
export async function composeAuthors(
  files: readonly AuthorFile[],
  images: ImageStore,
  directories: FileDirectories,
): Promise<ComposedAuthors> {
  const problems: Problem[] = [];
  const authors: PublishedAuthor[] = [];
  for (const { file, parsed } of files) {
    if (parsed.author.name === undefined) continue;
    const author = parsed.author as Author;
    if (author.image === undefined) {
      authors.push(author);
      continue;
    }
    const picture = await images.resolve(author.image, file);
    if ('problem' in picture && locateFile(author.image, file, directories)) {
      problems.push({ file, ...pointTo(placeIn(parsed.places, 'image')), message: picture.problem });
    }
    authors.push('problem' in picture ? author : { ...author, portrait: images.portraitOf(picture) });
  }
  return { authors, problems };
}
