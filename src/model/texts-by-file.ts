import type { LiveEntry } from '../library/content/live.ts';
import type { Article, CommentTerms, Library, StandalonePage } from '../library/types.ts';

/** What has a body of Markdown that pages show. */
export type Text = Article | StandalonePage | CommentTerms | LiveEntry;

const textsOfLibraries = new WeakMap<Library, ReadonlyMap<string, Text>>();

/** Returns the texts of a library by their content-relative files. */
export function textsByFile(library: Library): ReadonlyMap<string, Text> {
  const known = textsOfLibraries.get(library) ?? new Map(textsOf(library).map((text) => [text.file, text]));
  textsOfLibraries.set(library, known);
  return known;
}

function textsOf({ articles, pages, live, commentTerms }: Library): Text[] {
  const entries = [...live.values()].flatMap((coverage) => coverage.entries);
  return [...articles, ...pages, ...entries, ...(commentTerms ? [commentTerms] : [])];
}
