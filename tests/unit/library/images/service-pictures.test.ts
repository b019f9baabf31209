import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImageService } from '../../../../src/lib/image-services.ts';
import { urlsInSrcset } from '../../../../src/lib/srcset.ts';
import { createImageStore, filesOfPicture } from '../../../../src/library/images/images.ts';
import {
  type PictureOriginal,
  servedPicture,
  servedPortrait,
} from '../../../../src/library/images/service-pictures.ts';
import { defaultImageSettings, type ImageSettings } from '../../../../src/schema/images.ts';
import { planImages } from '../../../../src/site-build/photos.ts';

const siteUrl = 'https://news.example';
const settings: ImageSettings = { ...defaultImageSettings, widths: [320, 800, 1200, 1600] };
const photo: PictureOriginal = {
  url: '/_images/0f-original.jpg',
  width: 2000,
  height: 1333,
  mediaType: 'image/jpeg',
  hasAlpha: false,
};
const services = {
  cloudflare: { name: 'cloudflare', siteUrl },
  netlify: { name: 'netlify', siteUrl },
  vercel: { name: 'vercel', siteUrl },
  imgproxy: { name: 'imgproxy', siteUrl, address: 'https://img.example' },
  'none-but-originals': { name: 'none-but-originals', siteUrl },
} satisfies Record<string, ImageService>;

