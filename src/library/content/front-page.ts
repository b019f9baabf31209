import { type Category, isOpinionSection } from '../../schema/category.ts';
import { frontPageFile, parseFrontPage } from '../../schema/front-page.ts';
import { type FrontPageChoices, settleFrontPage } from '../../schema/front-page-choices.ts';
import type { Problem } from '../../schema/problem.ts';
import { currentIds } from '../../schema/references.ts';
import { type Site, typesetterOf } from '../../schema/site.ts';
import type { Places } from '../../schema/yaml/types.ts';
import type { AgendaItem, DatedArticle } from '../agenda.ts';
import { hasAppeared, hasExpired, isWithdrawn } from '../publication.ts';
import type { ContentFile } from './content-files.ts';
import { readParsed } from './read-parsed.ts';

/** What editors say about the front page, and the sections that it sets apart. */
export interface FrontPageSettings extends FrontPageChoices {
  /** The sections of opinion, by their names or because a block says so: they stand apart from the news. */
  opinionSections: string[];
}

interface CategoryFile {
  file: string;
  id: string;
  parsed: { category: Partial<Category>; lead: string[]; aliases: string[]; places: Places };
}

interface SeriesFile {
  id: string;
  parsed: { aliases: string[] };
}

interface ShownArticle {
  id: string;
  category: string;
}

/** The rest of the content that the front page refers to. */
interface FrontPageSurroundings {
  now: number;
  site: Site;
  /** The places of the settings in `site.yaml`. */
  places: Places;
  categories: readonly CategoryFile[];
  series: readonly SeriesFile[];
  /** By their ids, all articles, published or not. */
  articles: ReadonlyMap<string, Pick<DatedArticle, 'matter'>>;
  /** The articles that the site shows. */
  shown: readonly ShownArticle[];
}

interface ReadFrontPage {
  frontPage: FrontPageSettings;
  problems: Problem[];
  notices: string[];
}

/** Reads `front-page.yaml`, if there is one, and the leads of sections, and settles what of them holds now. */
export async function readFrontPage(
  source: ContentFile | undefined,
  { site, places: sitePlaces, categories, series, articles, shown, now }: FrontPageSurroundings,
): Promise<ReadFrontPage> {
  const parse = (text: string) => parseFrontPage(text, site.timeZone, typesetterOf(site));
  const parsed = source && (await readParsed(source, parse));
  const namesArticles =
    source !== undefined ||
    site.frontPage.lead.length > 0 ||
    categories.some(({ parsed: { lead } }) => lead.length > 0);
  const { choices, problems, notices } = settleFrontPage({
    now,
    parsed,
    siteLead: site.frontPage.lead,
    sitePlaces,
    sections: categories.map(({ file, id, parsed: { category, lead, places } }) => {
      return { file, id, name: category.name, lead, places };
    }),
    sectionIds: currentIds(categories.map(({ id, parsed: { aliases } }) => ({ id, aliases }))),
    seriesIds: currentIds(series.map(({ id, parsed: { aliases } }) => ({ id, aliases }))),
    articles,
    gone: namesArticles ? findGone(articles, now) : new Map(),
    published: new Map(namesArticles ? shown.map(({ id, category }) => [id, category]) : []),
  });
  const named = choices.blocks?.flatMap((block) => (block.kind === 'opinion' ? [block.id] : [])) ?? [];
  const guessed = categories.flatMap(({ id, parsed: { category } }) => (isOpinionSection(id, category) ? [id] : []));
  const opinionSections = [...new Set([...named, ...guessed])];
  return { frontPage: { ...choices, opinionSections }, problems, notices };
}

function findGone(articles: FrontPageSurroundings['articles'], now: number): Map<string, 'expired' | 'withdrawn'> {
  const gone = new Map<string, 'expired' | 'withdrawn'>();
  for (const [id, { matter }] of articles) {
    if (isWithdrawn(matter, now)) gone.set(id, 'withdrawn');
    else if (hasAppeared(matter, now) && hasExpired(matter, now)) gone.set(id, 'expired');
  }
  return gone;
}

/** Lists when pinned stories leave the top of the front page. `articles` has all by id. */
export function frontPageMoments(
  { pinned }: Pick<FrontPageSettings, 'pinned'>,
  articles: ReadonlyMap<string, Pick<DatedArticle, 'matter'>>,
): AgendaItem[] {
  return pinned.flatMap(({ id, until: at }) => {
    const { title = id } = articles.get(id)?.matter ?? {};
    return at === undefined ? [] : [{ at, kind: 'pin-ends', file: frontPageFile, title }];
  });
}
