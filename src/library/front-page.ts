import { readFile } from 'node:fs/promises';
import { type Category, isOpinionSection } from '../schema/category.ts';
import { frontPageFile, parseFrontPage } from '../schema/front-page.ts';
import { type FrontPageChoices, settleFrontPage } from '../schema/front-page-choices.ts';
import type { Problem } from '../schema/problem.ts';
import { currentIds } from '../schema/references.ts';
import { type Site, typesetterOf } from '../schema/site.ts';
import type { Places } from '../schema/yaml/types.ts';
import type { AgendaItem } from './agenda.ts';
import type { ContentFile } from './content/content-files.ts';
import { parseBytes } from './content/entries.ts';

/** What editors say about the front page, and the sections that it sets apart. */
export interface FrontPageSettings extends FrontPageChoices {
  /** The sections of opinion, by their names or because a block says so: they stand apart from the news. */
  opinionSections: string[];
}

interface FrontPageFiles {
  frontPage: ContentFile | undefined;
  /** Their names without their endings are the ids of the series. */
  series: readonly ContentFile[];
}

interface CategoryFile {
  file: string;
  id: string;
  parsed: { category: Partial<Category>; lead: string[]; aliases: string[]; places: Places };
}

interface ShownArticle {
  id: string;
  title: string;
  category: string;
}

/** The rest of the content that the front page refers to. */
export interface FrontPageSurroundings {
  now: number;
  site: Site;
  /** The places of the settings in `site.yaml`. */
  places: Places;
  categories: readonly CategoryFile[];
  /** The ids of all articles, published or not. */
  articleIds: Iterable<string>;
  /** The articles that the site shows. */
  articles: readonly ShownArticle[];
  /** Those that it does not show any more. */
  expired: readonly { id: string }[];
  withdrawn: readonly { id: string }[];
}

export interface ReadFrontPage {
  frontPage: FrontPageSettings;
  problems: Problem[];
  notices: string[];
}

/** Reads `front-page.yaml` and the leads of sections, and settles what of them holds now. */
export async function readFrontPage(
  { frontPage: source, series }: FrontPageFiles,
  { site, places: sitePlaces, categories, ...content }: FrontPageSurroundings,
): Promise<ReadFrontPage> {
  const parse = (text: string) => parseFrontPage(text, site.timeZone, typesetterOf(site));
  const parsed = source && parseBytes(frontPageFile, await readFile(source.absolute), parse);
  const { choices, problems, notices } = settleFrontPage({
    now: content.now,
    parsed,
    siteLead: site.frontPage.lead,
    sitePlaces,
    sections: categories.map(({ file, id, parsed: { lead, places } }) => ({ file, id, lead, places })),
    sectionIds: currentIds(categories.map(({ id, parsed: { aliases } }) => ({ id, aliases }))),
    seriesIds: series.map(({ file }) => nameOf(file)),
    articleIds: new Set(content.articleIds),
    published: new Map(content.articles.map(({ id, category }) => [id, category])),
    gone: new Map([
      ...content.expired.map(({ id }) => [id, 'expired'] as const),
      ...content.withdrawn.map(({ id }) => [id, 'withdrawn'] as const),
    ]),
  });
  const named = choices.blocks?.flatMap((block) => (block.kind === 'opinion' ? [block.id] : [])) ?? [];
  const guessed = categories.flatMap(({ id, parsed: { category } }) => (isOpinionSection(id, category) ? [id] : []));
  const opinionSections = [...new Set([...named, ...guessed])];
  return { frontPage: { ...choices, opinionSections }, problems, notices };
}

/** Lists when pinned stories leave the top of the front page, for the agenda; the soonest first. */
export function frontPageMoments(
  { pinned }: Pick<FrontPageSettings, 'pinned'>,
  articles: readonly ShownArticle[],
): AgendaItem[] {
  const ending = pinned.filter(({ until }) => until !== undefined);
  if (ending.length === 0) return [];
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  return ending
    .map(({ id, until = '' }) => ({
      at: until,
      kind: 'pin-ends' as const,
      file: frontPageFile,
      title: titles.get(id) ?? id,
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

function nameOf(file: string): string {
  return file
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '')
    .normalize('NFC');
}
