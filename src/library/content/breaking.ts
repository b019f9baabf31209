import {
  type Alert,
  breakingFile,
  lineOfArticle,
  type ParsedBreaking,
  parseBreaking,
  problemOfArticle,
} from '../../schema/breaking.ts';
import { checkYear } from '../../schema/future-dates.ts';
import { messages } from '../../schema/messages.ts';
import { findNearest } from '../../schema/nearest.ts';
import { atPlace } from '../../schema/placed-problem.ts';
import type { Problem } from '../../schema/problem.ts';
import { type Site, typesetterOf } from '../../schema/site.ts';
import type { AgendaItem, DatedArticle } from '../agenda.ts';
import { hasAppeared, isPublished } from '../publication.ts';
import type { ContentFile } from './content-files.ts';
import { readParsed } from './read-parsed.ts';

/** The alerts of `breaking.yaml`. */
export interface Breaking {
  /** All of them, in the order of the file. */
  alerts: Alert[];
  /** Those that hold at the moment of the build. */
  holding: Alert[];
}

interface Findings {
  problems: Problem[];
  /** Arabic sentences about alerts that have lost their link. */
  notices: string[];
}

interface ReadBreaking extends Findings {
  breaking?: Breaking;
}

/**
 * Reads `breaking.yaml`, if there is one. An alert whose end has passed leads nowhere any more, so it is not judged.
 * `articles` has all by id, those that readers do not see among them.
 */
export async function readBreaking(
  source: ContentFile | undefined,
  site: Site,
  articles: ReadonlyMap<string, Pick<DatedArticle, 'matter'>>,
  now: number,
): Promise<ReadBreaking> {
  if (source === undefined) return { problems: [], notices: [] };
  const parse = (text: string) => parseBreaking(text, site.timeZone, typesetterOf(site));
  const parsed = await readParsed(source, parse);
  const { alerts } = parsed;
  const { problems, notices } = checkTargets(parsed, articles, now);
  return {
    breaking: { alerts, holding: alerts.filter((alert) => holdsAt(alert, now)) },
    problems: [
      ...parsed.problems,
      ...problems,
      ...checkDoubles(parsed, now),
      ...checkYears(parsed, site.timeZone, now),
    ],
    notices,
  };
}

function holdsAt({ time, until }: Alert, now: number): boolean {
  return Date.parse(until) > now && (time === undefined || Date.parse(time) <= now);
}

/**
 * Reports alerts that lead to articles which are not there, or which readers do not see yet when the alert appears. Of
 * one that they do not see any more, a notice tells that it has lost its link: no build fails because time has passed.
 */
function checkTargets(
  { alerts, places }: ParsedBreaking,
  articles: ReadonlyMap<string, Pick<DatedArticle, 'matter'>>,
  now: number,
): Findings {
  const findings: Findings = { problems: [], notices: [] };
  for (const [index, { article: id, time = '', until }] of alerts.entries()) {
    if (id === undefined || Date.parse(until) <= now) continue;
    const target = articles.get(id);
    if (target === undefined) {
      const nearest = findNearest(id, [...articles.keys()]);
      const message = nearest === undefined ? messages.unknownArticle(id) : messages.nearestArticle(id, nearest);
      findings.problems.push(problemOfArticle(index, id, places, message, nearest));
      continue;
    }
    const { matter } = target;
    const appears = Math.max(now, Date.parse(time) || now);
    if (!hasAppeared(matter, appears)) {
      findings.problems.push(problemOfArticle(index, id, places, messages.alertArticleUnpublished(id)));
    } else if (!isPublished(matter, appears)) {
      findings.notices.push(messages.alertArticleGone(breakingFile, lineOfArticle(index, id, places), id));
    }
  }
  return findings;
}

/** Reports alerts that appear or end in a year too far ahead: a mistyped year would keep them for ever. */
function checkYears({ alerts, places }: ParsedBreaking, timeZone: string, now: number): Problem[] {
  return alerts.flatMap(({ time, until }, index) =>
    Object.entries({ time, until }).flatMap(([key, instant]) => {
      if (instant === undefined) return [];
      const placesOf = () => places;
      const moment = { file: breakingFile, placesOf, path: `breaking.${index}.${key}`, instant };
      return checkYear({ ...moment, tell: messages.alertYearTooLate }, now, timeZone);
    }),
  );
}

/** Reports an alert that readers would see twice at one moment. */
function checkDoubles({ alerts, places }: ParsedBreaking, now: number): Problem[] {
  const start = ({ time = '' }: Alert) => Math.max(now, Date.parse(time) || now);
  const meets = (a: Alert, b: Alert) => start(a) < Date.parse(b.until) && start(b) < Date.parse(a.until);
  const kept = new Map<string, Alert[]>();
  return alerts.flatMap((alert, index) => {
    if (Date.parse(alert.until) <= now) return [];
    const same = kept.get(alert.text) ?? [];
    kept.set(alert.text, same);
    if (same.some((other) => meets(alert, other)))
      return [atPlace(breakingFile, places, `breaking.${index}.text`, messages.alertTwice())];
    same.push(alert);
    return [];
  });
}

/** Lists when alerts appear and end. */
export function alertMoments({ alerts }: Breaking): AgendaItem[] {
  return alerts.flatMap(({ text, time, until }): AgendaItem[] => [
    ...(time === undefined ? [] : [{ at: time, kind: 'alert-appears' as const, file: breakingFile, title: text }]),
    { at: until, kind: 'alert-ends', file: breakingFile, title: text },
  ]);
}
