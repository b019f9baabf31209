import { expect, test } from 'vitest';
import { instantFromLocal, isoWithOffset, isTimeZone, localFields } from '../../../src/lib/time-zone.ts';

function fields(text: string) {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = text.split(/[-T:]/).map(Number);
  return { year, month, day, hour, minute, second };
}

test.each([
  ['Asia/Beirut', true],
  ['Africa/Cairo', true],
  ['UTC', true],
  ['Etc/GMT+2', true],
  ['Cairo', false],
  ['Asia/Cairo', false],
  ['+02:00', false],
  ['', false],
  ['القاهرة', false],
])('whether %j is a time zone: %j', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

test.each([
  ['2022-01-13T10:30:00', 'Africa/Cairo', '2022-01-13T08:30:00.000Z'],
  ['2025-07-13T10:30:00', 'Africa/Cairo', '2025-07-13T07:30:00.000Z'],
  ['2022-07-13T10:30:00', 'Africa/Cairo', '2022-07-13T08:30:00.000Z'],
  ['2022-01-13T00:00:00', 'Asia/Riyadh', '2022-01-12T21:00:00.000Z'],
  ['2022-01-13T10:30:15', 'UTC', '2022-01-13T10:30:15.000Z'],
  ['2022-03-01T12:00:00', 'Asia/Damascus', '2022-03-01T10:00:00.000Z'],
  ['2023-03-01T12:00:00', 'Asia/Damascus', '2023-03-01T09:00:00.000Z'],
  ['2026-03-01T12:00:00', 'Africa/Casablanca', '2026-03-01T12:00:00.000Z'],
  ['2026-07-01T12:00:00', 'Africa/Casablanca', '2026-07-01T11:00:00.000Z'],
])('%s in %s is %s', (local, timeZone, expected) => {
  expect(instantFromLocal(fields(local), timeZone)).toBe(expected);
  expect(localFields(expected, timeZone)).toEqual(fields(local));
});

test.each([
  ['2025-04-25T00:30:00', 'Africa/Cairo', '2025-04-25T01:30:00+03:00'],
  ['2025-04-24T23:59:59', 'Africa/Cairo', '2025-04-24T23:59:59+02:00'],
  ['2025-04-25T01:00:00', 'Africa/Cairo', '2025-04-25T01:00:00+03:00'],
  ['2025-03-30T00:30:00', 'Asia/Beirut', '2025-03-30T01:30:00+03:00'],
])('%s, which summer time may skip in %s, is read as %s', (local, timeZone, expected) => {
  expect(isoWithOffset(instantFromLocal(fields(local), timeZone), timeZone)).toBe(expected);
});

test.each([
  ['2025-10-30T23:30:00', 'Africa/Cairo', '2025-10-30T23:30:00+03:00'],
  ['2025-10-25T23:30:00', 'Asia/Beirut', '2025-10-25T23:30:00+03:00'],
  ['2025-10-26T00:00:00', 'Asia/Beirut', '2025-10-26T00:00:00+02:00'],
])('%s, which may occur twice in %s, is the first of the two: %s', (local, timeZone, expected) => {
  expect(isoWithOffset(instantFromLocal(fields(local), timeZone), timeZone)).toBe(expected);
});

test.each([
  '2022-02-30T00:00:00',
  '2022-13-01T00:00:00',
  '2022-00-10T00:00:00',
  '2022-01-13T24:00:00',
  '2022-01-13T10:60:00',
])('%s does not exist and throws', (local) => {
  expect(() => instantFromLocal(fields(local), 'UTC')).toThrow(RangeError);
});

test.each([
  ['2022-01-13T08:30:00Z', 'Africa/Cairo', '2022-01-13T10:30:00+02:00'],
  ['2022-01-13T08:30:00.789Z', 'Africa/Cairo', '2022-01-13T10:30:00+02:00'],
  ['2022-01-13T22:30:00Z', 'Asia/Riyadh', '2022-01-14T01:30:00+03:00'],
  ['2022-01-13T08:30:00+02:00', 'UTC', '2022-01-13T06:30:00+00:00'],
  ['2022-01-13T08:30:00Z', 'America/St_Johns', '2022-01-13T05:00:00-03:30'],
])('%s in %s is written %s', (instant, timeZone, expected) => {
  expect(isoWithOffset(instant, timeZone)).toBe(expected);
});

test('anything but an instant throws', () => {
  expect(() => localFields('غدًا', 'UTC')).toThrow(RangeError);
  expect(() => isoWithOffset('2022-13-13', 'UTC')).toThrow(RangeError);
});
