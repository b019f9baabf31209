import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCache } from '../../../../src/library/cache/cache.ts';
import { ContentError } from '../../../../src/library/content/content-error.ts';
import {
  encodeImages,
  encodingSettings,
  fallbackWidthFor,
  widthsFor,
} from '../../../../src/library/images/image-encoding.ts';
import { createImageStore, filesOfPicture, portraitOf } from '../../../../src/library/images/images.ts';
import { originalSettings } from '../../../../src/library/images/original.ts';
import type { Picture } from '../../../../src/markdown/types.ts';
import { planImages } from '../../../../src/site-build/photos.ts';
import { openLedger } from '../../../../src/site-build/publish/ledger.ts';
import { publish } from '../../../../src/site-build/publish/publish.ts';
import { openStagedFolders } from '../../../../src/site-build/publish/staged-folders.ts';

const article = 'articles/2026/08/eclipse.md';
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320.4 200"><rect width="320" height="200"/></svg>';
const noise = { noise: { type: 'gaussian', mean: 128, sigma: 40 } } as const;

let root: string;
let directories: { contentDirectory: string; publicDirectory: string; cacheDirectory: string };

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'images-'));
  directories = {
    contentDirectory: path.join(root, 'content'),
    publicDirectory: path.join(root, 'public'),
    cacheDirectory: path.join(root, 'cache'),
  };
  await mkdir(path.join(root, 'content/articles/2026/08'), { recursive: true });
  await mkdir(path.join(root, 'public'), { recursive: true });
});

afterEach(() => rm(root, { recursive: true }));

function beside(name: string): string {
  return path.join(root, 'content/articles/2026/08', name);
}

function photo(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const background = { r: 180, g: 60, b: 40, ...(channels === 4 && { alpha: 0.5 }) };
  return sharp({ create: { width, height, channels, background } });
}

async function resolved(src: string, from = article): Promise<Picture> {
  const picture = await createImageStore(directories).resolve(src, from);
  if ('problem' in picture) throw new Error(picture.problem);
  return picture;
}

async function encodeImage(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  return (await encodeImages(bytes, [name])).get(name) ?? bytes;
}

async function problemWith(src: string, from = article): Promise<string | undefined> {
  const picture = await createImageStore(directories).resolve(src, from);
  return 'problem' in picture ? picture.problem : undefined;
}

/** Publishes these images into `site/`, as a build does, and returns the names of their files. */
async function written(leads: string[], inBodies: string[] = [], portraits: string[] = []): Promise<string[]> {
  const store = createImageStore(directories);
  const outputs = planImages(await store.filesOf(leads, inBodies, portraits), { take: store.encode });
  const outputDirectory = path.join(root, 'site');
  const cache = openCache(directories.cacheDirectory);
  await publish(new Map(outputs.map((output) => [output.path, output])), [], {
    outputDirectory,
    stageDirectory: path.join(root, 'stage'),
    stagedFolders: openStagedFolders(path.join(root, 'work')),
    cache,
    ledger: openLedger(cache, outputDirectory),
  });
  return (await readdir(path.join(outputDirectory, '_images'))).sort();
}

const widths = [320, 800, 1400];

describe('the widths of an image', () => {
  it.each([
    [6000, [320, 800, 1400], 1200],
    [1400, [320, 800, 1400], 1200],
    [1300, [320, 800, 1300], 1200],
    [910, [320, 800], 910],
    [800, [320, 800], 800],
    [799, [320, 799], 799],
    [360, [320], 360],
    [320, [320], 320],
    [300, [300], 300],
    [1, [1], 1],
  ])('of %i pixels are no wider than the image', (width, expected, fallback) => {
    expect(widthsFor(widths, width)).toEqual(expected);
    expect(fallbackWidthFor(width)).toBe(fallback);
  });
});

describe('the widths of a very tall image', () => {
  it.each([
    [1080, 20_000, [320, 800], 884],
    [1080, 30_000, [320, 589], 589],
    [300, 16_000, [300], 300],
    [300, 17_000, [289], 289],
  ])('of %i × %i are those that the formats can hold', (width, height, expected, fallback) => {
    expect(widthsFor(widths, width, height)).toEqual(expected);
    expect(fallbackWidthFor(width, height)).toBe(fallback);
  });

  it('are none if nothing of it could be read', async () => {
    await photo(300, 21_000).png().toFile(beside('scroll.png'));
    expect(await problemWith('scroll.png')).toContain('scroll.png');
  });
});

