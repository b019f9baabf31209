import { describe, expect, test } from 'vitest';
import { slugify } from '../../../../src/lib/arabic/slug.ts';
import { tagKey, tagSlug } from '../../../../src/lib/arabic/tag-slug.ts';

describe('a tag with signs', () => {
  test.each([
    ['D++', 'd-plus-plus'],
    ['D\u200e++', 'd-plus-plus'],
    ['Ｄ＋＋', 'd-plus-plus'],
    ['لغة J#', 'لغة-j-sharp'],
    ['J♯', 'j-sharp'],
    ['.ORG', 'dot-org'],
    ['منصة+', 'منصة-plus'],
    ['٢١+', '21-plus'],
    ['+21', 'plus-21'],
  ])('«%s» has the slug %j', (tag, slug) => {
    expect(tagSlug(tag)).toBe(slug);
  });

  test.each([
    'خُبز البَلَد',
    'مـصـر',
    'Élysée',
    'سنة ۲۰۲۲',
    'قمح + شعير',
    'قمح & شعير',
    'موقع.org',
    'خبز-وزيت',
    'خبز وزيت؟',
    '«خبز»',
    'خبز-',
    'خبز .زيت',
    '7%',
  ])('«%s» keeps the slug of its letters', (tag) => {
    expect(tagSlug(tag)).toBe(slugify(tag));
  });
});

describe('a key', () => {
  test.each([
    ['خُبـز', 'خبز'],
    ['BBC عربي', 'bbc عربي'],
    ['خبز-وزيت', 'خبز وزيت'],
    ['«خبز»!', 'خبز'],
    ['قمح + شعير', 'قمح شعير'],
    ['d\u200e++', 'D++'],
    ['٧٪', '7%'],
    ['\u22127', '-7'],
  ])('is the same for «%s» and «%s»', (one, other) => {
    expect(tagKey(one)).toBe(tagKey(other));
  });

  test.each([
    [['D', 'D+', 'D++', 'D#', 'D-']],
    [['7', '7+', '+7', '-7', '7%', '$7', '€7']],
    [['ORG', '.ORG']],
    [['M&N', 'M N']],
    [['J#', 'J Sharp']],
    [['أخبار', 'اخبار']],
  ])('differs among %j', (tags) => {
    expect(new Set(tags.map(tagKey)).size).toBe(tags.length);
  });
});
