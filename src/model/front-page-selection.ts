import type { Article, Library } from '../library/types.ts';
import type { FrontPageBlock } from '../schema/front-page.ts';
import { groupBy } from './listings.ts';

/** The articles that are not on the front page yet. What is taken is on the page and is never returned again. */
export interface FrontPageSelection {
  /** Takes the articles with these ids, in this order, unless they are on the page. */
  take(ids: readonly string[]): Article[];
  /** Takes so many of the first articles with these ids that are on no other place of the page. */
  takeFirst(ids: readonly string[], count: number): Article[];
  takeAll(articles: readonly Article[]): Article[];
  /** Returns so many of the first articles with these ids, wherever they are on the page, unless editors hide them. */
  listed(ids: readonly string[], count: number): Article[];
  /** Returns the newest articles that the page may still show, without opinion and what editors chose for a block. */
  news(count: number): Article[];
  /** Returns the newest articles of a section that the page may still show; first those that editors put first. */
  inSection(section: string, count: number): Article[];
}

export function selectForFrontPage(
  { articles, frontPage }: Library,
  blocks: readonly FrontPageBlock[],
): FrontPageSelection {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const bySection = groupBy(articles, (article) => [article.category]);
  const opinion = new Set(frontPage.opinionSections);
  const gone = new Set(frontPage.hide);
  const reserved = new Set(blocks.flatMap((block) => idsChosenFor(block, frontPage.sectionLeads)));
  const isFree = ({ id }: Article) => !gone.has(id) && !reserved.has(id);

  const takeAll = (taken: readonly Article[]): Article[] => {
    for (const { id } of taken) gone.add(id);
    return [...taken];
  };
  const find = (ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => byId.get(id) ?? []).filter(({ id }) => !gone.has(id));
  return {
    take: (ids) => takeAll(find(ids)),
    takeFirst: (ids, count) => takeAll(find(ids).filter(isFree).slice(0, count)),
    takeAll,
    listed: (ids, count) => {
      const shown = ids.filter((id) => !frontPage.hide.includes(id));
      return [...new Set(shown)].flatMap((id) => byId.get(id) ?? []).slice(0, count);
    },
    news: (count) => firstOf(articles, count, (article) => isFree(article) && !opinion.has(article.category)),
    inSection: (section, count) => {
      const leads = find(frontPage.sectionLeads[section] ?? []);
      const others = firstOf(bySection.get(section) ?? [], count, isFree);
      return [...leads, ...others].slice(0, count);
    },
  };
}

/** Lists what editors chose for a block, so that nothing above it on the page takes it. */
function idsChosenFor(block: FrontPageBlock, sectionLeads: Library['frontPage']['sectionLeads']): readonly string[] {
  if (block.kind === 'choice') return block.articles;
  return block.kind === 'section' || block.kind === 'opinion' ? (sectionLeads[block.id] ?? []) : [];
}

function firstOf(articles: readonly Article[], count: number, isWanted: (article: Article) => boolean): Article[] {
  const found: Article[] = [];
  for (const article of articles) {
    if (found.length >= count) break;
    if (isWanted(article)) found.push(article);
  }
  return found;
}

/** Returns the item with the highest score; of several, the first one. */
export function best<Item>(items: readonly Item[], scoreOf: (item: Item) => number): Item | undefined {
  let found: Item | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const score = scoreOf(item);
    if (score > highest) [found, highest] = [item, score];
  }
  return found;
}
