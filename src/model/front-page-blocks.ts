import type { Article, Library } from '../library/types.ts';
import type { Picture } from '../markdown/types.ts';
import type { FrontPageBlock, FrontPageLayout } from '../schema/front-page.ts';
import { findById } from './find-by-id.ts';
import { best, type FrontPageSelection } from './front-page-selection.ts';
import { groupRuns } from './listings.ts';
import { composeLiveStories, type LiveStory } from './live-story.ts';
import { composeMostRead, type MostRead } from './most-read.ts';
import { newestFirst, seriesLink } from './series.ts';
import { categoryLink, type Link, type Story, toStory } from './story.ts';

/** A part of the front page below its top. `width` is that on wide screens: two halves stand side by side. */
export type FrontBlock = { width: 'full' | 'half' } & BlockContent;

type BlockContent =
  | { kind: 'section'; section: Link; lead: Story; others: Story[] }
  | { kind: 'opinion'; section: Link; pieces: OpinionPiece[] }
  | { kind: 'pictures'; stories: Story[] }
  | { kind: 'choice'; title?: string; stories: Story[] }
  | { kind: 'series'; series: Link; summary?: string; stories: Story[] }
  | { kind: 'live'; live: LiveStory[] }
  | { kind: 'most-read'; mostRead: MostRead };

/** An article of opinion, with the portrait of its first author who has one. */
export interface OpinionPiece {
  story: Story;
  portrait?: Picture;
}

const sectionsBeforeMostRead = 3;
const storiesPerSection = 5;
/** The newest stories of a section among which the one with a picture is chosen. */
const leadCandidates = 4;
const othersBesideAnother = 3;
const opinionCount = 4;
const partsOfSeries = 4;
const pictureCount = 3;
/** The newest stories among which those with large pictures are chosen. */
const pictureCandidates = 40;
const longText = 2500;

/** Returns the blocks that the page has: those that editors ask for, else the sections in their order. */
export function blocksOf({ frontPage, categories }: Library): readonly FrontPageBlock[] {
  if (frontPage.blocks !== undefined) return frontPage.blocks;
  const opinion = new Set(frontPage.opinionSections);
  const sections = categories.map(({ id }): FrontPageBlock => ({ kind: opinion.has(id) ? 'opinion' : 'section', id }));
  return [
    { kind: 'live' },
    ...(frontPage.layout === 'quiet-day' ? [{ kind: 'pictures' } as const] : []),
    ...sections.slice(0, sectionsBeforeMostRead),
    { kind: 'most-read' },
    ...sections.slice(sectionsBeforeMostRead),
  ];
}

/** Composes the blocks in their order; a block without stories is left out. */
export function composeBlocks(
  library: Library,
  blocks: readonly FrontPageBlock[],
  selection: FrontPageSelection,
): FrontBlock[] {
  const composed = blocks.flatMap((block) => composeBlock(block, library, selection) ?? []);
  return arrange(composed, library.frontPage.layout);
}

function composeBlock(
  block: FrontPageBlock,
  library: Library,
  selection: FrontPageSelection,
): BlockContent | undefined {
  switch (block.kind) {
    case 'section':
      return composeSection(block.id, library, selection);
    case 'opinion':
      return composeOpinion(block.id, library, selection);
    case 'pictures': {
      const stories = choosePictures(selection).map((article) => toStory(article, library));
      return stories.length === 0 ? undefined : { kind: 'pictures', stories };
    }
    case 'choice': {
      const stories = selection.take(block.articles).map((article) => toStory(article, library));
      if (stories.length === 0) return undefined;
      return { kind: 'choice', ...(block.title !== undefined && { title: block.title }), stories };
    }
    case 'live': {
      const live = composeLiveStories(library).filter(({ story }) => selection.take([story.id]).length > 0);
      return live.length === 0 ? undefined : { kind: 'live', live };
    }
    case 'most-read': {
      const mostRead = composeMostRead(library, selection);
      return mostRead && { kind: 'most-read', mostRead };
    }
    case 'series':
      return composeSeriesBlock(block.id, library, selection);
  }
}

