import { z } from 'zod';
import { toInstant } from './dates.ts';
import { messages } from './messages.ts';
import { findNearest } from './nearest.ts';
import { mostProblems, type Problem } from './problem.ts';
import { type Typesetter, validate } from './validate.ts';
import {
  anyListOf,
  boolean,
  comma,
  date,
  type Fault,
  isFault,
  listOf,
  readMoment,
  reference,
  scalar,
  shorthand,
  text,
} from './values.ts';
import { bareValue } from './yaml/clean-text.ts';
import { findPlaces } from './yaml/places.ts';
import { problemAt, problemAtPlace } from './yaml/problem-at.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { Places, YamlSource } from './yaml/types.ts';

export const frontPageFile = 'front-page.yaml';

/** How the front page looks on this day: one story across it, or features before the news. */
export type FrontPageLayout = 'ordinary' | 'big-story' | 'quiet-day';

const layouts: Readonly<Record<string, FrontPageLayout>> = {
  ordinary: 'ordinary',
  'big-story': 'big-story',
  'quiet-day': 'quiet-day',
  عادي: 'ordinary',
  'خبر كبير': 'big-story',
  'يوم هادئ': 'quiet-day',
};

const layout = scalar((written): FrontPageLayout | Fault => {
  const bare = bareValue(written);
  const spellings = [bare, bare.toLowerCase().replace(/[_\s]+/g, '-')];
  const known = spellings.find((spelling) => Object.hasOwn(layouts, spelling));
  if (known !== undefined) return layouts[known] as FrontPageLayout;
  const options = Object.keys(layouts);
  const meant = findNearest(bare, options);
  return { tell: (key) => messages.notAnOption(bare, key, options), ...(meant !== undefined && { meant }) };
});

/** Blocks that need no more than their name. */
const blockNames: Readonly<Record<string, string>> = {
  مباشر: 'live',
  'الأكثر قراءة': 'most-read',
  صور: 'pictures',
};

const articles = anyListOf(reference, comma);

/** A part of the page below its top; exactly one of the keys. */
const blockShape = {
  /** Stories of a section: its id. */
  section: reference.optional(),
  /** Articles of a section with the portraits of their authors: its id. */
  opinion: reference.optional(),
  /** Parts of a series: its id. */
  series: reference.optional(),
  /** Live coverage that is open. */
  live: boolean.optional(),
  /** What is read most, from `popular.yaml`. */
  'most-read': boolean.optional(),
  /** Stories with large pictures. */
  pictures: boolean.optional(),
  /** Stories that the editors choose: ids, or `{ title, articles }`. */
  choice: z
    .preprocess(
      (value) => (typeof value === 'string' || Array.isArray(value) ? { articles: value } : value),
      z.strictObject({ title: text.optional(), articles: listOf(reference, comma) }),
    )
    .optional(),
};

const blockKeys = Object.keys(blockShape);

const block = z.preprocess(
  expandBlock,
  z.strictObject(blockShape).superRefine((value, context) => {
    if (Object.keys(value).length === 1 || context.issues.length > 0) return;
    const params: Fault = { tell: () => messages.notABlock(blockKeys) };
    context.issues.push({ code: 'custom', input: '', params });
  }),
);

/** Reads `- live` as `- live: true`; a name that is not known stays one, so that it is told as an unknown key. */
function expandBlock(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const bare = bareValue(value);
  const name = (Object.hasOwn(blockNames, bare) && blockNames[bare]) || bare;
  return ['section', 'opinion', 'series', 'choice'].includes(name) ? {} : { [name]: 'true' };
}

const pinnedShape = { article: reference, until: date.optional() };
const pinnedKeys = Object.keys(pinnedShape);

/** The keys of `front-page.yaml`. */
export const frontPageSchema = z.strictObject({
  /** `ordinary`, `big-story` or `quiet-day`. */
  layout: layout.optional(),
  /** The id of the first story; further ids are read as the first of `seconds`. */
  lead: articles.optional(),
  /** Ids of the stories beside the first one. */
  seconds: articles.optional(),
  /** What stands below the top, in this order; without it, the sections in theirs. */
  blocks: anyListOf(block, comma).optional(),
  /** Stories that stay at the top until a moment: ids, or `{ article, until }`. */
  pinned: anyListOf(shorthand('article', z.strictObject(pinnedShape)), comma).optional(),
  /** Ids of articles that are never on the front page. */
  hide: articles.optional(),
});

