import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCorpus } from '../../../scripts/bench/content-directory.ts';
import { createCorpus } from '../../../scripts/bench/corpus.ts';
import { eleventyContent, hugoContent } from '../../../scripts/bench/peer-content.ts';
import { makePhotos, type Photos, readPhotos, withPhotos } from '../../../scripts/bench/photos.ts';
import { warraqContent } from '../../../scripts/bench/warraq-content.ts';

const size = { width: 300, height: 200 };
let root: string;
let photos: Photos;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'warraq-bench-photos-'));
  photos = await makePhotos(1, 2, size);
});
afterAll(() => rm(root, { recursive: true }));

describe('photos that the bench makes', () => {
  it('are the same for the same seed, and all different', async () => {
    const again = await makePhotos(1, 1, size);
    const other = await makePhotos(2, 1, size);
    expect(again[0]?.equals(photos[0] ?? Buffer.alloc(0))).toBe(true);
    expect(other[0]?.equals(photos[0] ?? Buffer.alloc(0))).toBe(false);
    expect(photos[1]?.equals(photos[0] ?? Buffer.alloc(0))).toBe(false);
  });

  it('are JPEG files with detail', async () => {
    const { format, width, height } = await sharp(photos[0]).metadata();
    expect({ format, width, height }).toEqual({ format: 'jpeg', ...size });
    const { entropy } = await sharp(photos[0]).stats();
    expect(entropy).toBeGreaterThan(6);
  });
});

describe('a corpus with photos', () => {
  it('has one of its own beside each article, which the front matter names', async () => {
    for (const [format, line] of [[warraqContent, 'image'] as const, [eleventyContent, 'photo'] as const]) {
      const directory = await mkdtemp(path.join(root, 'site-'));
      writeCorpus(withPhotos(createCorpus(1), photos), 3, format, directory);
      const files = await readdir(directory, { recursive: true });
      const pictures = files.filter((file) => file.endsWith('.jpg'));
      expect(pictures).toHaveLength(3);
      const bytes = await Promise.all(pictures.map((file) => readFile(path.join(directory, file), 'latin1')));
      expect(new Set(bytes).size).toBe(3);
      for (const picture of pictures) {
        expect((await sharp(path.join(directory, picture)).metadata()).width).toBe(size.width);
        const text = await readFile(path.join(directory, picture.replace(/jpg$/, 'md')), 'utf8');
        expect(text).toContain(`\n${line}: ${path.basename(picture)}\n`);
      }
      expect(readPhotos(path.join(directory, path.dirname(pictures[0] ?? ''))).length).toBeGreaterThan(0);
    }
  });

  it('has none for a generator that shows none', async () => {
    const directory = path.join(root, 'hugo');
    writeCorpus(withPhotos(createCorpus(1), photos), 2, hugoContent, directory);
    expect((await readdir(directory, { recursive: true })).filter((file) => file.endsWith('.jpg'))).toEqual([]);
  });
});
