import { genderOfNoun, isNameOfGroup } from '../lib/arabic/person-names.ts';
import type { Article, Library, PublishedAuthor } from '../library/types.ts';
import type { Picture } from '../markdown/types.ts';
import type { Reporter } from '../schema/reporter.ts';
import type { Site } from '../schema/site.ts';
import { findById } from './find-by-id.ts';
import { placePicture } from './pictures.ts';
import { authorPath, hrefTo } from './urls.ts';

/** Somebody who wrote or published an article, as its byline names them. */
export interface Contributor {
  name: string;
  /** Of a desk, the grammatical gender of its name. */
  gender?: 'male' | 'female';
  isDesk?: true;
  /** The page of the author, as pages link to it; undefined for a reporter without a file. */
  url?: string;
  portrait?: Picture;
}

/** Who wrote an article, and who published it. */
export interface Byline {
  /** True if the article names its reporters. Else its authors are the writers, and nobody is named as an editor. */
  isReported: boolean;
  /** In the order of the article. */
  writers: Contributor[];
  /** The authors who are not among the writers. */
  editors: Contributor[];
  dateline?: string;
}

export function composeByline(article: Article, { authors, site }: Library): Byline {
  const { reporters, dateline } = article;
  const publishers = article.authors.flatMap((id) => findById(authors, id) ?? []);
  const writers = reporters.map((reporter): Contributor => {
    const author = reporter.author === undefined ? undefined : findById(authors, reporter.author);
    if (author) return contributorOf(author, site, reporter.gender);
    return reporterWithoutFile(reporter);
  });
  const isReported = reporters.length > 0;
  return {
    isReported,
    writers: isReported ? writers : publishers.map((author) => contributorOf(author, site)),
    editors: isReported
      ? publishers.filter(({ id }) => isEditorOf(article, id)).map((author) => contributorOf(author, site))
      : [],
    ...(dateline !== undefined && { dateline }),
  };
}

function reporterWithoutFile({ name, gender }: Reporter): Contributor {
  return { name, ...(gender && { gender }), ...(isNameOfGroup(name) && { isDesk: true }) };
}

function contributorOf(author: PublishedAuthor, site: Site, gender = author.gender): Contributor {
  const { id, name, kind, portrait } = author;
  const shownGender = kind === 'desk' ? genderOfNoun(name) : gender;
  return {
    name,
    ...(shownGender && { gender: shownGender }),
    ...(kind === 'desk' && { isDesk: true }),
    url: hrefTo(authorPath(id), site),
    ...(portrait && { portrait: placePicture(portrait, site) }),
  };
}

/** Lists the ids of all authors who wrote or published an article, each once. */
export function contributorIds({ authors, reporters }: Article): string[] {
  return [...new Set([...authors, ...reporters.flatMap(({ author }) => author ?? [])])];
}

/** Whether an author published what others reported. */
export function isEditorOf({ authors, reporters }: Article, id: string): boolean {
  return reporters.length > 0 && authors.includes(id) && !reporters.some(({ author }) => author === id);
}