describe('resolving', () => {
  it('offers WebP in every width, and a JPEG with its size as the fallback', async () => {
    await photo(2000, 1000).jpeg().toFile(beside('sun.jpg'));
    const picture = await resolved('sun.jpg');
    const stem = /^\/_images\/([0-9a-f]+)-1200\.jpg$/.exec(picture.src)?.[1];
    const srcset = (extension: string) =>
      [320, 800, 1400].map((width) => `/_images/${stem}-${width}.${extension} ${width}w`).join(', ');
    expect(picture).toEqual({
      src: `/_images/${stem}-1200.jpg`,
      width: 1200,
      height: 600,
      sources: [{ type: 'image/webp', srcset: srcset('webp') }],
      social: `/_images/${stem}-social.jpg`,
      source: 'articles/2026/08/sun.jpg',
    });
  });

  it('offers the formats and widths that the site has chosen', async () => {
    await photo(2000, 1000).jpeg().toFile(beside('sun.jpg'));
    const chosen = { url: '', images: { formats: ['avif' as const, 'webp' as const], widths: [400, 1800] } };
    const resolve = (images: object) =>
      createImageStore(directories, { ...chosen, images: { ...chosen.images, ...images } }).resolve('sun.jpg', article);
    const { src, sources } = (await resolve({})) as Picture;
    const stem = src.replace('-1200.jpg', '');
    expect(sources).toEqual(
      ['avif', 'webp'].map((extension) => ({
        type: `image/${extension}`,
        srcset: `${stem}-400.${extension} 400w, ${stem}-1800.${extension} 1800w`,
      })),
    );
    const inJpeg = { type: 'image/jpeg', srcset: `${stem}-400.jpg 400w, ${stem}-1800.jpg 1800w` };
    const plain = (await resolve({ formats: [] })) as Picture;
    expect(plain).toMatchObject({ src, sources: [inJpeg] });
    const square = { type: 'image/jpeg', srcset: `${stem}-square96.jpg 96w, ${stem}-square192.jpg 192w` };
    const images = { formats: [], widths: [400] };
    expect(portraitOf(plain, { url: '', images })).toMatchObject({ src: `${stem}-square192.jpg`, sources: [square] });
  });

  it('reads the size of a drawing from its viewBox and leaves the file as it is', async () => {
    await writeFile(beside('map.svg'), drawing);
    const picture = await resolved('map.svg');
    expect(picture).toMatchObject({ width: 320, height: 200, sources: [] });
    expect(picture.src).toMatch(/^\/_images\/[0-9a-f]+\.svg$/);
    expect(await written(['articles/2026/08/map.svg'])).toEqual(filesOfPicture(picture, true).sort());
    expect(await readFile(path.join(root, 'site', picture.src), 'utf8')).toBe(drawing);
  });

  it.each([
    ['width and height', '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"/>', 64, 32],
    ['single quotes', "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0,0,10,20'/>", 10, 20],
    [
      'a viewBox that outranks the size',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 3 4"/>',
      3,
      4,
    ],
  ])('reads the size of a drawing from %s', async (_, svg, width, height) => {
    await writeFile(beside('d.svg'), svg);
    expect(await resolved('d.svg')).toMatchObject({ width, height });
  });

  it('rotates a photograph as EXIF says', async () => {
    await photo(600, 400).withMetadata({ orientation: 6 }).jpeg().toFile(beside('turned.jpg'));
    const picture = await resolved('turned.jpg');
    expect(picture.width / picture.height).toBeCloseTo(400 / 600);
  });

  it('keeps the transparency of a PNG in the fallback', async () => {
    await photo(300, 300, 4).png().toFile(beside('seal.png'));
    await photo(300, 300).png().toFile(beside('opaque.png'));
    expect((await resolved('seal.png')).src).toMatch(/-300\.png$/);
    expect((await resolved('opaque.png')).src).toMatch(/-300\.jpg$/);
  });

  it('keeps an animation as it is, and treats a still GIF like a photograph', async () => {
    const frames = [photo(20, 10), photo(20, 10)].map((frame, index) =>
      frame.tint({ r: index * 99, g: 9, b: 9 }).png(),
    );
    const buffers = await Promise.all(frames.map((frame) => frame.toBuffer()));
    await sharp(buffers, { join: { animated: true } })
      .gif({ delay: [90, 90] })
      .toFile(beside('moving.gif'));
    await photo(20, 10).gif().toFile(beside('still.gif'));
    const moving = await resolved('moving.gif');
    expect(moving.src).toMatch(/^\/_images\/[0-9a-f]+\.gif$/);
    expect(moving).toMatchObject({ width: 20, height: 10, sources: [] });
    expect((await resolved('still.gif')).sources).toHaveLength(1);
  });

  it.each([
    ['as written', 'صورة الكسوف.jpg', 'صورة الكسوف.jpg'],
    ['percent-encoded', 'صورة الكسوف.jpg', encodeURIComponent('صورة الكسوف.jpg')],
    ['with ./', 'sun.jpg', './sun.jpg'],
    ['from a folder above', 'sun.jpg', '../08/sun.jpg'],
    ['decomposed on disk', 'أحمد.jpg'.normalize('NFD'), 'أحمد.jpg'.normalize('NFC')],
    ['decomposed in the text', 'أحمد.jpg'.normalize('NFC'), 'أحمد.jpg'.normalize('NFD')],
    ['with a stray %', 'نسبة 50%.jpg', 'نسبة 50%.jpg'],
    ['with what looks encoded', 'a%20b.jpg', 'a%20b.jpg'],
  ])('finds a file named %s', async (_, onDisk, src) => {
    await photo(10, 10).jpeg().toFile(beside(onDisk));
    expect((await resolved(src)).source).toBe(`articles/2026/08/${onDisk}`);
  });

  it('finds what starts with / in public, and resolves a source again from anywhere', async () => {
    await photo(10, 10).jpeg().toFile(path.join(root, 'public/logo.jpg'));
    const picture = await resolved('/logo.jpg');
    expect(picture.source).toBe('/logo.jpg');
    expect(await resolved('/logo.jpg', '')).toEqual(picture);
  });

  it('names files by their bytes alone, wherever they are', async () => {
    await photo(10, 10).jpeg().toFile(beside('a.jpg'));
    await copyFile(beside('a.jpg'), path.join(root, 'public/copy.jpg'));
    await photo(10, 11).jpeg().toFile(beside('b.jpg'));
    expect((await resolved('/copy.jpg')).src).toBe((await resolved('a.jpg')).src);
    expect((await resolved('b.jpg')).src).not.toBe((await resolved('a.jpg')).src);
  });

  it('sees that a file has changed, also through the cache of an earlier run', async () => {
    await photo(10, 10).jpeg().toFile(beside('a.jpg'));
    const before = await resolved('a.jpg');
    await photo(12, 10).jpeg().toFile(beside('a.jpg'));
    await utimes(beside('a.jpg'), new Date(), new Date(Date.now() + 5000));
    expect(await resolved('a.jpg')).toMatchObject({ width: 12 });
    expect((await resolved('a.jpg')).src).not.toBe(before.src);
  });

  it('does not read an unchanged file again in the next run', async () => {
    await photo(10, 10).jpeg().toFile(beside('a.jpg'));
    await utimes(beside('a.jpg'), 1000, 1000);
    const { size } = await stat(beside('a.jpg'));
    const before = await resolved('a.jpg');
    await writeFile(beside('a.jpg'), 'x'.repeat(size));
    await utimes(beside('a.jpg'), 1000, 1000);
    expect(await resolved('a.jpg')).toEqual(before);
  });

  it.each(['measured-images', 'image-origins'])(
    'measures anew once names of sizes or of originals are made otherwise: %s',
    async (table) => {
      await photo(80, 40).jpeg().toFile(beside('a.jpg'));
      await resolved('./a.jpg');
      const { cacheVersion = '' } = openCache(directories.cacheDirectory).peek(table) ?? {};
      expect(cacheVersion.split(' ')).toEqual(expect.arrayContaining([encodingSettings, originalSettings]));
    },
  );

  it('encodes no file', async () => {
    await photo(900, 900).jpeg().toFile(beside('a.jpg'));
    await resolved('a.jpg');
    const cached = await readdir(directories.cacheDirectory, { recursive: true });
    expect(cached.filter((name) => /\.(?:avif|webp|jpg|png)$/.test(name))).toEqual([]);
  });
});

