import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tallyBody } from '../../../../src/importers/newsroom/count-source.ts';
import { createTally, sumByKind } from '../../../../src/importers/newsroom/tally.ts';
import { convertBody } from '../../../../src/importers/wordpress/body.ts';

const photo = 'https://old.example/uploads/a.jpg';
const lost = 'https://old.example/uploads/lost.jpg';

/** Parts of bodies, each with what it is counted as. */
const written: readonly (readonly [html: string, counted: readonly string[]])[] = [
  [`<p>قبل <img src="${photo}" alt="نهر"> بعد</p>`, ['images came']],
  [`<figure><img src="${lost}"><figcaption>تعليق</figcaption></figure>`, ['images left']],
  [`<p><a href="https://other.example/a">خارج</a></p>`, ['links came']],
  [`<blockquote><p><a href="https://old.example/gone/">زال</a></p></blockquote>`, ['links left']],
  [`<p><a href="https://other.example/b"><img src="${photo}"></a></p>`, ['links came', 'images came']],
  [`<ul><li><a href="https://other.example/c">في قائمة</a></li></ul>`, ['links came']],
  ['<p>https://other.example/d</p>', ['links came']],
  ['<iframe src="https://map.example/1"></iframe>', ['embeds changed']],
  ['<p>https://youtu.be/W4rrAq0x3nE</p>', ['embeds came']],
  ['<iframe src="https://www.youtube.com/embed/W4rrAq0x3nE"></iframe>', ['embeds came']],
  ['<audio src="https://other.example/a.mp3"></audio>', ['recordings came']],
  ['<audio src="https://old.example/gone.mp3"></audio>', ['recordings left']],
  ['<script>1</script>', ['programs left']],
  ['[gallery ids="1,2"]', ['shortcodes came', 'images came', 'images came']],
  ['[poll id="3"]سؤال[/poll]', ['shortcodes left']],
  ['<!-- wp:latest-posts {"order":"asc"} /-->', ['blocks left']],
  ['<!-- wp:paragraph --><p>نص</p><!-- /wp:paragraph -->', []],
];

function count(html: string): Record<string, number> {
  const tally = createTally();
  const galleryImages = (ids: readonly string[]) => ids.map((id) => ({ address: photo, id, caption: '' }));
  const parts = { findGallery: galleryImages, sharedBlock: () => undefined, footnotes: [] };
  const context = {
    title: 'عنوان',
    image: (address: string) => (address === photo ? { src: 'a.jpg', alt: '' } : undefined),
    link: (address: string) => (address.startsWith('https://old.example/') ? undefined : address),
    file: () => undefined,
    titleAt: () => undefined,
  };
  tallyBody(tally, convertBody(html, parts, context));
  const sums = sumByKind(tally.rows()).flatMap(({ kind, came, changed, left }) =>
    Object.entries({ [`${kind} came`]: came, [`${kind} changed`]: changed, [`${kind} left`]: left }),
  );
  return Object.fromEntries(sums.filter(([, number]) => number > 0));
}

it.each(written)('%s is counted once', (html, counted) => {
  expect(count(html)).toEqual(countBy(counted));
});

it('counts all parts of a body, whatever they stand beside', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...written), { maxLength: 8 }), (chosen) => {
      const body = chosen.map(([html]) => html).join('\n\n');
      expect(count(body)).toEqual(countBy(chosen.flatMap(([, counted]) => counted)));
    }),
    { seed: 24, numRuns: 150 },
  );
});

function countBy(names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]));
}
