import { expect, it } from 'vitest';
import { proposeLatinId } from '../../../../src/lib/arabic/latin-id.ts';
import { monthsOfTimeZone } from '../../../../src/lib/arabic/months-by-time-zone.ts';

it.each([
  ['أخبار', 'news'],
  ['أخبار البلدة', 'news'],
  ['الثقافة', 'culture'],
  ['هيئة التحرير', 'desk'],
  ['زياد', 'zyad'],
  ['مُها سليم', 'mha-slym'],
  ['Sport 24', 'sport-24'],
  ['شؤون 2026', 'shwwn-2026'],
  ['constructor', 'constructor'],
  ['ءئ', 'y'],
  ['新聞', ''],
  ['؟!', ''],
])('«%s» may have the id «%s»', (name, id) => {
  expect(proposeLatinId(name)).toBe(id);
});

it.each([
  ['Asia/Beirut', 'levant'],
  ['Asia/Baghdad', 'levant'],
  ['Africa/Algiers', 'algeria-tunisia'],
  ['Africa/Casablanca', 'morocco'],
  ['Africa/Nouakchott', 'mauritania'],
  ['Africa/Cairo', 'gulf-egypt'],
  ['Asia/Riyadh', 'gulf-egypt'],
  ['UTC', 'gulf-egypt'],
])('in %s the months have the names of %s', (timeZone, months) => {
  expect(monthsOfTimeZone(timeZone)).toBe(months);
});