describe('a problem', () => {
  it('names a missing file', async () => {
    expect(await problemWith('nothing.jpg')).toBe(
      'لا ملف للصورة «nothing.jpg». المسار يُحسب من مكان هذا الملف، وما بدأ بـ / فمن content/public.',
    );
  });

  it('suggests the file of the folder with the nearest name, both names decoded', async () => {
    await photo(10, 10).jpeg().toFile(beside('كسوف الشمس.jpg'));
    expect(await problemWith(encodeURI('كسوف الشمش.jpg'))).toBe(
      'لا ملف للصورة «كسوف الشمش.jpg». لعلك تقصد «كسوف الشمس.jpg».',
    );
  });

  it('is reported for a path that leaves the content directory', async () => {
    await photo(10, 10).jpeg().toFile(path.join(root, 'secret.jpg'));
    expect(await problemWith('../../../../secret.jpg')).toMatch(/^الصورة «.*» خارج مجلد المحتوى، فلا تُنشر/);
    expect(await problemWith('/../secret.jpg')).toMatch(/^الصورة «.*» خارج مجلد المحتوى، فلا تُنشر/);
  });

  it.each([
    ['text', 'ليست صورة'],
    ['nothing', ''],
    ['half a head', '\x89PNG\r\n\x1a\n'],
  ])('is reported for a file that has %s', async (_, content) => {
    await writeFile(beside('bad.png'), content, 'latin1');
    expect(await problemWith('bad.png')).toBe(
      'ملف الصورة «bad.png» تالف أو ليس صورة. احفظه من جديد بصيغة JPEG أو PNG أو SVG.',
    );
  });

  it.each(['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const)('is reported for a cut-off %s', async (format) => {
    const whole = await sharp({ create: { width: 500, height: 400, channels: 3, background: '#000', ...noise } })
      .toFormat(format)
      .toBuffer();
    await writeFile(beside('whole.png'), whole);
    expect(await problemWith('whole.png')).toBeUndefined();
    for (const part of [0.99, 0.5]) {
      const name = `cut-${part}.png`;
      await writeFile(beside(name), whole.subarray(0, whole.length * part));
      expect(await problemWith(name)).toContain(`ملف الصورة «${name}» تالف`);
    }
  });

  it.each([
    ['photo.heic', '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00'],
    ['photo.bmp', 'BM\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'],
    ['cover.psd', '8BPS\x00\x01\x00\x00\x00\x00\x00\x00'],
  ])('is reported for %s, which browsers do not show', async (name, head) => {
    await writeFile(beside(name), head, 'latin1');
    expect(await problemWith(name)).toBe(`صيغة الصورة «${name}» لا تعرضها المتصفحات. احفظها بصيغة JPEG أو PNG أو SVG.`);
  });

  it.each([
    ['a script', '<script>alert(1)</script>', '<script>'],
    ['a handler', '<rect onload="alert(1)"/>', 'onload="alert(1)"'],
    ['a javascript: link', '<a href="javascript:alert(1)"><rect/></a>', 'href="javascript:alert(1)"'],
    ['foreign HTML', '<foreignObject><div xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', '<foreignObject>'],
  ])('is reported for a drawing that has %s', async (_, content, found) => {
    await writeFile(beside('d.svg'), drawing.replace('</svg>', `${content}</svg>`));
    expect(await problemWith('d.svg')).toBe(
      `في ملف الصورة «d.svg» برنامج يعمل عند القارئ: فيه ${found}. صدّرها من جديد رسمًا فقط، بلا script ولا foreignObject.`,
    );
  });
});

