import { messages } from './messages.ts';
import { type Fault, isFault, readPositiveInteger, scalar } from './values.ts';
import { bareValue } from './yaml/clean-text.ts';

const years = scalar((written): number | 'none' | Fault => {
  const bare = bareValue(written);
  if (bare === 'none') return bare;
  const number = readPositiveInteger(written);
  return isFault(number) ? { tell: (key) => messages.notYearsOrNone(bare, key) } : number;
}).meta({ yamlType: ['integer', 'string'] });

/** The key of `site.yaml` that decides when a story is called old. */
export const ageWarningShape = {
  'age-warning': years
    .default(1)
    .describe('بعد كم عامًا من نشر المقال يُنبَّه القارئ إلى قدمه: عدد الأعوام، أو none فلا يُنبَّه. الأصل عام واحد.'),
};

/** Returns the years after which a story is called old; undefined if none is. */
export function completeAgeWarning(settings: { 'age-warning'?: number | 'none' | undefined }): { ageWarning?: number } {
  const { 'age-warning': written = 1 } = settings;
  return written === 'none' ? {} : { ageWarning: written };
}
