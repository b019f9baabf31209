import type { Article, Library } from './types.ts';

/**
 * Returns a library without the articles, pages and entries that problems keep from being shown: those with problems of their
 * own, and articles whose author or section cannot be read. `dev` shows the rest while its editor mends them.
 */
export function readableLibrary(library: Library): Library {
  if (library.problems.length === 0) return library;
  const faulty = new Set(library.problems.map(({ file }) => file));
  return {
    ...library,
    articles: library.articles.filter(
      (article) => !faulty.has(article.file) && unreadNames(article, library).length === 0,
    ),
    pages: library.pages.filter(({ file }) => !faulty.has(file)),
    live: readableCoverage(library.live, faulty),
    // A portrait with a problem cannot be drawn.
    authors: library.authors.map(({ image, ...author }) =>
      image === undefined || isFaultyName(`authors/${author.id}`, faulty) ? author : { ...author, image },
    ),
  };
}

function readableCoverage(live: Library['live'], faulty: ReadonlySet<string>): Library['live'] {
  const readable = [...live].map(([id, { state, entries }]) => {
    return [id, { state, entries: entries.filter(({ file }) => !faulty.has(file)) }] as const;
  });
  return new Map(readable);
}

/** Lists the files, without their endings, of the authors and the section of an article that the library lacks. */
export function unreadNames({ authors, category }: Article, library: Library): string[] {
  return [
    ...authors.filter((id) => !library.authors.some((author) => author.id === id)).map((id) => `authors/${id}`),
    ...(library.categories.some(({ id }) => id === category) ? [] : [`categories/${category}`]),
  ];
}

function isFaultyName(name: string, faulty: ReadonlySet<string>): boolean {
  return ['.yaml', '.yml'].some((ending) => faulty.has(name + ending));
}
