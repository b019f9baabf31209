import { describe, expect, it } from 'vitest';
import {
  articleImagesIn,
  assetsIn,
  fileOfPicture,
  judgeSavedPage,
  pictureOf,
  picturesIn,
  type SavedPageState,
} from '../../../../src/client/reader/page-files.ts';

const origin = 'https://news.example';
const save = '<main id="content"><button data-reader="save">';

describe('the answer to a request for a saved article', () => {
  it.each<[sentence: string, status: number, html: string, state: SavedPageState]>([
    ['is the article', 200, save, 'article'],
    ['is missing if nothing is there', 404, '', 'missing'],
    ['is withdrawn if it is gone', 410, save, 'withdrawn'],
    ['is withdrawn if a notice stands there', 200, '<main id="content"><h1>سُحب هذا الخبر</h1>', 'withdrawn'],
    ['says nothing if the host has failed', 503, '', 'unknown'],
    ['says nothing if the host shows a page of its own', 200, '<h1>Maintenance</h1>', 'unknown'],
    [
      'is elsewhere if a stub says so',
      200,
      '<meta http-equiv="refresh" content="0; url=/news/b7x2k/">',
      { movedTo: '/news/b7x2k/' },
    ],
  ])('%s', (_, status, html, state) => {
    expect(judgeSavedPage(status, html)).toEqual(state);
  });
});

describe('the files that a saved page needs', () => {
  it('are the styles, scripts and fonts that it names, once each, below the base path', () => {
    const html = '<link href="/news/_astro/a.1f.css"><script src="/news/_astro/S.astro_x.D_-A.js"></script>';
    expect(assetsIn(html + html, 'html', '/news')).toEqual(['/news/_astro/a.1f.css', '/news/_astro/S.astro_x.D_-A.js']);
  });

  it('are the fonts of its styles', () => {
    expect(assetsIn('@font-face{src:url(/_astro/n.1.woff2)}', 'css', '')).toEqual(['/_astro/n.1.woff2']);
  });

  it('are what scripts import, and of what they load later only what works without a connection', () => {
    const script =
      'import{t}from"./page.C1.js";import"./b.js";x(`/_astro/highlight-script-1.js`,"/_astro/reader-script-2.js")';
    expect(assetsIn(script, 'js', '')).toEqual(['/_astro/reader-script-2.js', '/_astro/page.C1.js', '/_astro/b.js']);
    const late = 'x(`/_astro/gallery-script-1.js`,`/_astro/listen-script-2.js`,`/_astro/search-worker-3.js`)';
    expect(assetsIn(late, 'js', '')).toEqual(['/_astro/gallery-script-1.js', '/_astro/listen-script-2.js']);
  });

  it('are pictures in any size', () => {
    const html = '<source srcset="/_images/0f-640.avif 640w, /_images/0f-320.avif 320w">';
    expect(picturesIn(`${html}<img src="/_images/1a.svg">`)).toEqual(new Set(['/_images/0f', '/_images/1a']));
    const article =
      '<article class="article"><img alt="" src="/_images/0f-640.jpg"></article><img src="/_images/1a.svg">';
    expect(articleImagesIn(article, '', origin)).toEqual(['/_images/0f-640.jpg']);
  });

  it.each<[address: string, file: string | undefined]>([
    ['/news/_images/0f-640.avif', '/news/_images/0f-640.avif'],
    [
      '/cdn-cgi/image/width=8,quality=75/news/_images/0f-original.jpg',
      '/cdn-cgi/image/width=8,quality=75/news/_images/0f-original.jpg',
    ],
    [
      '/.netlify/images?url=/news/_images/0f-original.jpg&w=8&q=75',
      '/.netlify/images?url=/news/_images/0f-original.jpg&w=8&q=75',
    ],
    [
      '/_vercel/image?url=/news/_images/0f-original.jpg&w=8&q=75',
      '/_vercel/image?url=/news/_images/0f-original.jpg&w=8&q=75',
    ],
    [
      'https://img.example/s/rs:fit:8/q:75/plain/https://news.example/news/_images/0f-original.jpg@webp',
      '/news/_images/0f-original.jpg',
    ],
    [
      'https://img.example/s/rs:fit:8/q:75/plain/https://news.example/news/_images/0f-original.jpg',
      '/news/_images/0f-original.jpg',
    ],
    ['https://other.example/news/_images/0f-640.avif', undefined],
    ['/other/_images/0f-640.avif', undefined],
    ['/photo.jpg', undefined],
  ])('are kept by the path of the size that is shown: %s', (address, file) => {
    expect(fileOfPicture(address, '/news', origin)).toBe(file);
    const html = `<article class="article"><img alt="" src="${address.replaceAll('&', '&amp;')}"></article>`;
    expect(articleImagesIn(html, '/news', origin)).toEqual(file === undefined ? [] : [file]);
  });

  it.each([
    ['/_images/0f3a-640.avif', '/_images/0f3a'],
    ['/_images/0f3a-1200.jpg', '/_images/0f3a'],
    ['/_images/0f3a.svg', '/_images/0f3a'],
    ['https://news.example/news/_images/0f3a-square96.webp', '/_images/0f3a-square96'],
    ['/cdn-cgi/image/width=640,format=auto/_images/0f3a-original.jpg', '/_images/0f3a-original'],
    ['/_vercel/image?url=/_images/0f3a-original.jpg&w=640&q=75', '/_images/0f3a-original'],
    ['/_astro/a.1f.css', '/_astro/a.1f.css'],
  ])('belong to one picture: %s', (path, picture) => {
    expect(pictureOf(path)).toBe(picture);
  });
});
