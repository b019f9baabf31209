import { localFields } from '../lib/time-zone.ts';
import { type Alert, parseBreaking } from '../schema/breaking.ts';
import type { Problem } from '../schema/problem.ts';
import { writeYaml } from '../schema/yaml/write-yaml.ts';
import { commandStrings } from '../strings/commands.ts';

export interface NewAlert {
  text: string;
  article?: string | undefined;
  url?: string | undefined;
  /** As for `endOfAlert`. */
  until?: string | undefined;
  /** Epoch milliseconds. */
  now: number;
  timeZone: string;
}

/** An alert without `--until` ends so many hours after it was written. */
const usualHours = 2;

/**
 * Adds an alert above the others of `breaking.yaml` and leaves every other line as it is; returns the text of the file
 * and the alert as it is read there. `content` is undefined if there is no file yet.
 */
export function addAlert(
  content: string | undefined,
  { text, article, url, until, now, timeZone }: NewAlert,
): { text: string; alert: Alert | undefined; problems: Problem[] } {
  const item = [
    `- text: ${writeYaml(text)}`,
    ...(article === undefined ? [] : [`  article: ${writeYaml(article)}`]),
    ...(url === undefined ? [] : [`  url: ${writeYaml(url)}`]),
    `  until: ${endOfAlert(until, now, timeZone)}`,
  ];
  const whole = insertItem(content ?? `${commandStrings.newAlert.fileHead}\n`, item);
  const { alerts, problems } = parseBreaking(whole, timeZone);
  return { text: whole, alert: alerts[0], problems };
}

/**
 * Returns when an alert ends, as its file has it: a clock time is the next one in the newsroom, a date stays as it was
 * typed, and without either it is `usualHours` from now.
 */
export function endOfAlert(typed: string | undefined, now: number, timeZone: string): string {
  if (typed === undefined) return writeMoment(now + usualHours * 3_600_000, timeZone);
  const [, hour, minute] = /^\s*(\d{1,2}):(\d{2})\s*$/.exec(typed) ?? [];
  if (hour === undefined) return writeYaml(typed.trim());
  const clock = `${hour.padStart(2, '0')}:${minute}`;
  const today = writeMoment(now, timeZone);
  const tomorrow = writeMoment(now + 24 * 3_600_000, timeZone);
  return `${(clock > today.slice(11) ? today : tomorrow).slice(0, 10)} ${clock}`;
}

/** Writes a moment as authors do in the newsroom's time zone: `2026-11-30 18:00`. */
function writeMoment(moment: number, timeZone: string): string {
  const { year, month, day, hour, minute } = localFields(new Date(moment).toISOString(), timeZone);
  const [date, clock] = [
    [month, day],
    [hour, minute],
  ].map((pair) => pair.map((part) => String(part).padStart(2, '0')));
  return `${[year, ...(date ?? [])].join('-')} ${clock?.join(':')}`;
}

/** Inserts the lines of an item before the first item of a list, or at the end of a file without items. */
function insertItem(content: string, item: readonly string[]): string {
  const isWindows = content.includes('\r\n');
  const lines = content.split(/\r?\n/);
  const first = lines.findIndex((line) => /^\s*- /.test(line));
  const empty = lines.findIndex((line) => /^(?:breaking:\s*)?\[\s*\]\s*$|^breaking:\s*$/.test(line));
  if (first !== -1) {
    const indent = /^\s*/.exec(lines[first] ?? '')?.[0] ?? '';
    lines.splice(first, 0, ...item.map((line) => indent + line));
  } else if (empty !== -1) {
    const isBelowKey = lines[empty]?.startsWith('breaking') ?? false;
    lines.splice(empty, 1, ...(isBelowKey ? ['breaking:', ...item.map((line) => `  ${line}`)] : item));
  } else {
    while (lines.at(-1)?.trim() === '') lines.pop();
    lines.push(...item, '');
  }
  return lines.join(isWindows ? '\r\n' : '\n');
}