describe('a symbolic link', () => {
  it.each([
    ['within the content', 'articles/2026/08/real.svg', true],
    ['to public', '../public/real.svg', true],
    ['out of the content', '../elsewhere/real.svg', false],
    ['into a folder that only begins like the content', '../content-old/real.svg', false],
  ])('%s is followed: %s → %s', async (_, target, isFollowed) => {
    const file = path.resolve(root, 'content', target);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, drawing);
    await symlink(file, beside('linked.svg'));
    expect(await problemWith('linked.svg')).toBe(
      isFollowed
        ? undefined
        : 'ملف الصورة «linked.svg» رابط رمزي (symlink) إلى ملف خارج مجلد المحتوى، فلا يُنشر. انسخ الصورة نفسها مكانه.',
    );
  });

  it('as a folder out of the content is not followed', async () => {
    await mkdir(path.join(root, 'elsewhere'));
    await writeFile(path.join(root, 'elsewhere/real.svg'), drawing);
    await symlink(path.join(root, 'elsewhere'), beside('folder'));
    expect(await problemWith('folder/real.svg')).toContain('رابط رمزي');
  });

  it('as the content directory itself is followed', async () => {
    await writeFile(beside('real.svg'), drawing);
    await symlink(path.join(root, 'content'), path.join(root, 'linked-content'));
    directories = { ...directories, contentDirectory: path.join(root, 'linked-content') };
    expect(await problemWith('real.svg')).toBeUndefined();
  });
});

