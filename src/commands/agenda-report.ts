import { type DateStyle, formatClock, formatDateWithWeekday } from '../lib/arabic/dates.ts';
import type { AgendaItem } from '../library/agenda.ts';
import type { Site } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';

export const agendaFormats = ['text', 'json'] as const;

const words = commandStrings.agenda;

/** The most articles of a day whose comments close that are named; if there are more, they are counted. */
const mostClosings = 3;

/** Reports what happens by itself, the soonest first: in sentences by day, in the time zone of the site, or as JSON. */
export function reportAgenda(
  agenda: readonly AgendaItem[],
  site: Pick<Site, 'timeZone' | 'months'>,
  format: (typeof agendaFormats)[number],
): string {
  if (format === 'json') return JSON.stringify({ timeZone: site.timeZone, agenda }, null, 2);
  if (agenda.length === 0) return words.nothing;
  const style: DateStyle = { timeZone: site.timeZone, months: site.months, digits: 'latn' };
  const days = Map.groupBy(agenda, ({ at }) => formatDateWithWeekday(at, style));
  const blocks = [...days].map(([day, items]) =>
    [day, ...sentencesOf(items, style).map((sentence) => `  ${sentence}`)].join('\n'),
  );
  return [words.heading(site.timeZone), ...blocks].join('\n\n');
}

function sentencesOf(items: readonly AgendaItem[], style: DateStyle): string[] {
  const closings = items.filter(({ kind }) => kind === 'comments-close');
  const areCounted = closings.length > mostClosings;
  const told = areCounted ? items.filter(({ kind }) => kind !== 'comments-close') : items;
  const sentences = told.map(({ at, kind, file, title }) => words.kinds[kind](formatClock(at, style), title, file));
  const [first, last] = [closings[0], closings.at(-1)];
  if (!areCounted || first === undefined || last === undefined) return sentences;
  return [...sentences, words.closings(closings.length, formatClock(first.at, style), formatClock(last.at, style))];
}