/** A block as editors ask for it. */
export type FrontPageBlock =
  | { kind: 'section' | 'opinion' | 'series'; id: string }
  | { kind: 'live' | 'most-read' | 'pictures' }
  | { kind: 'choice'; title?: string; articles: string[] };

/** A story that stays at the top of the front page; `until` is an ISO instant in UTC. */
export interface PinnedStory {
  id: string;
  until?: string;
}

/** What editors say about the front page, as written: ids may be of no article, or of one that is not published. */
export interface FrontPageMatter {
  layout?: FrontPageLayout;
  lead: string[];
  seconds: string[];
  /** Undefined if the page has its usual blocks; in it, for a block that is switched off (`live: false`). */
  blocks?: (FrontPageBlock | undefined)[];
  pinned: PinnedStory[];
  hide: string[];
}

export interface ParsedFrontPage {
  matter: FrontPageMatter;
  /** The places of all keys: `lead.0`, `blocks.1.choice.articles.0`, `pinned.0.article`. */
  places: Places;
  problems: Problem[];
}

/** Reports `id: moment` among pinned stories, where the id is a value too; each with the corrected line. */
function momentsById(source: YamlSource): Problem[] {
  const pinned = source.value?.pinned;
  const stories = Array.isArray(pinned) ? [...pinned.entries()] : [[undefined, pinned] as const];
  return stories.flatMap(([index, story]) => {
    if (typeof story !== 'object' || story === null) return [];
    return Object.entries(story).flatMap(([id, until]) => {
      if (findNearest(id, pinnedKeys) !== undefined || typeof until !== 'string') return [];
      if (isFault(readMoment(until))) return [];
      const path = index === undefined ? ['pinned', id] : ['pinned', index, id];
      const place = source.placeOfKey(path);
      const indent = /^\s*/.exec(place.text)?.[0] ?? '';
      const corrected = `${indent}- { article: ${id}, until: ${until} }`;
      return [problemAtPlace(source.file, place, 'pinned', messages.pinnedById(), corrected)];
    });
  });
}

/** Reads `front-page.yaml`. Dates without an offset are in `timeZone`. */
export function parseFrontPage(content: string, timeZone: string, typeset?: Typesetter): ParsedFrontPage {
  const source = readYaml(content, frontPageFile, 1);
  const byId = momentsById(source).slice(0, mostProblems);
  const { pinned: _, ...others } = source.value ?? {};
  const read = byId.length === 0 ? source : { ...source, value: others, problems: [...source.problems, ...byId] };
  const { valid, problems } = validate(frontPageSchema, read, typeset);
  const matter: FrontPageMatter = {
    ...(valid.layout !== undefined && { layout: valid.layout }),
    lead: valid.lead ?? [],
    seconds: valid.seconds ?? [],
    ...(valid.blocks !== undefined && { blocks: valid.blocks.map(readBlock) }),
    pinned: (valid.pinned ?? []).map(({ article, until }) => ({
      id: article,
      ...(until !== undefined && { until: toInstant(until, timeZone) }),
    })),
    hide: valid.hide ?? [],
  };
  const empty = source.emptyItemsIn(['blocks']).slice(0, mostProblems);
  problems.push(...empty.map((place) => problemAt(source, place, ['blocks'], messages.notABlock(blockKeys))));
  return { matter, places: findPlaces(source, Object.keys(frontPageSchema.shape)), problems };
}

function readBlock(written: z.output<typeof block>): FrontPageBlock | undefined {
  const { section, opinion, series, choice, live, pictures, 'most-read': mostRead } = written;
  if (section !== undefined) return { kind: 'section', id: section };
  if (opinion !== undefined) return { kind: 'opinion', id: opinion };
  if (series !== undefined) return { kind: 'series', id: series };
  if (live === true) return { kind: 'live' };
  if (mostRead === true) return { kind: 'most-read' };
  if (pictures === true) return { kind: 'pictures' };
  if (choice === undefined) return undefined;
  const { title, articles: ids } = choice;
  return { kind: 'choice', ...(title !== undefined && { title }), articles: ids };
}
