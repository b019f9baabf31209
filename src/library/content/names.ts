import { compareOrder, compareText } from '../../lib/compare.ts';
import type { ArticleMatter } from '../../schema/article.ts';
import { type ParsedAuthor, parseAuthor } from '../../schema/author.ts';
import { createReporterNaming } from '../../schema/author-names.ts';
import { type Category, type ParsedCategory, parseCategory } from '../../schema/category.ts';
import type { Problem } from '../../schema/problem.ts';
import { currentIds } from '../../schema/references.ts';
import { type ParsedSeries, parseSeries } from '../../schema/series.ts';
import { typesetterOf } from '../../schema/site.ts';
import { createTagNames, formerTagSlugs, type TagEntry } from '../../schema/tags.ts';
import type { FormerNames, LibraryOptions } from '../types.ts';
import { type ContentFile, fileId, type ListedContent } from './content-files.ts';
import { shownPages } from './pages.ts';
import { readParsed } from './read-parsed.ts';
import type { Settings } from './settings.ts';
import type { Texts } from './texts.ts';

/** The file of an author, a section or a series, whose name without its extension is the id. */
interface NamedFile<Parsed> {
  file: string;
  id: string;
  parsed: Parsed;
}

/** The authors, sections and series, as their files have them. */
export interface Names {
  authors: NamedFile<ParsedAuthor>[];
  categories: NamedFile<ParsedCategory>[];
  series: NamedFile<ParsedSeries>[];
  problems: Problem[];
}

export async function readNames(files: ListedContent, { site }: Settings): Promise<Names> {
  const typeset = typesetterOf(site);
  const authors = await readNamed(files.authors, (file, id, text) => parseAuthor(file, id, text, typeset));
  const categories = await readNamed(files.categories, (file, id, text) => parseCategory(file, id, text, typeset));
  const series = await readNamed(files.series, (file, id, text) => parseSeries(file, id, text, site.timeZone, typeset));
  const problems = [...authors, ...categories, ...series].flatMap(({ parsed }) => parsed.problems);
  return { authors, categories, series, problems };
}

function readNamed<Parsed extends { problems: Problem[] }>(
  files: readonly ContentFile[],
  parse: (file: string, id: string, text: string) => Parsed,
): Promise<NamedFile<Parsed>[]> {
  return Promise.all(
    files.map(async (source) => {
      const { file } = source;
      const id = fileId(file);
      return { file, id, parsed: await readParsed(source, (text) => parse(file, id, text)) };
    }),
  );
}

type Naming = <Matter extends ArticleMatter>(matter: Matter) => Matter;

/** Makes the function that gives an article the ids and tags of today for the former ones that are written in it. */
export function createNaming({ authors, categories, series }: Names, tags: readonly TagEntry[]): Naming {
  const authorIds = currentIdsOf(authors);
  const categoryIds = currentIdsOf(categories);
  const seriesIds = currentIdsOf(series);
  const nameTags = createTagNames(tags);
  const nameReporters = createReporterNaming(
    authors.map(({ parsed: { author, aliases } }) => ({ ...author, aliases })),
  );
  return (matter) => ({
    ...matter,
    reporters: nameReporters(matter.reporters),
    authors: [...new Set(matter.authors.map((id) => authorIds.get(id) ?? id))],
    category: categoryIds.get(matter.category) ?? matter.category,
    ...(matter.series !== undefined && { series: seriesIds.get(matter.series) ?? matter.series }),
    tags: nameTags(matter.tags),
  });
}

/** Returns the ids of today, by those of today and former ones. */
export function currentIdsOf(files: readonly NamedFile<{ aliases: string[] }>[]): Map<string, string> {
  return currentIds(files.map(({ id, parsed: { aliases } }) => ({ id, aliases })));
}

/** Lists what has former names, except for pages that are not shown. */
export function listFormerNames(
  texts: Texts,
  { tags }: Settings,
  names: Names,
  options: LibraryOptions,
): FormerNames[] {
  const { authors, categories, series } = names;
  const all: FormerNames[] = [
    ...categories.map(({ id, parsed: { aliases } }) => ({ kind: 'category' as const, id, aliases })),
    ...authors.map(({ id, parsed: { aliases } }) => ({ kind: 'author' as const, id, aliases })),
    ...shownPages(texts, options).map(({ file, entry: { parsed } }) => {
      return { kind: 'page' as const, id: fileId(file), aliases: parsed.matter.aliases ?? [] };
    }),
    ...series.map(({ id, parsed: { aliases } }) => ({ kind: 'series' as const, id, aliases })),
    ...tags.map((tag) => ({ kind: 'tag' as const, id: tag.name, aliases: [...formerTagSlugs(tag), ...tag.aliases] })),
  ];
  return all.filter(({ aliases }) => aliases.length > 0);
}

/** Returns the sections whose files are complete, by `order`, then by name. */
export function sortCategories(categories: readonly NamedFile<ParsedCategory>[]): Category[] {
  return categories
    .flatMap(({ parsed: { category } }) => (category.name === undefined ? [] : [category as Category]))
    .sort((a, b) => compareOrder(a, b) || compareText(a.name, b.name));
}
