import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImageStore } from '../../../src/library/images/images.ts';
import { createPhotoEncoder } from '../../../src/library/images/photo-encoder.ts';
import { openLibrary } from '../../../src/library/library.ts';
import { findImageFiles, findWaitingPhotos } from '../../../src/site-build/photos.ts';
import { preparePhotos } from '../../../src/site-build/prepare-photos.ts';
import { writeContent } from '../../support/write-content.ts';

let root: string;
let environment: { contentDirectory: string; publicDirectory: string; cacheDirectory: string };
const ledger = { entries: new Map() };

/** A newsroom with a portrait and five articles, each with a photo of its own; article 5 is the newest. */
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'photos-'));
  const [contentDirectory = '', publicDirectory = '', cacheDirectory = ''] = ['content', 'public', 'cache'].map(
    (name) => path.join(root, name),
  );
  environment = { contentDirectory, publicDirectory, cacheDirectory };
  const articles = [3, 5, 1, 2, 4].flatMap((number) => [
    [`articles/a${number}.md`, articleText(number)],
    [`articles/p${number}.jpg`, ''],
  ]);
  await writeContent(contentDirectory, {
    'site.yaml': 'title: صدى\ndescription: أخبار\nurl: https://sada.example\n',
    'authors/huda.yaml': 'name: هدى\nimage: huda.jpg\n',
    'categories/local.yaml': 'name: محليات\n',
    'authors/huda.jpg': '',
    ...Object.fromEntries(articles),
  });
  await drawPhoto('authors/huda.jpg', 9);
  for (const number of [1, 2, 3, 4, 5]) await drawPhoto(`articles/p${number}.jpg`, number);
});

/** What a killed process has started may write a last file. */
afterEach(() => rm(root, { recursive: true, maxRetries: 20 }));

function articleText(number: number): string {
  const image = `image:\n  src: p${number}.jpg\n  alt: جسر`;
  const matter = `id: k7q${number}m\ntitle: خبر\nauthor: huda\ncategory: local\ndate: 2026-11-0${number} 10:00\n${image}`;
  return `---\n${matter}\n---\nنص.\n`;
}

async function drawPhoto(file: string, shade: number): Promise<void> {
  const background = { r: shade * 20, g: 90, b: 40 };
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background } });
  await image.jpeg().toFile(path.join(environment.contentDirectory, file));
}

async function open() {
  const library = await openLibrary({
    ...environment,
    now: Date.parse('2026-12-01'),
    includeUnpublished: false,
    fingerprint: 'test',
  });
  expect(library.problems).toEqual([]);
  const store = createImageStore(environment, library.site);
  const encoder = createPhotoEncoder(store, environment.cacheDirectory, () => undefined);
  return { library, store, encoder };
}

/** Prepares the photos of a build whose clock goes on by `step` minutes whenever it is asked. */
async function prepare(imageMinutes: number | undefined, step = 1, isEnded = false) {
  const { library, store, encoder } = await open();
  if (isEnded) await encoder.end();
  const notices: string[] = [];
  const told: string[] = [];
  let clock = 0;
  const source = { environment, library, ledger, years: undefined, imageMinutes };
  const listener = {
    progress: { tell: (stage: string) => told.push(stage), end: () => undefined },
    onNotice: (notice: string) => notices.push(notice),
  };
  const now = () => {
    clock += step;
    return (clock - step) * 60_000;
  };
  const prepared = await preparePhotos(source, store, encoder, listener, now);
  const made = await Promise.all(prepared.images.map((image) => image.make()));
  await encoder.end();
  const names = prepared.images.map((image) => path.basename(image.path));
  return { ...prepared, notices, told, files: new Map(names.map((name, index) => [name, made[index]])) };
}

function originalsIn(files: ReadonlyMap<string, unknown>): number {
  return [...files.keys()].filter((name) => name.includes('-original.')).length;
}

