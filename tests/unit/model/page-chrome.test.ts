import { expect, test } from 'vitest';
import { composePageChrome } from '../../../src/model/page-chrome.ts';
import { library, site } from '../../support/library.ts';

const page = { title: 'من نحن', draft: false, slug: 'about', file: 'pages/about.md', format: 'md' as const };
const whole = library([], {
  pages: [
    { ...page, digest: 'd', excerpt: '', bodyImages: [], bodyFiles: [], bodyEmbeds: [], references: [] },
    {
      ...page,
      title: 'مسودة',
      slug: 'draft',
      draft: true,
      digest: 'd',
      excerpt: '',
      bodyImages: [],
      bodyFiles: [],
      bodyEmbeds: [],
      references: [],
    },
  ],
});

test('the footer has every published page once, even if the owner lists it too', () => {
  expect(composePageChrome(whole, { kind: 'other' }).footer.links).toEqual([{ title: 'من نحن', url: '/about/' }]);
  const links = [{ title: 'عن الصحيفة', url: '/about/' }];
  expect(composePageChrome({ ...whole, site: { ...site, footer: { links } } }, { kind: 'other' }).footer.links).toEqual(
    links,
  );
});

test('the sections are the categories, unless the owner writes a menu', () => {
  expect(composePageChrome(whole, { kind: 'other' }).sections.map(({ url }) => url)).toEqual([
    '/c/world/',
    '/c/culture/',
  ]);
  const navigation = [{ title: 'الأرشيف', url: '/archive/' }];
  expect(composePageChrome({ ...whole, site: { ...site, navigation } }, { kind: 'other' }).sections).toEqual(
    navigation,
  );
});
