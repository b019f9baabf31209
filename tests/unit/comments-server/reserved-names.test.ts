import { describe, expect, it } from 'vitest';
import { createNameFilter } from '../../../scripts/comments-server/reserved-names.ts';

const isReserved = createNameFilter(['التحرير', 'أنباء الميناء', 'Harbour Post', 'كاظم', '', ' ']);

describe('a name that looks like a reserved one', () => {
  it.each<[how: string, name: string]>([
    ['as it is', 'التحرير'],
    ['with tashkeel and tatweel', 'التَّحْـــرِير'],
    ['with spaces, punctuation and emoji', ' «الـتحرير» ✓.'],
    ['with a zero-width non-joiner', 'التح\u200cرير'],
    ['with a Hangul filler', 'التحرير\u3164'],
    ['with a variation selector', 'التحرير\ufe0f'],
    ['in presentation forms', 'ﺍﻟﺘﺤﺮﻳﺮ'],
    ['with the yeh of Persian', 'التحریر'],
    ['with a reh that has a ring', 'التحړير'],
    ['with hamza on the alef', 'ألتحرير'],
    ['with alef wasla', 'ٱلتحرير'],
    ['with a Latin l for the alef', 'lلتحرير'],
    ['with the digit one for the alef', '١لتحرير'],
    ['with a bar for the alef', '|لتحرير'],
    ['with a high hamza', 'التحريرٴ'],
    ['without the hamzas', 'انبا الميناء'],
    ['in one word', 'أنباءالميناء'],
    ['with a keheh', 'ڪاظم'],
    ['in capitals', 'HARBOUR  POST'],
    ['in fullwidth letters', 'Ｈａｒｂｏｕｒ Ｐｏｓｔ'],
    ['with Cyrillic letters', 'Наrbоur Роst'],
    ['with accents', 'Hárböur Póst'],
    ['with a zero', 'Harb0ur-P0st'],
  ])('%s is refused', (_how, name) => {
    expect(isReserved(name)).toBe(true);
  });

  it.each(['تحرير', 'تحرير الصباغ', 'ناظم', 'الميناء', 'Harbour', 'هدى', '', '✓'])('%j is another name', (name) => {
    expect(isReserved(name)).toBe(false);
  });
});
