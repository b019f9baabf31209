import type { MonthVocabulary } from './months.ts';

/** The cities of time zones whose countries do not use the names of Egypt and the Gulf. */
const citiesOf: Readonly<Partial<Record<MonthVocabulary, readonly string[]>>> = {
  levant: ['Beirut', 'Damascus', 'Amman', 'Gaza', 'Hebron', 'Jerusalem', 'Baghdad'],
  'algeria-tunisia': ['Algiers', 'Tunis'],
  morocco: ['Casablanca', 'El_Aaiun'],
  mauritania: ['Nouakchott'],
};

/** Returns the names of the months that are used where the clock shows a time zone; Egypt's and the Gulf's elsewhere. */
export function monthsOfTimeZone(timeZone: string): MonthVocabulary {
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1);
  const [found] = Object.entries(citiesOf).find(([, cities]) => cities.includes(city)) ?? [];
  return (found as MonthVocabulary | undefined) ?? 'gulf-egypt';
}