describe('a picture whose sizes a service makes', () => {
  it('has one source in the widths of the settings, whose format the service chooses', () => {
    const options = (width: number) => `/cdn-cgi/image/width=${width},format=auto,quality=75,onerror=redirect`;
    expect(servedPicture(photo, services.cloudflare, settings)).toEqual({
      src: '/cdn-cgi/image/width=1200,format=jpeg,quality=75,onerror=redirect/_images/0f-original.jpg',
      width: 1200,
      height: 800,
      sources: [{ srcset: settings.widths.map((width) => `${options(width)}${photo.url} ${width}w`).join(', ') }],
      type: 'image/jpeg',
      social:
        '/cdn-cgi/image/width=1200,height=630,fit=cover,gravity=auto,format=jpeg,quality=75,onerror=redirect/_images/0f-original.jpg',
    });
  });

  it.each<[name: keyof typeof services, type: string, social: RegExp, whole?: object]>([
    ['netlify', 'image/jpeg', /&w=1200&h=630&fit=cover&fm=jpg/],
    ['vercel', 'image/jpeg', /^\/_vercel\/image\?url=.*&w=1200&q=75$/, { width: 1200, height: 800 }],
    ['imgproxy', 'image/jpeg', /\/rs:fill:1200:630:1\/g:sm\/.*@jpg$/],
    ['none-but-originals', 'image/jpeg', /^\/_images\/0f-original\.jpg$/, { width: 2000, height: 1333 }],
  ])('is shared as its service can: %s', (name, type, social, socialSize) => {
    const picture = servedPicture(photo, services[name], settings);
    expect(picture.type).toBe(type);
    expect(picture.social).toMatch(social);
    expect(picture.socialSize).toEqual(socialSize);
  });

  it.each(['cloudflare', 'netlify', 'vercel', 'imgproxy'] as const)(
    'is 1200 pixels wide where no width is chosen, whatever the widths of the settings: %s',
    (name) => {
      const { src, width, height } = servedPicture(photo, services[name], defaultImageSettings);
      expect(src).toMatch(/width=1200,|&w=1200&|rs:fit:1200\//);
      expect([width, height]).toEqual([1200, 800]);
      const narrow = servedPicture({ ...photo, width: 900, height: 600 }, services[name], defaultImageSettings);
      expect([narrow.width, narrow.height]).toEqual([900, 600]);
    },
  );

  it('has the formats of the settings where the service chooses none', () => {
    const types = (formats: ImageSettings['formats']) =>
      servedPicture(photo, services.imgproxy, { ...settings, formats }).sources.map(({ type, srcset }) => [
        type,
        ...new Set(urlsInSrcset(srcset).map((url) => url.slice(url.lastIndexOf('@')))),
      ]);
    expect(types(['avif', 'webp'])).toEqual([
      ['image/avif', '@avif'],
      ['image/webp', '@webp'],
    ]);
    expect(types([])).toEqual([[undefined, '@jpg']]);
  });

  it.each([
    [2000, '320w 800w 1200w 1600w', '320w 800w 1200w 1600w'],
    [1000, '320w 800w 1200w', '320w 800w 1000w'],
    [900, '320w 800w', '320w 800w'],
    [200, '320w', '200w'],
  ])('of %i pixels asks only for widths of the settings: %s', (width, asked, shown) => {
    const { sources } = servedPicture({ ...photo, width, height: width }, services.vercel, settings);
    const [{ srcset = '' } = {}] = sources;
    expect([...srcset.matchAll(/&w=(\d+)/g)].map(([, each]) => `${each}w`).join(' ')).toBe(asked);
    expect([...srcset.matchAll(/\d+w(?=,|$)/g)].join(' ')).toBe(shown);
  });

  it('keeps its transparency in the file for old browsers, and the size of the file', () => {
    const transparent = { ...photo, width: 640, height: 480, hasAlpha: true, mediaType: 'image/png' };
    expect(servedPicture(transparent, services.netlify, settings)).toMatchObject({
      src: '/.netlify/images?url=/_images/0f-original.jpg&w=1200&fm=png&q=75',
      width: 640,
      height: 480,
      type: 'image/png',
    });
  });

  it('may be one of another site', () => {
    const url = 'https://media.example/a.jpg';
    expect(servedPicture({ ...photo, url }, services.cloudflare, settings).src).toBe(
      '/cdn-cgi/image/width=1200,format=jpeg,quality=75,onerror=redirect/https://media.example/a.jpg',
    );
  });
});

describe('a portrait whose sizes a service makes', () => {
  it('is a square around the face', () => {
    const portrait = servedPortrait(servedPicture(photo, services.cloudflare, settings), services.cloudflare, settings);
    const square = (side: number, format: string) =>
      `/cdn-cgi/image/width=${side},height=${side},fit=cover,gravity=face,format=${format},quality=75,onerror=redirect${photo.url}`;
    expect(portrait).toEqual({
      src: square(192, 'jpeg'),
      width: 192,
      height: 192,
      sources: [{ srcset: `${square(96, 'auto')} 96w, ${square(192, 'auto')} 192w` }],
      type: 'image/jpeg',
    });
  });

  it.each(['vercel', 'none-but-originals'] as const)('is cut by the page where the service cuts none: %s', (name) => {
    const { social: _, socialSize: __, ...picture } = servedPicture(photo, services[name], settings);
    expect(servedPortrait(picture, services[name], settings)).toEqual(picture);
  });
});

describe('the files of pictures whose sizes a service makes', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'service-'));
    await mkdir(path.join(root, 'content/articles'), { recursive: true });
  });

  afterEach(() => rm(root, { recursive: true }));

  const inContent = (name: string) => path.join(root, 'content/articles', name);
  const storeOf = (service: ImageService, url = siteUrl) =>
    createImageStore(
      {
        contentDirectory: path.join(root, 'content'),
        publicDirectory: path.join(root, 'public'),
        cacheDirectory: path.join(root, 'cache'),
      },
      { url, images: { ...settings, service } },
    );
  const draw = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#b43c28' } });

  it.each(Object.values(services))('are one original each, without metadata: $name', async (service) => {
    const crops =
      service.name === 'none-but-originals' ? [expect.stringMatching(/^_images\/[\da-f]{20}-social\.jpg$/)] : [];
    const image = draw(3000, 2000).withExif({ IFD3: { GPSLatitude: '33/1 30/1 0/1' } });
    await writeFile(inContent('a.jpg'), await image.jpeg().toBuffer());
    const store = storeOf(service);
    const source = 'articles/a.jpg';
    const outputs = planImages(await store.filesOf([source], [source], [source]), { take: store.encode });
    expect(outputs.map((output) => output.path)).toEqual([
      expect.stringMatching(/^_images\/[\da-f]{20}-original\.jpg$/),
      ...crops,
    ]);
    const made = await sharp(Buffer.from((await outputs[0]?.make()) ?? '')).metadata();
    expect([made.width, made.height, made.exif]).toEqual([2400, 1600, undefined]);
    const picture = await store.resolve('a.jpg', 'articles/a.md');
    expect(picture).toMatchObject({ source, type: 'image/jpeg' });
    if (!('problem' in picture))
      expect(filesOfPicture(picture, true)).toEqual(outputs.map((output) => path.basename(output.path)));
  });

  it('are also the crop of a lead where nobody else makes one, but no crop of other photos', async () => {
    await writeFile(inContent('a.jpg'), await draw(3000, 2000).jpeg().toBuffer());
    const store = storeOf(services['none-but-originals']);
    const source = 'articles/a.jpg';
    const [name = '', origin] = [...(await store.filesOf([source]))].find(([each]) => each.includes('social')) ?? [];
    const encoded = origin && (await store.encode(name, origin));
    if (!(encoded instanceof Uint8Array)) throw new Error(name);
    const { width, height } = await sharp(encoded).metadata();
    expect([width, height]).toEqual([1200, 630]);
    expect([...(await store.filesOf([], [source])).keys()]).toEqual([expect.stringContaining('-original.jpg')]);
    expect(store.originalPicture(source)?.social).toContain('-original.jpg');
  });

  it('are read by their names, for the feeds and for `dev`', async () => {
    await writeFile(inContent('a.jpg'), await draw(640, 480).jpeg().toBuffer());
    const store = storeOf(services['none-but-originals']);
    const picture = await store.resolve('a.jpg', 'articles/a.md');
    const name = 'problem' in picture ? '' : path.basename(picture.src);
    expect(await store.read(name)).toMatchObject({ type: 'image/jpeg' });
    expect(await store.read(name.replace('jpg', 'png'))).toBeUndefined();
    expect((await readdir(path.join(root, 'cache/_images'))).length).toBe(1);
  });

  it('are drawings and animations as they are, which no service is asked for', async () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"><rect width="320" height="200"/></svg>';
    await writeFile(inContent('map.svg'), drawing);
    const frames = Buffer.concat([
      await draw(4, 4).raw().toBuffer(),
      await sharp({ create: { width: 4, height: 4, channels: 3, background: '#000' } })
        .raw()
        .toBuffer(),
    ]);
    const gif = sharp(frames, { raw: { width: 4, height: 8, channels: 3, pageHeight: 4 } }).gif({ delay: [10, 10] });
    await writeFile(inContent('a.gif'), await gif.toBuffer());
    const store = storeOf(services.cloudflare);
    const resolve = (name: string) => store.resolve(name, 'articles/a.md');
    const inFolder = (ending: string) => expect.stringMatching(new RegExp(`^/_images/[\\da-f]{20}${ending}$`));
    for (const name of ['map.svg', 'a.gif']) {
      const ending = path.extname(name);
      expect(await resolve(name)).toMatchObject({
        src: inFolder(`\\${ending}`),
        sources: [],
        social: inFolder('-social\\.jpg'),
      });
    }
    const outputs = planImages(await store.filesOf(['articles/map.svg'], ['articles/a.gif']), { take: store.encode });
    expect(outputs.map((output) => path.extname(output.path)).sort()).toEqual(['.gif', '.jpg', '.svg']);
  });

  it('have the path of the site inside the addresses of a service, once', async () => {
    await writeFile(inContent('a.jpg'), await draw(640, 480).jpeg().toBuffer());
    const srcOf = async (service: ImageService) => {
      const below = `${siteUrl}/daily`;
      const picture = await storeOf({ ...service, siteUrl: below }, below).resolve('a.jpg', 'articles/a.md');
      return 'problem' in picture ? picture.problem : picture.src;
    };
    expect(await srcOf(services.cloudflare)).toContain('onerror=redirect/daily/_images/');
    expect(await srcOf(services.imgproxy)).toContain('/plain/https://news.example/daily/_images/');
    expect(await srcOf(services['none-but-originals'])).toMatch(/^\/_images\//);
  });
});