describe('writing', () => {
  it('makes exactly the files that the picture names, each of its type and width', async () => {
    await photo(900, 600).jpeg().toFile(beside('sun.jpg'));
    const picture = await resolved('sun.jpg');
    const names = await written(['articles/2026/08/sun.jpg']);
    expect(names).toEqual(filesOfPicture(picture, true).sort());
    const sizes = await Promise.all(
      names.map(async (name) => {
        const { format, width, height } = await sharp(path.join(root, 'site/_images', name)).metadata();
        return [name.replace(/^[0-9a-f]+/, ''), format, width, height];
      }),
    );
    expect(sizes).toEqual([
      ['-320.webp', 'webp', 320, 213],
      ['-800.webp', 'webp', 800, 533],
      ['-900.jpg', 'jpeg', 900, 600],
      ['-social.jpg', 'jpeg', 1200, 630],
    ]);
  });

  it('makes social cards only of lead images', async () => {
    await photo(100, 100).jpeg().toFile(beside('lead.jpg'));
    await photo(100, 101).jpeg().toFile(beside('inside.jpg'));
    const names = await written(['articles/2026/08/lead.jpg'], ['articles/2026/08/inside.jpg']);
    expect(names).toHaveLength(5);
    expect(names.filter((name) => name.endsWith('-social.jpg'))).toHaveLength(1);
  });

  it.each([
    ['a wide photograph', () => photo(4000, 500).jpeg().toBuffer()],
    ['a tall one', () => photo(300, 2000).jpeg().toBuffer()],
    ['a tiny one', () => photo(16, 16).png().toBuffer()],
    ['a drawing', async () => Buffer.from(drawing)],
    ['a transparent one', () => photo(700, 700, 4).png().toBuffer()],
    [
      'a noisy one',
      () =>
        sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#000', ...noise } })
          .jpeg()
          .toBuffer(),
    ],
  ])('crops %s to a social card under 300 KB', async (_, make) => {
    const bytes = await make();
    const name = bytes.toString('latin1').includes('<svg') ? 'x.svg' : 'x.png';
    await writeFile(beside(name), bytes);
    const picture = await resolved(name);
    const store = createImageStore(directories);
    const file = await store.read(path.basename(picture.social ?? ''));
    const { width, height, format } = await sharp(file?.bytes).metadata();
    expect([format, width, height]).toEqual(['jpeg', 1200, 630]);
    expect(file?.bytes.length).toBeLessThan(300_000);
  });

  it.each([
    ['a wide photograph', () => photo(900, 300).jpeg().toBuffer(), 'jpg'],
    ['a tall one', () => photo(300, 900).jpeg().toBuffer(), 'jpg'],
    ['a tiny one', () => photo(40, 30).jpeg().toBuffer(), 'jpg'],
    ['a transparent one', () => photo(500, 400, 4).png().toBuffer(), 'png'],
  ])('makes only small squares of %s that is a portrait', async (_, make, extension) => {
    await writeFile(beside('huda.png'), await make());
    const portrait = portraitOf(await resolved('huda.png'));
    const names = await written([], [], ['articles/2026/08/huda.png']);
    expect(names).toEqual(filesOfPicture(portrait, true).sort());
    const sizes = names.map(async (name) => {
      const { width, height, format } = await sharp(path.join(root, 'site/_images', name)).metadata();
      return [/square\d+\.\w+$/.exec(name)?.[0], width, height, format];
    });
    expect((await Promise.all(sizes)).sort()).toEqual([
      [`square192.${extension}`, 192, 192, extension === 'jpg' ? 'jpeg' : 'png'],
      ['square192.webp', 192, 192, 'webp'],
      ['square96.webp', 96, 96, 'webp'],
    ]);
  });

  it('publishes a drawing that is a portrait as it is', async () => {
    await writeFile(beside('map.svg'), drawing);
    const picture = await resolved('map.svg');
    expect(portraitOf(picture)).toMatchObject({ src: picture.src, width: 320, height: 200, sources: [] });
    expect(await written([], [], ['articles/2026/08/map.svg'])).toEqual([path.basename(picture.src)]);
  });

  it('leaves out metadata and applies the orientation to the pixels', async () => {
    const image = photo(600, 400)
      .withExif({ IFD0: { Copyright: 'سر' } })
      .withMetadata({ orientation: 6 });
    await image.jpeg().toFile(beside('a.jpg'));
    for (const name of await written(['articles/2026/08/a.jpg'])) {
      const { exif, xmp, orientation, width, height } = await sharp(path.join(root, 'site/_images', name)).metadata();
      expect([name, exif, xmp]).toEqual([name, undefined, undefined]);
      expect(orientation ?? 1).toBe(1);
      if (!name.includes('social')) expect(width).toBeLessThan(height);
    }
  });

  it.each(['gif', 'webp'] as const)('leaves out the metadata of an animation, and no frame: %s', async (format) => {
    const frames = [photo(20, 10), photo(20, 10).negate()].map((frame) => frame.png().toBuffer());
    const image = sharp(await Promise.all(frames), { join: { animated: true } });
    const tagged = image.withExif({ IFD0: { Copyright: 'Informant' } }).withXmp('<x:xmpmeta>Informant</x:xmpmeta>');
    const encoded = await tagged.toFormat(format, { delay: [90, 90], loop: 3 }).toBuffer();
    const comment = Buffer.from('21fe09496e666f726d616e7400', 'hex');
    const xmp = Buffer.concat([Buffer.from('21ff0b', 'hex'), Buffer.from('XMP DataXMP\x09Informant\0', 'latin1')]);
    const inside = format === 'gif' ? [comment, xmp] : [];
    const start = encoded.indexOf(Buffer.from('21f9', 'hex'));
    const bytes = Buffer.concat([encoded.subarray(0, start), ...inside, encoded.subarray(start)]);
    await writeFile(beside(`moving.${format}`), format === 'gif' ? bytes : encoded);

    const [name = ''] = await written([], [`articles/2026/08/moving.${format}`]);

    const published = await readFile(path.join(root, 'site/_images', name));
    const shown = async (file: Uint8Array) => {
      const { pages, loop, delay } = await sharp(file).metadata();
      return { pages, loop, delay, pixels: await sharp(file, { animated: true }).raw().toBuffer() };
    };
    expect([encoded, bytes].some((file) => file.includes('Informant'))).toBe(true);
    expect(published.includes('Informant')).toBe(false);
    expect(await shown(published)).toEqual(await shown(encoded));
    expect(published.length).toBeLessThanOrEqual(encoded.length);
  });

  it('encodes nothing twice: the next output takes files from the cache', async () => {
    await photo(500, 500).jpeg().toFile(beside('a.jpg'));
    const [name = ''] = await written(['articles/2026/08/a.jpg']);
    const kept = path.join(directories.cacheDirectory, '_images', name);
    await utimes(kept, 0, 0);
    await rm(path.join(root, 'site'), { recursive: true });
    await written(['articles/2026/08/a.jpg']);
    expect((await stat(kept)).mtimeMs).toBe(0);
  });

  it('does not write a file again that is already in the output', async () => {
    await photo(500, 500).jpeg().toFile(beside('a.jpg'));
    const [name = ''] = await written(['articles/2026/08/a.jpg']);
    const file = path.join(root, 'site/_images', name);
    await utimes(file, 0, 0);
    await written(['articles/2026/08/a.jpg']);
    expect((await stat(file)).mtimeMs).toBe(0);
  });

  it('rejects with an Arabic report of images damaged since they were read, after all others are made', async () => {
    const whole = await sharp({ create: { width: 500, height: 500, channels: 3, background: '#000', ...noise } })
      .png()
      .toBuffer();
    await writeFile(beside('half.png'), whole);
    await utimes(beside('half.png'), 1, 1);
    await resolved('half.png');
    await writeFile(beside('half.png'), Buffer.concat([whole.subarray(0, 99), Buffer.alloc(whole.length - 99)]));
    await utimes(beside('half.png'), 1, 1);
    await photo(100, 100).jpeg().toFile(beside('good.jpg'));
    const sources = ['articles/2026/08/half.png', 'articles/2026/08/good.jpg'];
    const failure = await written(sources).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ContentError);
    expect((failure as Error).message).toBe(
      [
        'articles/2026/08/half.png:1: ملف الصورة «half.png» تالف أو ليس صورة. احفظه من جديد بصيغة JPEG أو PNG أو SVG.',
        'في المحتوى خطأ واحد، ولم يُبنَ الموقع.',
      ].join('\n\n'),
    );
    const good = filesOfPicture(await resolved('good.jpg'), true);
    expect(await readdir(path.join(root, 'stage'))).toHaveLength(good.length);
  });

  it('plans nothing for a site without images', async () => {
    const store = createImageStore(directories);
    expect(planImages(await store.filesOf([]), { take: store.encode })).toEqual([]);
  });
});

