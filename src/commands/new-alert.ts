import { isMap, isSeq, parseDocument } from 'yaml';
import { toLatinDigits } from '../lib/arabic/digits.ts';
import { localFields } from '../lib/time-zone.ts';
import { type Alert, type ParsedBreaking, parseBreaking } from '../schema/breaking.ts';
import { formatProblem } from '../schema/problem.ts';
import { writeYaml } from '../schema/yaml/write-yaml.ts';
import { commandStrings } from '../strings/commands.ts';

const words = commandStrings.newAlert;

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

/** The whole file with the new alert, and the alert as it is read there; or a sentence that says why there is none. */
export type AddedAlert = { text: string; alert: Alert } | { refusal: string };

/**
 * Adds an alert above the others of `breaking.yaml`, of which every line stays if that is possible. `content` is
 * undefined if there is no file yet.
 */
export function addAlert(content: string | undefined, alert: NewAlert): AddedAlert {
  const { timeZone, now } = alert;
  const item = writeItem(alert);
  const own = parseBreaking(`${item.join('\n')}\n`, timeZone);
  const [added] = own.alerts;
  const refusal = refuseAlert(alert, own);
  if (refusal !== undefined || added === undefined) return { refusal: refusal ?? words.textMissing };
  const before = parseBreaking(content ?? '', timeZone);
  if (before.problems.length > 0) return { refusal: words.fileIsFaulty(before.problems.map(formatProblem).join('\n')) };
  const same = before.alerts.find(({ text, until }) => text === added.text && Date.parse(until) > now);
  if (same) return { refusal: words.isThere(writeMoment(Date.parse(same.until), timeZone)) };
  const wished = JSON.stringify([added, ...before.alerts]);
  const isWished = (text: string) => {
    const { alerts, problems } = parseBreaking(text, timeZone);
    return problems.length === 0 && JSON.stringify(alerts) === wished;
  };
  const whole = content ?? `${words.fileHead}\n`;
  const text = [insertItem(whole, item), insertNode(whole, item)].find((written) => written && isWished(written));
  return text === undefined ? { refusal: words.noPlace } : { text, alert: added };
}

function writeItem({ text, article, url, until, now, timeZone }: NewAlert): string[] {
  return [
    `- text: ${writeYaml(text)}`,
    ...(article === undefined ? [] : [`  article: ${writeYaml(article)}`]),
    ...(url === undefined ? [] : [`  url: ${writeYaml(url)}`]),
    `  until: ${endOfAlert(until, now, timeZone)}`,
  ];
}

/** Says what is wrong with the alert itself, without a line: it is in no file. */
function refuseAlert({ text, until, now }: NewAlert, { alerts, problems }: ParsedBreaking): string | undefined {
  if (/[\n\r\u2028\u2029]/.test(text)) return words.severalLines;
  if (problems.length > 0) return words.refused(problems.map(({ message }) => message));
  const isPast = alerts.some((alert) => Date.parse(alert.until) <= now);
  return isPast ? words.endIsPast(until ?? '') : undefined;
}

/**
 * Returns when an alert ends, as its file has it: a clock time is the next one in the newsroom, a date stays as it was
 * typed, and without either it is `usualHours` from now.
 */
export function endOfAlert(typed: string | undefined, now: number, timeZone: string): string {
  if (typed === undefined) return writeMoment(now + usualHours * 3_600_000, timeZone);
  const [, hour, minute] = /^\s*(\d{1,2}):(\d{2})\s*$/.exec(toLatinDigits(typed)) ?? [];
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
  const mark = content.startsWith('\ufeff') ? '\ufeff' : '';
  const lines = content.slice(mark.length).split(/\r?\n/);
  const first = lines.findIndex((line) => /^\s*-(?:\s|$)/.test(line));
  const empty = lines.findIndex((line) => /^(?:breaking:\s*)?\[\s*\]\s*(?:#.*)?$|^breaking:\s*(?:#.*)?$/.test(line));
  if (first !== -1) {
    const indent = /^\s*/.exec(lines[first] ?? '')?.[0] ?? '';
    lines.splice(first, 0, ...item.map((line) => indent + line));
  } else if (empty !== -1) {
    const [key, comment] = /^(breaking:)?[^#]*(#.*)?$/.exec(lines[empty] ?? '')?.slice(1) ?? [];
    const indented = key === undefined ? item : item.map((line) => `  ${line}`);
    lines.splice(empty, 1, ...[comment, key].filter((line) => line !== undefined), ...indented);
  } else {
    while (lines.at(-1)?.trim() === '') lines.pop();
    lines.push(...item, '');
  }
  return mark + lines.join(content.includes('\r\n') ? '\r\n' : '\n');
}

/** Inserts an item into a list that is not written a line for each item; undefined if there is no such list. */
function insertNode(content: string, item: readonly string[]): string | undefined {
  const document = parseDocument(content.replace(/^\ufeff/, ''), { schema: 'failsafe' });
  const root = document.contents;
  const list = isMap(root) ? root.get('breaking', true) : root;
  const added = parseDocument(item.join('\n'), { schema: 'failsafe' }).contents;
  if (document.errors.length > 0 || !isSeq(list) || !isSeq(added)) return undefined;
  list.items.unshift(...added.items);
  return document.toString({ lineWidth: 0 });
}
