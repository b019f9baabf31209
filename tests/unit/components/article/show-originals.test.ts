import { expect, it } from 'vitest';
import { showOriginals } from '../../../../src/components/article/show-originals.ts';

const picture = { src: '/_images/b-original.png', width: 2000, height: 1000, sources: [] };
const of = { src: '/_images/a-1200.jpg', width: 1200, height: 600, sources: [] };
const sources = '<source type="image/webp" srcset="/_images/a-320.webp 320w" sizes="(min-width: 64rem) 40rem, 100vw">';

it.each([
  [
    'a picture with sizes',
    `<p>قبل</p><picture>${sources}<img src="/_images/a-1200.jpg" alt="أ > ب" width="1200" height="600" loading="lazy"></picture>`,
    '<p>قبل</p><picture><img src="/_images/b-original.png" alt="أ > ب" width="2000" height="1000" loading="lazy"></picture>',
  ],
  [
    'a picture of a gallery, with the link to its file',
    `<a href="/_images/a-1200.jpg"><picture>${sources}\n<img src="/_images/a-1200.jpg" width="1200" height="600"/></picture></a>`,
    '<a href="/_images/b-original.png"><picture><img src="/_images/b-original.png" width="2000" height="1000"/></picture></a>',
  ],
  [
    'an image without other formats',
    '<img src="/_images/a-1200.jpg" width="1200" height="600">',
    '<img src="/_images/b-original.png" width="2000" height="1000">',
  ],
])('%s is replaced by its original', (_, html, shown) => {
  expect(showOriginals(html, [{ of, picture }])).toBe(shown);
});

it('other pictures stay as they are', () => {
  const html = `<picture>${sources}<img src="/_images/c-1200.jpg" width="1200" height="600"></picture>`;
  expect(showOriginals(html, [{ of, picture }])).toBe(html);
  expect(showOriginals(html, [])).toBe(html);
});
