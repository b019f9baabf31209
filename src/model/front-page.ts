import type { Article, Library } from '../library/types.ts';
import type { FrontPageLayout } from '../schema/front-page.ts';
import { blocksOf, composeBlocks, type FrontBlock, storiesOfBlock } from './front-page-blocks.ts';
import { takeRelated } from './front-page-related.ts';
import { best, type FrontPageSelection, selectForFrontPage } from './front-page-selection.ts';
import type { EntryLink } from './live.ts';
import { composeLiveStories, datedByEntries } from './live-story.ts';
import { type Story, toStory } from './story.ts';

/** The front page. No story is on it twice, except that the ranking of the most read is complete. */
export interface FrontPage {
  layout: FrontPageLayout;
  lead?: Story;
  /** The last entries of the live coverage of `lead`, newest first; empty unless it goes on. */
  entries: EntryLink[];
  /** Stories on the subject of `lead`, if the layout is that of a big story and there are no `entries`. */
  related: Story[];
  seconds: Story[];
  /** The newest of the other stories. */
  wire: Story[];
  blocks: FrontBlock[];
}

/** What fills the top of the page if editors leave it out. */
interface TopOfPage {
  seconds: number;
  wire: number;
  /** How many of them stand in a row on wide screens. */
  wireRow: number;
  /** The stories among which the first ones are chosen: so many of the newest, or those of so many days. */
  fewest: number;
  most: number;
  days: number;
}

const tops: Record<FrontPageLayout, TopOfPage> = {
  ordinary: { seconds: 2, wire: 6, wireRow: 1, fewest: 6, most: 12, days: 3 },
  'big-story': { seconds: 3, wire: 6, wireRow: 3, fewest: 6, most: 12, days: 3 },
  'quiet-day': { seconds: 2, wire: 6, wireRow: 3, fewest: 12, most: 24, days: 14 },
};

/** The length of a body, in UTF-16 code units, that is more than a brief. */
const wholeReport = 1500;

/**
 * Composes the front page from what editors choose, and fills what they leave out as an editor would: the first stories
 * are recent, have pictures and come from several sections; opinion stands apart from the news. What editors choose for
 * a place further down is in no place above it.
 */
export function composeFrontPage(library: Library): FrontPage {
  const { layout, lead: named, seconds: namedSeconds, pinned } = library.frontPage;
  const asked = blocksOf(library);
  const selection = selectForFrontPage(library, asked);
  const [chosen] = selection.take(named === undefined ? [] : [named]);
  const besides = selection.take(namedSeconds);
  const stuck = selection.take(pinned.map(({ id }) => id));
  const open = composeLiveStories(library);
  const live = () =>
    selection.takeFirst(
      open.map(({ story }) => story.id),
      1,
    )[0];
  const lead = chosen ?? stuck.shift() ?? live() ?? chooseLead(selection, layout);
  const seconds = [...besides, ...stuck];
  const entries = open.find(({ story }) => story.id === lead?.id)?.latest ?? [];
  const isBig = layout === 'big-story' && entries.length === 0;
  const related = lead && isBig ? takeRelated(lead, library, selection) : [];
  if (lead) addSeconds(seconds, lead, selection, layout);
  const wire = selection.takeAll(selection.news(wireLength(selection, layout)));
  const toShow = (article: Article) => toStory(article, library);
  return {
    layout,
    ...(lead && { lead: datedByEntries(toShow(lead), entries) }),
    entries,
    related: related.map(toShow),
    seconds: seconds.map(toShow),
    wire: wire.map(toShow),
    blocks: composeBlocks(library, asked, selection),
  };
}

/** Chooses the first story: a recent one with a picture and a whole report; on a quiet day the longest. */
function chooseLead(selection: FrontPageSelection, layout: FrontPageLayout): Article | undefined {
  const lead = best(
    recentNews(selection, layout),
    (article) => (article.picture ? 4 : 0) + lengthScore(article, layout),
  );
  return lead && selection.takeAll([lead])[0];
}

/** Adds recent stories until there are enough, with pictures and from other sections than those before them. */
function addSeconds(seconds: Article[], lead: Article, selection: FrontPageSelection, layout: FrontPageLayout): void {
  while (seconds.length < tops[layout].seconds) {
    const sections = new Set([lead, ...seconds].map(({ category }) => category));
    const next = best(recentNews(selection, layout), (article) => {
      return (article.picture ? 4 : 0) + (sections.has(article.category) ? 0 : 4) + lengthScore(article, layout);
    });
    if (!next) return;
    seconds.push(...selection.takeAll([next]));
  }
}

function lengthScore({ bodyLength }: Article, layout: FrontPageLayout): number {
  const most = layout === 'quiet-day' ? 3 : 1;
  return Math.min(most, Math.floor(bodyLength / wholeReport));
}

function recentNews(selection: FrontPageSelection, layout: FrontPageLayout): Article[] {
  const { fewest, most, days } = tops[layout];
  const newest = selection.news(most);
  const earliest = Date.parse(newest[0]?.date ?? '') - days * 86_400_000;
  return newest.filter(({ date }, index) => index < fewest || Date.parse(date) >= earliest);
}

/** In a small paper, the latest stories leave most of the others to the sections. Where they stand in rows, these are full. */
function wireLength(selection: FrontPageSelection, layout: FrontPageLayout): number {
  const { wire, wireRow } = tops[layout];
  const share = Math.ceil(selection.news(4 * wire).length / 4);
  return Math.min(wire, Math.ceil(share / wireRow) * wireRow);
}

/** Lists all stories of the front page, from the top. */
export function storiesOfFrontPage({ lead, related, seconds, wire, blocks }: FrontPage): Story[] {
  return [...(lead ? [lead] : []), ...related, ...seconds, ...wire, ...blocks.flatMap(storiesOfBlock)];
}
