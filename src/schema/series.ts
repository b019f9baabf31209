import { z } from 'zod';
import { type LeadImage, leadImage } from './article.ts';
import { readDate, toInstant, type WrittenDate } from './dates.ts';
import { messages } from './messages.ts';
import { formerName } from './old-addresses.ts';
import type { Problem } from './problem.ts';
import { type Typesetter, validate } from './validate.ts';
import {
  anyListOf,
  comma,
  commaAndSpace,
  type Fault,
  isFault,
  optionalText,
  readBoolean,
  reference,
  scalar,
  text,
} from './values.ts';
import { bareValue } from './yaml/clean-text.ts';
import { findPlaces } from './yaml/places.ts';
import { readYaml } from './yaml/read-yaml.ts';
import type { Places } from './yaml/types.ts';

/** Articles on one subject that are read in order; each names the series. */
export interface SeriesMatter {
  /** The file's name without its ending. */
  id: string;
  title: string;
  summary?: string;
  image?: LeadImage;
  /** true, or the day of the last article: an ISO instant in UTC. Undefined if more articles are to come. */
  closed?: true | string;
  /** Ids of articles in the order of reading; articles that are not among them follow by date. */
  listed: string[];
}

/** Reads whether a series is closed, or the day on which it was. */
const closing = scalar((written): boolean | WrittenDate | Fault => {
  const truth = readBoolean(written);
  if (!isFault(truth)) return truth;
  const read = readDate(written);
  if (!('message' in read)) return read;
  const { message, ...meant } = read;
  const isDate = /\p{Nd}/u.test(written);
  return isDate ? { tell: () => message, ...meant } : { tell: (key) => messages.notAClosing(bareValue(written), key) };
}).meta({ yamlType: ['boolean', 'string'] });

/** The keys of `series/<id>.yaml`. */
export const seriesSchema = z.strictObject({
  /** As readers see it. */
  title: text,
  /** One or two sentences for the page of the series and for lists. */
  summary: optionalText.optional(),
  /** A picture for the page of the series, written as the lead image of an article is. */
  image: leadImage.optional(),
  /** true once the last article is published, or the day of that: `2026-11-20`. */
  closed: closing.optional(),
  /** The ids of the articles in the order of reading, if it is not that of their dates. */
  articles: anyListOf(reference, comma).optional(),
  /** Former ids of the series, and old paths that redirect to its page: `[old-name, /files/old-name/]`. */
  aliases: anyListOf(formerName('/s/'), commaAndSpace).optional(),
});

export interface ParsedSeries {
  /** Complete if there is no problem. */
  series: Partial<SeriesMatter> & Pick<SeriesMatter, 'id' | 'listed'>;
  /** Former ids, and old paths, which begin with `/`. */
  aliases: string[];
  /** The places of `image`, `closed`, `articles` and `aliases`. */
  places: Places;
  problems: Problem[];
}

/** Reads `series/<id>.yaml`. A day without an offset is in `timeZone`. */
export function parseSeries(
  file: string,
  id: string,
  content: string,
  timeZone: string,
  typeset?: Typesetter,
): ParsedSeries {
  const source = readYaml(content, file, 1);
  const { valid, problems } = validate(seriesSchema, source, typeset);
  const { aliases = [], articles = [], closed, summary, ...shown } = valid;
  return {
    series: {
      ...shown,
      id,
      ...(summary !== undefined && /[\p{L}\p{N}]/u.test(summary) && { summary }),
      ...(closed !== undefined && closed !== false && { closed: closed === true || toInstant(closed, timeZone) }),
      listed: articles,
    } as ParsedSeries['series'],
    aliases: [...new Set(aliases)],
    places: findPlaces(source, ['image', 'closed', 'articles', 'aliases']),
    problems,
  };
}
