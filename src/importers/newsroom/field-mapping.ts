import { findNearest } from '../../schema/nearest.ts';

/** What a field of an old system can become: keys of an article's front matter. */
export const fieldTargets = ['kicker', 'summary', 'reporter', 'dateline', 'source', 'tags', 'series'] as const;
export type FieldTarget = (typeof fieldTargets)[number];

/** What a taxonomy, a group of terms such as «places», can become. */
export const taxonomyTargets = [...fieldTargets, 'section'] as const;
export type TaxonomyTarget = (typeof taxonomyTargets)[number];

/** What fields and taxonomies become, by their names in the old system. */
export interface FieldMapping {
  fields: ReadonlyMap<string, FieldTarget>;
  taxonomies: ReadonlyMap<string, TaxonomyTarget>;
}

export const emptyMapping: FieldMapping = { fields: new Map(), taxonomies: new Map() };

/** Stands before the name of a taxonomy: `taxonomy:place: tags`. */
const taxonomyPrefix = 'taxonomy:';

/** A line of a mapping whose value is none of `options`. */
export interface MappingFault {
  key: string;
  value: string;
  options: readonly string[];
}

/** Makes a mapping of a file's keys and values. Those that do not fit are in `faults`. */
export function createFieldMapping(values: Readonly<Record<string, unknown>>): {
  mapping: FieldMapping;
  faults: MappingFault[];
} {
  const fields = new Map<string, FieldTarget>();
  const taxonomies = new Map<string, TaxonomyTarget>();
  const faults: MappingFault[] = [];
  for (const [key, value] of Object.entries(values)) {
    const isTaxonomy = key.startsWith(taxonomyPrefix);
    const target = taxonomyTargets.find((one) => one === value);
    if (isTaxonomy && target !== undefined) taxonomies.set(key.slice(taxonomyPrefix.length), target);
    else if (target !== undefined && target !== 'section') fields.set(key, target);
    else {
      const given = typeof value === 'string' ? value : JSON.stringify(value);
      faults.push({ key, value: given, options: isTaxonomy ? taxonomyTargets : fieldTargets });
    }
  }
  return { mapping: { fields, taxonomies }, faults };
}

/** A field or a taxonomy of imported articles that no mapping has named. */
export interface UnmappedField {
  /** With `taxonomyPrefix` if it is a taxonomy. */
  key: string;
  /** How many articles have it. */
  count: number;
  /** A value that it has. */
  example: string;
}

/** Collects the fields and taxonomies that no mapping has named. */
export interface UnmappedFields {
  addField(key: string, value: string): void;
  addTaxonomy(name: string, term: string): void;
  /** The most frequent first. */
  list(): UnmappedField[];
}

export function collectUnmapped(): UnmappedFields {
  const all = new Map<string, UnmappedField>();
  const add = (key: string, example: string): void => {
    const known = all.get(key) ?? { key, count: 0, example };
    known.count += 1;
    all.set(key, known);
  };
  return {
    addField: add,
    addTaxonomy: (name, term) => add(`${taxonomyPrefix}${name}`, term),
    list: () => [...all.values()].sort((one, other) => other.count - one.count),
  };
}

/** Words in the names of fields, in English and Arabic, that tell what they hold. The first that fits decides. */
const signs: readonly (readonly [FieldTarget, RegExp])[] = [
  ['kicker', /sub.?(?:title|head)|kicker|tagline|eyebrow|فرعي|شارة|تمهيدي/],
  ['dateline', /dateline|city|مدينة|مكان.الخبر/],
  ['summary', /summary|desc|excerpt|standfirst|teaser|intro|ملخص|وصف|مقدمة|موجز/],
  ['reporter', /reporter|byline|correspondent|journalist|writer|مراسل|محرر|كاتب|صحفي|صحافي/],
  ['source', /source|agency|مصدر|وكالة/],
  ['series', /series|dossier|سلسلة|ملف/],
  ['tags', /tag|topic|keyword|subject|place|country|region|وسم|وسوم|موضوع|كلمات|دولة|بلد|منطقة|مكان/],
];

/** Guesses what a field becomes by its name; undefined if nothing in the name tells. */
export function guessTarget(key: string): FieldTarget | undefined {
  const name = key.toLowerCase().replace(/[\s_-]+/g, '.');
  return signs.find(([, sign]) => sign.test(name))?.[0] ?? (findNearest(name, fieldTargets) as FieldTarget | undefined);
}