/** The first story of a section is what its editors put first, else the newest one with a picture. */
function composeSection(id: string, library: Library, selection: FrontPageSelection): BlockContent | undefined {
  const section = sectionLink(id, library);
  const isChosen = (library.frontPage.sectionLeads[id] ?? []).length > 0;
  const articles = selection.inSection(id, storiesPerSection);
  const lead = best(articles.slice(0, leadCandidates), ({ picture }) => (picture && !isChosen ? 1 : 0));
  if (!lead || !section) return undefined;
  selection.takeAll(articles);
  const others = articles.filter((article) => article !== lead).map((article) => toStory(article, library));
  return { kind: 'section', section, lead: toStory(lead, library), others };
}

function composeOpinion(id: string, library: Library, selection: FrontPageSelection): BlockContent | undefined {
  const section = sectionLink(id, library);
  const articles = selection.takeAll(selection.inSection(id, opinionCount));
  if (articles.length === 0 || !section) return undefined;
  const pieces = articles.map((article): OpinionPiece => {
    const story = toStory(article, library);
    const portrait = story.byline.writers.find((writer) => writer.portrait)?.portrait;
    return { story, ...(portrait && { portrait }) };
  });
  return { kind: 'opinion', section, pieces };
}

/** The newest parts that the page does not show elsewhere. */
function composeSeriesBlock(id: string, library: Library, selection: FrontPageSelection): BlockContent | undefined {
  const series = findById(library.series, id);
  if (!series) return undefined;
  const parts = selection.takeFirst(
    newestFirst(series).map((part) => part.id),
    partsOfSeries,
  );
  if (parts.length === 0) return undefined;
  return {
    kind: 'series',
    series: seriesLink(series, library),
    ...(series.summary !== undefined && { summary: series.summary }),
    stories: parts.map((article) => toStory(article, library)),
  };
}

/** Chooses stories with pictures, one from each section as far as possible, long ones first. */
function choosePictures(selection: FrontPageSelection): Article[] {
  const pictured = selection.news(pictureCandidates).filter(({ picture }) => picture);
  const chosen: Article[] = [];
  while (chosen.length < Math.min(pictureCount, pictured.length)) {
    const sections = new Set(chosen.map(({ category }) => category));
    const rest = pictured.filter((article) => !chosen.includes(article));
    const next = best(
      rest,
      ({ category, bodyLength }) => (sections.has(category) ? 0 : 2) + (bodyLength >= longText ? 1 : 0),
    );
    if (next) chosen.push(next);
  }
  return selection.takeAll(chosen);
}

function sectionLink(id: string, { categories, site }: Library): Link | undefined {
  const category = findById(categories, id);
  return category && categoryLink(category, site);
}

/** Gives blocks their widths. A section beside another one shows fewer stories. */
function arrange(blocks: readonly BlockContent[], layout: FrontPageLayout): FrontBlock[] {
  return groupRuns(blocks, ({ kind }) => kind === 'section').flatMap(({ key: areSections, items }) => {
    const full = areSections ? fullInRun(items, layout) : [...items.keys()];
    return items.map((block, index): FrontBlock => {
      if (full.includes(index)) return { ...block, width: 'full' };
      const fewer = block.kind === 'section' ? { others: block.others.slice(0, othersBesideAnother) } : {};
      return { ...block, ...fewer, width: 'half' };
    });
  });
}

/**
 * Returns the indexes of the sections of a row that stand across the page: of an odd number one with many stories, so
 * that the others are pairs; of an even number the first and the last, if both have many. On the day of a big story
 * there are no more than needed.
 */
function fullInRun(sections: readonly BlockContent[], layout: FrontPageLayout): number[] {
  const last = sections.length - 1;
  const isLong = (index: number) => {
    const block = sections[index];
    return block?.kind === 'section' && block.others.length > othersBesideAnother;
  };
  const isEven = sections.length % 2 === 0;
  if (isEven) return layout !== 'big-story' && last > 1 && isLong(0) && isLong(last) ? [0, last] : [];
  const between = [...sections.keys()].filter((index) => index % 2 === 0);
  return [between.find(isLong) ?? last];
}

/** Lists the stories of a block in the order in which they are read. What is read most stands elsewhere on its own. */
export function storiesOfBlock(block: FrontBlock): Story[] {
  switch (block.kind) {
    case 'section':
      return [block.lead, ...block.others];
    case 'opinion':
      return block.pieces.map(({ story }) => story);
    case 'live':
      return block.live.map(({ story }) => story);
    case 'most-read':
      return [];
    default:
      return block.stories;
  }
}
