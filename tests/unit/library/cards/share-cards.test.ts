import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { type ShareCard, shareCardName } from '../../../../src/lib/share-card.ts';
import { openShareCardRenderer, type ShareCardRenderer } from '../../../../src/library/cards/share-card-renderer.ts';
import { createShareCardStore } from '../../../../src/library/cards/share-cards.ts';
import { projectDirectory } from '../../../support/build-site.ts';
import { headlines } from '../../../support/share-cards.ts';

const card = (headline: string, rest: Partial<ShareCard> = {}): ShareCard => ({
  masthead: 'الورّاق',
  label: 'أخبار العالم',
  headline,
  details: 'هدى السالم، سامي الخطيب · 13 يناير 2022',
  ...rest,
});
const cardsOf = (...texts: string[]) => new Map(texts.map((text) => [shareCardName(card(text)), () => card(text)]));

describe('a card', () => {
  let draw: ShareCardRenderer['draw'];
  beforeAll(async () => {
    ({ draw } = await openShareCardRenderer(projectDirectory));
  });

  it.each(headlines)('of «%s» is a PNG of 1200×630 pixels, and light', async (headline) => {
    const bytes = await draw(card(headline));
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(bytes.length).toBeLessThan(50_000);
  });

  it('has the same bytes every time, from every renderer', async () => {
    const { draw: again } = await openShareCardRenderer(projectDirectory);
    for (const headline of headlines) {
      const [one, two, other] = await Promise.all([draw(card(headline)), draw(card(headline)), again(card(headline))]);
      expect(Buffer.compare(one, two), headline).toBe(0);
      expect(Buffer.compare(one, other), headline).toBe(0);
    }
  });

  it('keeps its texts off its edges, whatever their length', async () => {
    const long = 'كلمة '.repeat(300).trim();
    const unbroken = 'ك'.repeat(90);
    for (const headline of [...headlines, long, unbroken]) {
      const masthead = 'صحيفة الاتحاد الأسبوعية لأخبار الشمال والجنوب والشرق والغرب';
      const ink = await inkOf(await draw(card(headline, { masthead })));
      expect(ink.left, headline).toBeGreaterThanOrEqual(40);
      expect(ink.right, headline).toBeLessThanOrEqual(1160);
      expect(ink.top, headline).toBe(48);
      expect(ink.bottom, headline).toBeLessThanOrEqual(620);
    }
  });

  it('cuts a headline that is too long between words, with an ellipsis', async () => {
    const words = (count: number) => Array.from({ length: count }, () => 'السواقي').join(' ');
    const whole = await draw(card(words(200)));
    const isCutTo = async (count: number) => Buffer.compare(whole, await draw(card(`${words(count)}…`))) === 0;
    const counts = Array.from({ length: 80 }, (_, index) => index + 1);
    const shown = counts[(await Promise.all(counts.map(isCutTo))).indexOf(true)] ?? 0;
    expect(shown).toBeGreaterThan(40);
    expect(Buffer.compare(whole, await draw(card(words(shown))))).not.toBe(0);
  });

  it('leaves the details out if the masthead would have to be cut for them', async () => {
    const masthead = 'صحيفة الاتحاد الأسبوعية لأخبار الشمال والجنوب والشرق والغرب';
    const { details: _, ...bare } = card('عنوان', { masthead });
    expect(Buffer.compare(await draw(card('عنوان', { masthead })), await draw(bare))).toBe(0);
  });

  it('sets a short headline larger than a long one', async () => {
    const [short, long] = [await draw(card('عاد النهر')), await draw(card(headlines.at(-1) ?? ''))];
    expect(await tallestLine(short)).toBeGreaterThan(2 * (await tallestLine(long)));
  });
});

describe('the store', () => {
  let root: string;
  const place = (name: string) => path.join(root, name);
  const open = () => createShareCardStore({ engineDirectory: projectDirectory, cacheDirectory: place('cache') });
  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'cards-'));
    folders.push(root);
  });

  it('draws each card once, whichever store is asked for it', async () => {
    const [[name, compose]] = [...cardsOf('واحد')] as [[string, () => ShareCard]];
    const drawn = await open().draw(name, compose);
    expect(await open().draw(name, () => expect.unreachable())).toEqual(drawn);
  });

  it('returns one card by its name for dev, the same as in a build', async () => {
    const cards = cardsOf('واحد');
    const [name = ''] = cards.keys();
    const bytes = await open().read(name, cards);
    const other = createShareCardStore({ engineDirectory: projectDirectory, cacheDirectory: place('other') });
    expect(bytes).toEqual(await other.draw(name, cards.get(name) ?? expect.unreachable));
    expect(await open().read('../../site.yaml', cards)).toBeUndefined();
  });
});

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

test('a name depends on all texts of a card and on their places', () => {
  const names = [
    card('عنوان'),
    card('عنوان', { label: 'تقرير' }),
    card('عنوان', { masthead: 'صدى' }),
    card('عنوان', { details: 'تقرير' }),
    card('تقرير'),
  ].map(shareCardName);
  expect(new Set(names).size).toBe(5);
  expect(shareCardName(card('عنوان'))).toBe(names[0]);
  expect(names[0]).toMatch(/^[0-9a-f]{20}\.png$/);
});

interface Ink {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

async function darkness(
  png: Uint8Array,
): Promise<{ width: number; height: number; isDark(x: number, y: number): boolean }> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, isDark: (x, y) => (data[y * info.width + x] ?? 255) < 128 };
}

/** Finds the bounding box of all dark pixels. */
async function inkOf(png: Uint8Array): Promise<Ink> {
  const { width, height, isDark } = await darkness(png);
  const ink: Ink = { left: width, right: 0, top: height, bottom: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isDark(x, y)) continue;
      ink.left = Math.min(ink.left, x);
      ink.right = Math.max(ink.right, x + 1);
      ink.top = Math.min(ink.top, y);
      ink.bottom = Math.max(ink.bottom, y + 1);
    }
  }
  return ink;
}

/** Measures the height in pixels of the tallest line of text between the rule at the top and the foot. */
async function tallestLine(png: Uint8Array): Promise<number> {
  const { width, isDark } = await darkness(png);
  let tallest = 0;
  let height = 0;
  for (let y = 80; y < 490; y++) {
    const hasInk = Array.from({ length: width }, (_, x) => x).some((x) => isDark(x, y));
    height = hasInk ? height + 1 : 0;
    tallest = Math.max(tallest, height);
  }
  return tallest;
}
