import { expect, test } from 'vitest';
import { shownSite } from '../../../src/library/shown-site.ts';
import { site } from '../../support/library.ts';

const announced = {
  ...site,
  feeds: { ...site.feeds, hub: 'https://hub.example/' },
  announce: { indexNow: { key: 'abcd-1234', endpoint: 'https://index.example/' } },
};

test.each([
  ['as it is', {}, announced],
  ['at its own address', { siteUrl: 'https://news.example' }, announced],
  [
    'as a trial whose address is not known',
    { isStaging: true },
    {
      ...site,
      stagingOf: 'https://news.example',
      indexed: false,
      feeds: { ...site.feeds, tagAuthority: 'news.example' },
    },
  ],
  ['to editors, at its own address', { isPreview: true }, { ...announced, indexed: false }],
  [
    'at another address, where nobody is told of anything and ids in feeds stay',
    { siteUrl: 'https://try.example' },
    {
      ...site,
      url: 'https://try.example',
      stagingOf: 'https://news.example',
      indexed: false,
      feeds: { ...site.feeds, tagAuthority: 'news.example' },
    },
  ],
])('a site is shown %s', (_name, showing, expected) => {
  expect(shownSite(announced, showing)).toEqual(expected);
});

test('a staging site keeps the owner’s tag authority', () => {
  const moved = { ...site, feeds: { ...site.feeds, tagAuthority: 'old.example,2019' } };
  expect(shownSite(moved, { siteUrl: 'https://try.example' }).feeds.tagAuthority).toBe('old.example,2019');
});
