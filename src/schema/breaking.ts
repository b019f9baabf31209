import { z } from 'zod';
import { toInstant, type WrittenDate } from './dates.ts';
import { messages } from './messages.ts';
import { atPlace } from './placed-problem.ts';
import type { Problem } from './problem.ts';
import { type Typesetter, validate } from './validate.ts';
import { date, type Fault, isFault, link, readMoment, readShownText, reference, scalar, shorthand } from './values.ts';
import { findPlaces, placeIn } from './yaml/places.ts';
import { inFirstLine, readYamlList } from './yaml/read-list.ts';
import type { Places } from './yaml/types.ts';

export const breakingFile = 'breaking.yaml';

/** An alert of the breaking bar. It holds from `time`, or at once, until `until`. */
export interface Alert {
  text: string;
  /** The id of the article that it leads to; not beside `url`. */
  article?: string;
  /** A path of the site, or a URL. */
  url?: string;
  /** ISO 8601 in UTC, as is `until`. */
  time?: string;
  until: string;
}

/** In characters. A longer text fills a phone. */
const longestText = 200;

const alertText = scalar((written): string | Fault => {
  const line = readShownText(written);
  if (isFault(line) || line.length <= longestText) return line;
  return { tell: () => messages.alertTooLong(line.length, longestText) };
}).meta({ shown: true });

/** The moment at which an alert ends: with a date alone, the end of that day. */
const end = scalar((written): WrittenDate | Fault => {
  const read = readMoment(written);
  return isFault(read) || !read.hasNoTime ? read : { ...read, hour: 23, minute: 59, second: 59 };
});

/** An entry of `breaking.yaml`, as its author writes it; `- text` alone is the same as `- text: text`. */
export const alertSchema = z.strictObject({
  text: alertText,
  article: reference.optional(),
  url: link.optional(),
  time: date.optional(),
  /** Required, but `findFaults` says better than the schema what is missing. */
  until: end.optional(),
});

const root = 'breaking';
const fileSchema = z.strictObject({ [root]: z.array(shorthand('text', alertSchema)).optional() });

export interface ParsedBreaking {
  /** In the order of the file; complete if there is no problem. */
  alerts: Alert[];
  /** The places of the alerts: `breaking.0.text`. */
  places: Places;
  problems: Problem[];
}

/** Reads `breaking.yaml`, a list of alerts; the first one stands above the others. Dates are in the site's time zone. */
export function parseBreaking(content: string, timeZone: string, typeset?: Typesetter): ParsedBreaking {
  const source = readYamlList(content, breakingFile, root);
  const stray = Object.keys(source.value ?? {}).find((key) => key !== root);
  if (stray !== undefined) {
    const { line } = source.placeOfKey([stray]);
    return { alerts: [], places: {}, problems: [{ file: breakingFile, line, message: messages.notAlerts() }] };
  }
  const { valid, problems } = validate(fileSchema, source, typeset);
  const written = (valid[root] ?? []) as WrittenAlert[];
  const places = findPlaces(source, [root]);
  const alerts = written.flatMap(({ text, article, url, time, until }): Alert[] => {
    if (until === undefined) return [];
    return [
      {
        text,
        ...(article !== undefined && { article }),
        ...(url !== undefined && { url }),
        ...(time !== undefined && { time: toInstant(time, timeZone) }),
        until: toInstant(until, timeZone),
      },
    ];
  });
  const faults = written.flatMap((alert, index) => findFaults(alert, index, places, timeZone));
  return { alerts, places, problems: [...problems.map(inFirstLine), ...faults] };
}

type WrittenAlert = z.output<typeof alertSchema>;

/** Reports what the keys of one alert say together. */
function findFaults(alert: WrittenAlert, index: number, places: Places, timeZone: string): Problem[] {
  const { article, url, time, until } = alert;
  const at = (key: string, message: string) => atPlace(breakingFile, places, `${root}.${index}.${key}`, message);
  const isBackwards = time && until && toInstant(until, timeZone) <= toInstant(time, timeZone);
  return [
    ...(until === undefined ? [at('text', messages.alertWithoutEnd())] : []),
    ...(article !== undefined && url !== undefined ? [at('url', messages.alertLeadsTwice())] : []),
    ...(isBackwards ? [at('until', messages.alertEndsBefore())] : []),
  ];
}

/** Reports an alert that leads to an article which is not there, or which readers do not see yet. */
export function problemOfArticle(index: number, id: string, places: Places, message: string, meant?: string): Problem {
  return atPlace(breakingFile, places, pathOfArticle(index), message, id, meant);
}

export function lineOfArticle(index: number, id: string, places: Places): number {
  return placeIn(places, pathOfArticle(index), id).line;
}

function pathOfArticle(index: number): string {
  return `${root}.${index}.article`;
}
