/** A date and time as a clock on a wall shows it; `month` is 1–12, `hour` 0–23. */
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
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** Whether a name is an IANA zone (`Asia/Beirut`, `UTC`); a bare offset (`+02:00`) is not, since it forgets summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return clockOf(name) !== undefined;
  } catch {
    return false;
  }
}

function epochOf(instant: string): number {
  const epoch = Date.parse(instant);
  if (Number.isNaN(epoch)) throw new RangeError(`Not an ISO 8601 instant: ${instant}`);
  return epoch;
}

/** By zone and day (UTC): the offset in milliseconds, where the day begins and ends with the same. */
const steadyOffsets = new Map<string, Map<number, number | undefined>>();

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

function readClock(epoch: number, timeZone: string): LocalFields {
  const fields: LocalFields = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of clockOf(timeZone).formatToParts(epoch)) {
    if (type in fields) fields[type as keyof LocalFields] = Number(value);
  }
  return fields;
}

function epochAsIfUtc(fields: LocalFields): number {
  return Date.UTC(fields.year, fields.month - 1, fields.day, fields.hour, fields.minute, fields.second);
}

/** Milliseconds that clocks in the zone are ahead of UTC. Formatters are slow, so a day without a change is asked once. */
function offsetAt(epoch: number, timeZone: string): number {
  const known = steadyOffsets.get(timeZone) ?? new Map<number, number | undefined>();
  steadyOffsets.set(timeZone, known);
  const day = Math.floor(epoch / dayMs);
  if (!known.has(day)) {
    const [begin, end] = [measureOffset(day * dayMs, timeZone), measureOffset((day + 1) * dayMs, timeZone)];
    known.set(day, begin === end ? begin : undefined);
  }
  return known.get(day) ?? measureOffset(epoch, timeZone);
}

function measureOffset(epoch: number, timeZone: string): number {
  const wholeSecond = Math.floor(epoch / 1000) * 1000;
  return epochAsIfUtc(readClock(wholeSecond, timeZone)) - wholeSecond;
}

/** What clocks in the zone show at an instant (ISO 8601 with `Z` or an offset); a `RangeError` for anything else. */
export function localFields(instant: string, timeZone: string): LocalFields {
  return fieldsAt(epochOf(instant), timeZone);
}

/**
 * The instant at which clocks in the zone show `local`, as `2022-01-13T08:30:00.000Z`.
 * A time that summer time skips moves forward by the skipped hour (Cairo, 2025-04-25 00:30 is read as 01:30);
 * a time that occurs twice is the first of the two. Both as `Temporal` does by default.
 * A `RangeError` for a date or time that does not exist, such as 30 February or 25:00.
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

/** `('2022-01-13T08:30:00Z', 'Africa/Cairo')` → `2022-01-13T10:30:00+02:00`. Fractions of a second are dropped. */
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
