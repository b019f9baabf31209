import { z } from 'zod';
import { messages } from './messages.ts';
import { findNearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { validate } from './validate.ts';
import {
  comma,
  type Fault,
  isFault,
  listOf,
  oneOf,
  positiveInteger,
  readShownText,
  reference,
  scalar,
  shorthand,
} from './values.ts';
import { bareValue } from './yaml/clean-text.ts';
import { placeOfWord } from './yaml/places.ts';
import { problemAt } from './yaml/problem-at.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { YamlSource } from './yaml/types.ts';

export const slotsFile = 'theme/slots.yaml';
export const slotFolder = 'theme/slots';

/** The named places of pages that a newsroom fills with HTML of its own, in the order in which they are on a page. */
export const slotNames = ['head', 'below-masthead', 'in-article', 'article-end', 'front-sidebar', 'footer'] as const;
export type SlotName = (typeof slotNames)[number];

/** The kinds of pages that a slot may be limited to; what is none of the others is in `all` alone. */
const pageKinds = ['articles', 'front', 'lists', 'pages', 'all'] as const;
export type PageKind = Exclude<(typeof pageKinds)[number], 'all'> | 'other';

/** What the content policy calls the origins of each kind, by the key that operators write. */
const originKinds = ['scripts', 'styles', 'images', 'frames', 'connect', 'forms', 'fonts', 'media'] as const;
export type OriginKind = (typeof originKinds)[number];
export type SlotOrigins = Partial<Record<OriginKind, string[]>>;

export interface SlotSettings {
  /** Shown to readers above the slot, such as the word for an advertisement. */
  label?: string;
  pages: readonly (PageKind | 'all')[];
  sections?: string[];
  exceptSections?: string[];
  /** In CSS pixels; the page keeps so much room until the slot is filled. */
  height?: { phone: number; desktop: number };
  origins: SlotOrigins;
  /** Only for `in-article`. */
  afterParagraphs: number;
  minimumWords: number;
}

const origin = scalar((written): string | Fault => {
  const bare = bareValue(written).replace(/\/$/, '');
  const isOrigin = /^(?:https|wss):\/\/(?:\*\.[a-z\d-]+\.)?[a-z\d-]+(?:\.[a-z\d-]+)*(?::\d{1,5})?$/i.test(bare);
  // As browsers write it: without the port that is the scheme's own.
  const read = isOrigin ? URL.parse(bare)?.origin : undefined;
  if (read !== undefined) return read;
  const [, host = ''] =
    /^(?:(?:https?:)?\/\/)?((?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d{1,5})?)(?:\/.*)?$/i.exec(bare) ?? [];
  const isMeant = host !== '' && !/^\*\.[^.]*$/.test(host) && URL.canParse(`https://${host}`);
  return { tell: () => messages.notASlotOrigin(bare), ...(isMeant && { meant: `https://${host.toLowerCase()}` }) };
});

/** In characters. */
const longestLabel = 60;

const label = scalar((written): string | Fault => {
  const read = readShownText(written);
  const length = isFault(read) ? 0 : [...read].length;
  return length <= longestLabel ? read : { tell: () => messages.labelTooLong('label', length, longestLabel) };
}).meta({ shown: true });

const origins = z.strictObject(
  Object.fromEntries(originKinds.map((kind) => [kind, listOf(origin, comma).optional()])) as Record<
    OriginKind,
    z.ZodOptional<z.ZodType<string[]>>
  >,
);

const height = shorthand('phone', z.strictObject({ phone: positiveInteger, desktop: positiveInteger.optional() }));

const everySlot = {
  sections: listOf(reference, comma).optional(),
  'except-sections': listOf(reference, comma).optional(),
  origins: origins.optional(),
};
const onPages = { pages: listOf(oneOf(pageKinds), comma).optional() };
const visible = { label: label.optional(), height: height.optional() };
const ofArticles = z.strictObject({ ...everySlot, ...visible });

const shape = {
  head: z.strictObject({ ...everySlot, ...onPages }),
  'below-masthead': z.strictObject({ ...everySlot, ...onPages, ...visible }),
  'in-article': ofArticles.extend({
    'after-paragraphs': positiveInteger.optional(),
    'minimum-words': positiveInteger.optional(),
  }),
  'article-end': ofArticles,
  'front-sidebar': z.strictObject({ origins: everySlot.origins, ...visible }),
  footer: z.strictObject({ ...everySlot, ...onPages, ...visible }),
} satisfies Record<SlotName, z.ZodType>;

const slotsSchema = z.strictObject(shape).partial();

type WrittenSlot = z.output<(typeof shape)['in-article']> & z.output<(typeof shape)['footer']>;

const defaultPages: Readonly<Partial<Record<SlotName, PageKind>>> = {
  'in-article': 'articles',
  'article-end': 'articles',
  'front-sidebar': 'front',
};
const defaultParagraphs = 3;
const defaultWords = 250;

interface ParsedSlots {
  /** The settings of every slot, complete with defaults. */
  settings: Record<SlotName, SlotSettings>;
  problems: Problem[];
}

/**
 * Reads `slots.yaml`. `filled` has the slots that have a file, `sections` the ids of the sections and their former ones,
 * with those of today: an entry without its file, or for a section that is not there, is a problem.
 */
export function parseSlots(
  content: string,
  filled: readonly SlotName[],
  sections: ReadonlyMap<string, string>,
): ParsedSlots {
  const source = readYaml(content, slotsFile, 1);
  const { valid, problems } = validate(slotsSchema, source);
  const written = valid as Partial<Record<SlotName, WrittenSlot>>;
  const entries = slotNames.map((name) => [name, completeSlot(name, written[name], sections)] as const);
  const named = slotNames.filter((name) => source.value !== undefined && Object.hasOwn(source.value, name));
  return {
    settings: Object.fromEntries(entries) as Record<SlotName, SlotSettings>,
    problems: [
      ...problems,
      ...named
        .filter((name) => !filled.includes(name))
        .map((name) => problemAt(source, source.placeOfKey([name]), [name], messages.slotWithoutFile(name))),
      ...slotNames.flatMap((name) => sectionProblems(name, written[name], source, sections)),
    ],
  };
}

function completeSlot(
  name: SlotName,
  written: WrittenSlot | undefined,
  currentIds: ReadonlyMap<string, string>,
): SlotSettings {
  const { label, pages, height: reserved, origins: declared = {} } = written ?? {};
  const today = (ids: string[] | undefined) => ids && [...new Set(ids.map((id) => currentIds.get(id) ?? id))];
  const sections = today(written?.sections);
  const exceptSections = today(written?.['except-sections']);
  return {
    ...(label !== undefined && { label }),
    pages: pages ?? [defaultPages[name] ?? 'all'],
    ...(sections && { sections }),
    ...(exceptSections && { exceptSections }),
    ...(reserved && { height: { phone: reserved.phone, desktop: reserved.desktop ?? reserved.phone } }),
    origins: Object.fromEntries(Object.entries(declared).filter(([, list]) => list !== undefined)),
    afterParagraphs: written?.['after-paragraphs'] ?? defaultParagraphs,
    minimumWords: written?.['minimum-words'] ?? defaultWords,
  };
}

function sectionProblems(
  name: SlotName,
  written: WrittenSlot | undefined,
  source: YamlSource,
  sections: ReadonlyMap<string, string>,
): Problem[] {
  const known = [...sections].flatMap(([id, today]) => (id === today ? [id] : []));
  const both = written?.sections && written['except-sections'];
  const path = [name, 'except-sections'];
  const twice = both ? [problemAt(source, source.placeOfKey(path), path, messages.sectionsBothWays())] : [];
  const unknown = (['sections', 'except-sections'] as const).flatMap((key) =>
    (written?.[key] ?? [])
      .filter((id) => !sections.has(id))
      .map((id) => {
        const nearest = findNearest(id, known);
        return problemAt(
          source,
          placeOfWord(source, [name, key], id),
          [name, key],
          messages.unknownCategory(id, known),
          nearest,
        );
      }),
  );
  return [...twice, ...unknown];
}
