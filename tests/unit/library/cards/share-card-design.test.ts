import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, test } from 'vitest';
import { digestBytes, digestValue } from '../../../../src/lib/digest.ts';
import { defaultPalettes } from '../../../../src/lib/palette.ts';
import { drawableText, shareCardVersion } from '../../../../src/lib/share-card.ts';
import { drawLine, styleOf } from '../../../../src/library/cards/share-card-drawing.ts';
import { parseFontFaces, readCardFonts } from '../../../../src/library/cards/share-card-fonts.ts';
import { openShareCardRenderer, renderOptions } from '../../../../src/library/cards/share-card-renderer.ts';
import { projectDirectory } from '../../../support/build-site.ts';
import { headlines, openEngine } from '../../../support/share-cards.ts';

const read = (file: string) => readFileSync(path.join(projectDirectory, file));

/**
 * The digest of how cards are drawn (Takumi's version, the fonts, and the drawings of cards of every kind), and the
 * `shareCardVersion` that it belongs to.
 */
const drawnInVersion = { version: '4c1e92d07ab35f6810ce', digest: '69f26990be5a8c710b23' };

test('the version in the names of cards changes with their design', async () => {
  const { layOut } = await openShareCardRenderer(projectDirectory);
  const drawings: unknown[] = [];
  for (const headline of headlines) {
    drawings.push(
      await layOut({ masthead: 'الورّاق', label: 'أخبار العالم', headline, details: 'هدى السالم · 13 يناير 2022' }),
    );
    drawings.push(await layOut({ masthead: 'صحيفة الاتحاد الأسبوعية لأخبار الشمال والجنوب', headline }));
  }
  const fonts = await readCardFonts(projectDirectory);
  const engine = JSON.parse(read('package.json').toString('utf8')).dependencies['@takumi-rs/core'];
  const faces = fonts.map(({ data, ...face }) => [face, digestBytes(data as Uint8Array)]);
  const digest = digestValue([engine, renderOptions, faces, drawings]);
  const advice = 'Cards look different now: change shareCardVersion in src/lib/share-card.ts, and both values here.';
  expect({ version: shareCardVersion, digest }, advice).toEqual(drawnInVersion);
});

test('the colours are those of the light theme', () => {
  expect(styleOf().palette).toBe(defaultPalettes.light);
});

test('the faces of a style sheet that have files are read, a variable one without a weight', () => {
  const css = `@font-face { font-family: 'A'; font-weight: 400 700; src: url('../fonts/a.woff2') format('woff2');
    unicode-range: U+0020, U+0600-06FF; }
    @font-face { font-weight: 700; font-family: "B C"; src: url(b.woff2); unicode-range: U+41-5A; }
    @font-face { font-family: 'Of the device'; src: local('Tahoma'); size-adjust: 90%; }`;
  expect(parseFontFaces(css)).toEqual([
    {
      name: 'A',
      url: '../fonts/a.woff2',
      unicodeRange: [
        [0x20, 0x20],
        [0x600, 0x6ff],
      ],
    },
    { name: 'B C', url: 'b.woff2', weight: 700, unicodeRange: [[0x41, 0x5a]] },
  ]);
});

test('every character that cards keep has a glyph', async () => {
  const engine = await openEngine();
  const draw = async (text: string) =>
    (
      await engine.render(drawLine(text, 60, 1.4, styleOf()), { width: 300, height: 120, format: 'raw', lang: 'ar' })
    ).toString('latin1');
  const plain = await draw('ب');
  const signs = Array.from({ length: 0x2100 }, (_, code) => String.fromCodePoint(code)).filter(
    (sign) => /[^\p{Z}\p{C}]/u.test(sign) && drawableText(sign) === sign,
  );
  const unseen: string[] = [];
  for (const sign of signs) if ((await draw(`ب${sign}`)) === plain) unseen.push(sign);
  expect(signs.length).toBeGreaterThan(250);
  for (const absent of ['☎', '千', 'Ж', 'ۖ']) expect(await draw(`ب${absent}`), absent).toBe(plain);
  expect(unseen).toEqual([]);
});

it.each<[written: string, drawn: string | undefined]>([
  ['عنوان', 'عنوان'],
  ['NATO وروسيا: 75٪', 'NATO وروسيا: 75٪'],
  ['فوز كبير 🎉 اليوم', 'فوز كبير اليوم'],
  ['سطر\nوسطر', 'سطر وسطر'],
  ['قرآنۖ كريم', 'قرآن كريم'],
  ['\u2067معزول\u2069', 'معزول'],
  ['Cafe\u0301', 'Café'],
  ['🎉', ''],
  ['فيلم Привет', undefined],
  ['ێک', undefined],
  ['千と千尋', undefined],
])('of %j a card shows %j', (written, drawn) => {
  expect(drawableText(written)).toBe(drawn);
});
