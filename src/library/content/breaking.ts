import { readFile } from 'node:fs/promises';
import {
  type Alert,
  breakingFile,
  type ParsedBreaking,
  parseBreaking,
  problemOfArticle,
} from '../../schema/breaking.ts';
import { messages } from '../../schema/messages.ts';
import { findNearest } from '../../schema/nearest.ts';
import type { Problem } from '../../schema/problem.ts';
import { type Site, typesetterOf } from '../../schema/site.ts';
import type { AgendaItem } from '../agenda.ts';
import type { ContentFile } from './content-files.ts';
import { parseBytes } from './entries.ts';

/** The alerts of `breaking.yaml`. */
export interface Breaking {
  /** All of them, in the order of the file. */
  alerts: Alert[];
  /** Those that hold at the moment of the build. */
  holding: Alert[];
}

/** An article that an alert may lead to. */
export interface AlertTarget {
  id: string;
  /** Whether readers see it at a moment, in epoch milliseconds. */
  isPublishedAt(moment: number): boolean;
}

interface ReadBreaking {
  breaking?: Breaking;
  problems: Problem[];
}

/** Reads `breaking.yaml`, if there is one. An alert whose end has passed leads nowhere any more, so it is not judged. */
export async function readBreaking(
  source: ContentFile | undefined,
  site: Site,
  targets: readonly AlertTarget[],
  now: number,
): Promise<ReadBreaking> {
  if (source === undefined) return { problems: [] };
  const parse = (text: string) => parseBreaking(text, site.timeZone, typesetterOf(site));
  const parsed = parseBytes(source.file, await readFile(source.absolute), parse);
  const { alerts } = parsed;
  return {
    breaking: { alerts, holding: alerts.filter((alert) => holdsAt(alert, now)) },
    problems: [...parsed.problems, ...checkTargets(parsed, targets, now)],
  };
}

function holdsAt({ time, until }: Alert, now: number): boolean {
  return Date.parse(until) > now && (time === undefined || Date.parse(time) <= now);
}

/** Reports alerts that lead to articles which are not there, or which readers do not see when the alert appears. */
function checkTargets({ alerts, places }: ParsedBreaking, targets: readonly AlertTarget[], now: number): Problem[] {
  const byId = new Map(targets.map((target) => [target.id, target]));
  return alerts.flatMap(({ article, time = '', until }, index) => {
    if (article === undefined || Date.parse(until) <= now) return [];
    const target = byId.get(article);
    if (target === undefined) {
      const nearest = findNearest(article, [...byId.keys()]);
      const message =
        nearest === undefined ? messages.unknownArticle(article) : messages.nearestArticle(article, nearest);
      return [problemOfArticle(index, article, places, message, nearest)];
    }
    const appears = Math.max(now, Date.parse(time) || now);
    if (target.isPublishedAt(appears)) return [];
    return [problemOfArticle(index, article, places, messages.alertArticleUnpublished(article))];
  });
}

/** Lists when alerts will appear and end, without what lies in the past. */
export function alertMoments({ alerts }: Breaking, now: number): AgendaItem[] {
  const moments = alerts.flatMap(({ text, time, until }): AgendaItem[] => [
    ...(time === undefined ? [] : [{ at: time, kind: 'alert-appears' as const, file: breakingFile, title: text }]),
    { at: until, kind: 'alert-ends', file: breakingFile, title: text },
  ]);
  return moments.filter(({ at }) => Date.parse(at) > now);
}
