import { expect, test } from 'vitest';
import type { ImageServiceName } from '../../../src/lib/image-services.ts';
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

const staged = { isStaging: true };
const elsewhere = { siteUrl: 'https://try.news.example' };
const atPages = { siteUrl: 'https://pr-7.news.pages.dev' };

test.each<[service: ImageServiceName, showing: object, shown: ImageServiceName | undefined]>([
  ['cloudflare', {}, 'cloudflare'],
  ['cloudflare', elsewhere, 'cloudflare'],
  ['cloudflare', atPages, 'none-but-originals'],
  ['cloudflare', staged, 'none-but-originals'],
  ['imgproxy', atPages, 'imgproxy'],
  ['imgproxy', staged, 'none-but-originals'],
  ['netlify', staged, 'netlify'],
  ['vercel', elsewhere, 'vercel'],
  ['vercel', { isLocal: true }, undefined],
  ['imgproxy', { isLocal: true, isPreview: true }, undefined],
])('the sizes of %s, shown %o, come from %s', (name, showing, shown) => {
  const served = { ...site, images: { ...site.images, service: { name } } };
  expect(shownSite(served, showing).images.service?.name).toBe(shown);
});
