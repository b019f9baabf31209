import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, test } from 'vitest';
import { digestBytes, digestText } from '../../../src/lib/digest.ts';
import { drawableText, shareCardDesign } from '../../../src/lib/share-card.ts';
import { drawLine, palette } from '../../../src/library/share-card-drawing.ts';
import { parseFontFaces } from '../../../src/library/share-card-fonts.ts';
import { projectDirectory } from '../../support/build-site.ts';
import { openEngine } from '../../support/share-cards.ts';

const read = (file: string) => readFileSync(path.join(projectDirectory, file));

test('the name of a card changes with what composes and draws it, the fonts and the engine', () => {
  const fonts = readdirSync(path.join(projectDirectory, 'src/fonts')).filter((file) => file.endsWith('.woff2'));
  const files = [
    'src/lib/line-breaking.ts',
    'src/library/share-card-drawing.ts',
    'src/library/share-card-renderer.ts',
    'src/model/share-card.ts',
    'src/styles/fonts.css',
    ...fonts.sort().map((file) => `src/fonts/${file}`),
  ];
  const engine = JSON.parse(read('package.json').toString('utf8')).dependencies['@takumi-rs/core'];
  const design = digestText([engine, ...files.map((file) => digestBytes(read(file)))].join('\n'));
  expect(shareCardDesign, 'Write this digest into src/lib/share-card.ts.').toBe(design);
});

test('the colours are those of the light theme', () => {
  const tokens = read('src/styles/tokens.css').toString('utf8');
  for (const [name, colour] of Object.entries(palette)) expect(tokens).toContain(`--${name}: light-dark(${colour},`);
});

test('the faces of a style sheet are read, a variable one without a weight', () => {
  const css = `@font-face { font-family: 'A'; font-weight: 400 700; src: url('../fonts/a.woff2') format('woff2');
    unicode-range: U+0020, U+0600-06FF; }
    @font-face { font-weight: 700; font-family: "B C"; src: url(b.woff2); unicode-range: U+41-5A; }`;
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

test('every sign that cards keep has a glyph', async () => {
  const engine = await openEngine();
  const draw = async (text: string) =>
    (await engine.render(drawLine(text, 60, 1.4), { width: 300, height: 120, format: 'raw', lang: 'ar' })).toString(
      'latin1',
    );
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
