import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { joinGlyphs } from '../../../../src/library/theme/glyph-paths.ts';
import { drawNameplate, engineNameplateFont } from '../../../../src/library/theme/nameplate.ts';
import { projectDirectory } from '../../../support/build-site.ts';

const cacheDirectory = mkdtempSync(path.join(tmpdir(), 'nameplates-'));
afterAll(() => rmSync(cacheDirectory, { recursive: true }));
const options = { cacheDirectory, fingerprint: 'f' };
const ownFont = {
  files: [
    {
      absolute: path.join(projectDirectory, 'src/fonts/warraq-sans-arabic.woff2'),
      weight: [700, 700] as const,
    },
  ],
};

describe('the name of a paper', () => {
  it.each([
    ['الورّاق', engineNameplateFont, 2302],
    // Marks stand over the letters and take no room.
    ['الوَرَّاقُ', engineNameplateFont, 2302],
    ['صحيفة Warraq اليوم', engineNameplateFont, 8860],
    ['وكالة أنباء الشرق الأوسط', engineNameplateFont, 9278],
    ['الورّاق', ownFont, 2316],
  ])('«%s» is drawn in the letters of its font (%#)', async (name, font, width) => {
    const drawn = await drawNameplate(name, font, options);
    expect(drawn?.width).toBe(width);
    expect(drawn?.path).toMatch(/^(M-?\d+ -?\d+[^MA-Y]+Z)+$/);
  });

  it.each([
    ['a letter is missing', 'جريدة ھلال', engineNameplateFont],
    ['letters of another script are missing', 'جريدة Sada', ownFont],
    ['it is an emoji', 'الورّاق 📰', engineNameplateFont],
    ['it does not fit in a line', 'صحيفة المساء الأسبوعية المصورة للعلوم والآداب والفنون', engineNameplateFont],
  ])('stays text where %s', async (_reason, name, font) => {
    expect(await drawNameplate(name, font, options)).toBeUndefined();
  });

  it('is the same when it comes from the cache, and costs a page less than 1,200 bytes', async () => {
    const [first, second] = [
      await drawNameplate('الورّاق', engineNameplateFont, options),
      await drawNameplate('الورّاق', engineNameplateFont, options),
    ];
    expect(second).toEqual(first);
    expect(brotliCompressSync(first?.path ?? '').length).toBeLessThan(1200);
  });
});

describe('the drawing of a line', () => {
  const drawing = (...uses: string[]) =>
    `<svg xmlns="x" width="99.2" height="9"><g fill="#000">${uses.join('')}</g><defs><path id="g0" d="M1.5-2q3 4 5 6Zm1 1Z"/></defs></svg>`;

  it.each([
    [drawing('<use href="#g0" x="0" y="0"/>'), { width: 100, path: 'M2 -2q3 4 5 6Zm1 1Z' }],
    [
      drawing('<use href="#g0" x="10" y="20.2"/>', '<use href="#g0" x="-3" y="0"/>'),
      { width: 100, path: 'M12 18q3 4 5 6Zm1 1ZM-1 -2q3 4 5 6Zm1 1Z' },
    ],
    // A line of one glyph, «و», has no group.
    [drawing('<use href="#g0" x="0" y="0" fill="#000"/>'), { width: 100, path: 'M2 -2q3 4 5 6Zm1 1Z' }],
    [drawing('<use href="#g0" x="0" y="0"/>', '<image href="data:"/>'), undefined],
    [drawing('<use href="#g1" x="0" y="0"/>'), undefined],
    [drawing(), undefined],
  ])('%s becomes one path', (svg, joined) => {
    expect(joinGlyphs(svg)).toEqual(joined);
  });
});
