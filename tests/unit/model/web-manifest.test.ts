import { expect, test } from 'vitest';
import { composeManifest, iconLinks } from '../../../src/model/web-manifest.ts';
import { site } from '../../support/library.ts';

const below = { ...site, url: 'https://press.example/news' };

test('the manifest names the site and its icons, below the path that the site lives at', () => {
  expect(JSON.parse(composeManifest(below, '#fbf8f2'))).toEqual({
    id: '/news/',
    name: 'صحيفة التجربة',
    short_name: 'صحيفة التجربة',
    description: 'موقع للاختبار',
    lang: 'ar',
    dir: 'rtl',
    start_url: '/news/',
    scope: '/news/',
    display: 'browser',
    background_color: '#fbf8f2',
    theme_color: '#fbf8f2',
    icons: [
      { src: '/news/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/news/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/news/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });
});

test('pages link to the icons that the newsroom has drawn, and else to the one of the engine', () => {
  expect(iconLinks(below, false)).toEqual([{ rel: 'icon', href: '/news/favicon.svg', type: 'image/svg+xml' }]);
  expect(iconLinks(below, true).map(({ href }) => href)).toEqual([
    '/news/favicon.ico',
    '/news/favicon.svg',
    '/news/apple-touch-icon.png',
    '/news/manifest.webmanifest',
  ]);
});