describe('photos', () => {
  it('are encoded after those of authors from the newest article on', async () => {
    const { library, store } = await open();
    const files = await findImageFiles(library, store);
    const waiting = findWaitingPhotos(files, library, store, ledger, environment.cacheDirectory);
    expect(waiting.map(({ sources, mayWait }) => [...sources, mayWait])).toEqual([
      ['authors/huda.jpg', false],
      ['articles/p5.jpg', true],
      ['articles/p4.jpg', true],
      ['articles/p3.jpg', true],
      ['articles/p2.jpg', true],
      ['articles/p1.jpg', true],
    ]);
  });

  it('are all published in their sizes without a budget', async () => {
    const { files, library, notices } = await prepare(undefined);
    expect([originalsIn(files), library.originals, notices]).toEqual([0, undefined, []]);
  });

  it('wait for the next builds when the budget is used up, the oldest last', async () => {
    const first = await prepare(3);
    expect([...(first.library.originals?.keys() ?? [])].sort()).toEqual([
      'articles/p1.jpg',
      'articles/p2.jpg',
      'articles/p3.jpg',
    ]);
    expect(first.notices).toEqual([
      'انتهى وقت الصور في هذا البناء، فنُشرت 3 صور كما هي إلى أن تصنع الأبنية التالية مقاساتها.',
    ]);
    expect(originalsIn(first.files)).toBe(3);
    const second = await prepare(3);
    expect(second.notices).toEqual([
      'انتهى وقت الصور في هذا البناء، فنُشرت صورة واحدة كما هي إلى أن تصنع الأبنية التالية مقاساتها.',
    ]);
    const third = await prepare(3);
    expect(third.notices).toEqual([]);
    await rm(environment.cacheDirectory, { recursive: true });
    expect(third.files).toEqual((await prepare(undefined)).files);
  });

  it('are told of by no build that has failed meanwhile', async () => {
    expect((await prepare(3, 1, true)).notices).toEqual([]);
  });

  it('of authors do not wait', async () => {
    const { files, library } = await prepare(0);
    expect(originalsIn(files)).toBe(5);
    expect([...files.keys()].filter((name) => name.includes('-square'))).toHaveLength(3);
    expect([...(library.originals?.values() ?? [])].map(({ picture }) => [picture.width, picture.sources])).toEqual(
      Array.from({ length: 5 }, () => [60, []]),
    );
  });

  it('are encoded beside a damaged one, which is named', async () => {
    const { library, store, encoder } = await open();
    const files = await findImageFiles(library, store);
    const photo = path.join(environment.contentDirectory, 'articles/p3.jpg');
    const bytes = await readFile(photo);
    await writeFile(photo, bytes.subarray(0, bytes.length / 2));
    await encoder.encode(findWaitingPhotos(files, library, store, ledger, environment.cacheDirectory));
    const taken = await Promise.all([...files].map(([name, origin]) => encoder.take(name, origin)));
    const problems = taken.filter((each) => !(each instanceof Uint8Array));
    expect(new Set(problems.map((problem) => JSON.stringify(problem)))).toEqual(
      new Set([
        JSON.stringify({
          file: 'articles/p3.jpg',
          line: 1,
          message: 'ملف الصورة «p3.jpg» تالف أو ليس صورة. احفظه من جديد بصيغة JPEG أو PNG أو SVG.',
        }),
      ]),
    );
    expect(taken.length).toBeGreaterThan(problems.length);
  });

  it('that are done are kept when the process is killed', async () => {
    const { library, store } = await open();
    const files = await findImageFiles(library, store);
    const photos = findWaitingPhotos(files, library, store, ledger, environment.cacheDirectory);
    const script = path.join(import.meta.dirname, '../../support/encode-and-die.ts');
    const run = () =>
      execFileSync(process.execPath, [script, JSON.stringify(environment), JSON.stringify(photos), '3'], {
        stdio: 'ignore',
      });
    expect(run).toThrow(expect.objectContaining({ signal: 'SIGKILL' }));
    const left = findWaitingPhotos(files, library, store, ledger, environment.cacheDirectory);
    expect(left.length).toBeLessThanOrEqual(3);
    expect((await readdir(path.join(environment.cacheDirectory, '_images'))).length).toBeGreaterThan(0);
  });
});