describe('the files of a photograph', () => {
  const names = ['x-320.webp', 'x-800.webp', 'x-1400.webp', 'x-1200.jpg', 'x-social.jpg'];

  it.each([
    ['a photograph', () => photo(2000, 1333)],
    ['a tall one', () => photo(900, 2400)],
    ['a panorama', () => photo(3000, 400)],
    ['a grey one', () => photo(1500, 900).toColourspace('b-w')],
    ['one for print', () => photo(1500, 900).toColourspace('cmyk')],
    ['one as a phone holds it', () => photo(1500, 900).withMetadata({ orientation: 8 })],
  ])('of %s have the same bytes, together or alone', async (_, make) => {
    const bytes = await make().jpeg().toBuffer();
    const together = await encodeImages(bytes, names);
    expect([...together.keys()]).toEqual(names);
    for (const name of names) {
      expect(Buffer.compare(await encodeImage(bytes, name), together.get(name) ?? bytes)).toBe(0);
      expect((await sharp(together.get(name)).metadata()).space).toBe('srgb');
    }
  });

  it('are wider than the pixels of the others if a site wants them so', async () => {
    const bytes = await photo(2000, 1333).jpeg().toBuffer();
    const { width, height } = await sharp(await encodeImage(bytes, 'x-1800.webp')).metadata();
    expect([width, height]).toEqual([1800, 1200]);
  });

  it('keep what is transparent', async () => {
    const bytes = await photo(900, 600, 4).png().toBuffer();
    for (const name of ['x-320.webp', 'x-900.png', 'x-square96.webp'])
      expect((await sharp(await encodeImage(bytes, name)).metadata()).hasAlpha).toBe(true);
  });
});

describe('reading for dev', () => {
  it('encodes one file by its name, in a run that has not resolved it', async () => {
    await photo(900, 600).jpeg().toFile(beside('sun.jpg'));
    const { src } = await resolved('sun.jpg');
    const file = await createImageStore(directories).read(path.basename(src));
    expect(file?.type).toBe('image/jpeg');
    expect((await sharp(file?.bytes).metadata()).width).toBe(900);
  });

  it.each(['unknown-480.avif', '../secret.jpg', '', 'a', '%00.jpg', 'measured'])(
    'returns undefined for %j',
    async (name) => {
      expect(await createImageStore(directories).read(name)).toBeUndefined();
    },
  );

  it('returns undefined for a name whose image has other bytes now', async () => {
    await photo(900, 600).jpeg().toFile(beside('sun.jpg'));
    const { src } = await resolved('sun.jpg');
    await photo(900, 601).jpeg().toFile(beside('sun.jpg'));
    expect(await createImageStore(directories).read(path.basename(src))).toBeUndefined();
  });
});
