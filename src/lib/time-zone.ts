/** Local time, as a wall clock shows it. `month` is 1–12, `hour` 0–23. */
export interface LocalFields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** Whether a name is an IANA time zone (`Asia/Beirut`, `UTC`). An offset (`+02:00`) is not: it has no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return formatterOf(name) !== undefined;
  } catch {
    return false;
  }
}

function epochOf(instant: string): number {
  const epoch = Date.parse(instant);
  if (Number.isNaN(epoch)) throw new RangeError(`Not an ISO 8601 instant: ${instant}`);
  return epoch;
}

/** Cache, by zone and UTC day: the offset in milliseconds, or undefined if it changes during the day. */
const dailyOffsets = new Map<string, Map<number, number | undefined>>();

function fieldsAt(epoch: number, timeZone: string): LocalFields {
  const local = new Date(epoch + offsetAt(epoch, timeZone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
  };
}

function formatFields(epoch: number, timeZone: string): LocalFields {
  const fields: LocalFields = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatterOf(timeZone).formatToParts(epoch)) {
    if (type in fields) fields[type as keyof LocalFields] = Number(value);
  }
  return fields;
}

function epochAsIfUtc(fields: LocalFields): number {
  return Date.UTC(fields.year, fields.month - 1, fields.day, fields.hour, fields.minute, fields.second);
}

/** Returns how many milliseconds the zone is ahead of UTC. Cached by day, since `Intl.DateTimeFormat` is slow. */
function offsetAt(epoch: number, timeZone: string): number {
  const offsets = dailyOffsets.get(timeZone) ?? new Map<number, number | undefined>();
  dailyOffsets.set(timeZone, offsets);
  const day = Math.floor(epoch / dayMs);
  if (!offsets.has(day)) {
    const atStart = measureOffset(day * dayMs, timeZone);
    const atEnd = measureOffset((day + 1) * dayMs, timeZone);
    offsets.set(day, atStart === atEnd ? atStart : undefined);
  }
  return offsets.get(day) ?? measureOffset(epoch, timeZone);
}

function measureOffset(epoch: number, timeZone: string): number {
  const wholeSecond = Math.floor(epoch / 1000) * 1000;
  return epochAsIfUtc(formatFields(wholeSecond, timeZone)) - wholeSecond;
}

/** Returns the local time at an instant (ISO 8601 with `Z` or an offset; throws a `RangeError` for anything else). */
export function localFields(instant: string, timeZone: string): LocalFields {
  return fieldsAt(epochOf(instant), timeZone);
}

/** Returns the local day at an epoch in milliseconds, as `2026-11-23`. */
export function localDay(epoch: number, timeZone: string): string {
  const { year, month, day } = fieldsAt(epoch, timeZone);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/**
 * Returns the instant of a local time, as `2022-01-13T08:30:00.000Z`. A time that is skipped when summer time begins
 * moves forward by the skipped hour (in Cairo, 2025-04-25 00:30 is read as 01:30); of a time that occurs twice, the
 * first is taken. Both are `Temporal`'s defaults. Throws a `RangeError` for a date or time that does not exist, such as
 * 30 February or 25:00.
 */
export function instantFromLocal(local: LocalFields, timeZone: string): string {
  const target = epochAsIfUtc(local);
  const normal = new Date(target);
  if (
    normal.getUTCFullYear() !== local.year ||
    normal.getUTCMonth() + 1 !== local.month ||
    normal.getUTCDate() !== local.day ||
    normal.getUTCHours() !== local.hour ||
    normal.getUTCMinutes() !== local.minute ||
    normal.getUTCSeconds() !== local.second
  ) {
    throw new RangeError(`No such date and time: ${JSON.stringify(local)}`);
  }
  const offsetBefore = offsetAt(target - dayMs, timeZone);
  const offsetAfter = offsetAt(target + dayMs, timeZone);
  const epochs = [target - offsetBefore, target - offsetAfter].filter(
    (epoch) => epoch + offsetAt(epoch, timeZone) === target,
  );
  return new Date(epochs.length > 0 ? Math.min(...epochs) : target - offsetBefore).toISOString();
}

/**
 * Formats an instant with the offset of the zone: `('2022-01-13T08:30:00Z', 'Africa/Cairo')` →
 * `2022-01-13T10:30:00+02:00`. Drops fractions of a second.
 */
export function isoWithOffset(instant: string, timeZone: string): string {
  const epoch = epochOf(instant);
  const offset = Math.trunc(offsetAt(epoch, timeZone) / minuteMs);
  const local = new Date(epoch + offset * minuteMs).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local}${offset < 0 ? '-' : '+'}${pad(hours)}:${pad(minutes)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
