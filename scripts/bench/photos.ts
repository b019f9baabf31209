import { createCipheriv, createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { Corpus } from './corpus.ts';
import { createRandom, type Random } from './random.ts';

/** JPEG files that the articles of a corpus take in turn. */
export type Photos = readonly Buffer[];

/** As many as an archive needs, so that no two near each other look the same. */
const madeCount = 12;
const madeSize = { width: 2000, height: 1333 };

/** Reads the JPEG files of a folder, in the order of their names. */
export function readPhotos(folder: string): Photos {
  const names = readdirSync(folder).filter((name) => /\.jpe?g$/i.test(name));
  return names.sort().map((name) => readFileSync(path.join(folder, name)));
}

/**
 * Makes photographs that cost encoders what real ones do: shapes with soft light, some of them out of focus, under detail
 * whose amplitude falls with its frequency, and which is strong in some regions and absent in others. The same `seed` makes
 * the same pixels.
 */
export async function makePhotos(seed: number, count = madeCount, size = madeSize): Promise<Photos> {
  const photos: Buffer[] = [];
  for (let number = 0; number < count; number += 1) photos.push(await makePhoto(createRandom(seed, 6, number), size));
  return photos;
}

type Size = typeof madeSize;

async function makePhoto(random: Random, size: Size): Promise<Buffer> {
  const scene = await drawScene(random, size);
  const light = Float32Array.from(scene);
  const focus = await stretch(noise(random, 4 * 3), { width: 4, height: 3 }, size);
  for (let columns = 8, amplitude = 46; columns < size.width; columns *= 2, amplitude /= 2) {
    const grid = { width: columns, height: Math.round((columns * size.height) / size.width) };
    const detail = await stretch(noise(random, grid.width * grid.height * 3), grid, size);
    for (let place = 0; place < light.length; place += 1) {
      const first = place - (place % 3);
      const sharpness = Math.max(0, ((focus[first] ?? 0) - 90) / 100);
      // Detail is mostly of lightness, and little of colour.
      const deviation = 0.8 * ((detail[first] ?? 0) - 128) + 0.2 * ((detail[place] ?? 0) - 128);
      light[place] = (light[place] ?? 0) + (deviation / 64) * amplitude * (0.3 + sharpness);
    }
  }
  const pixels = Uint8ClampedArray.from(light);
  return sharp(pixels, { raw: { ...size, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** Draws large shapes on a sky, each behind its own blur, as pixels. */
async function drawScene(random: Random, { width, height }: Size): Promise<Buffer> {
  const color = () => `hsl(${random.below(360)} ${10 + random.below(40)}% ${15 + random.below(60)}%)`;
  const shapes = Array.from({ length: 40 }, () => {
    const [x, y] = [random.below(width), random.below(height)];
    const [w, h] = [width, height].map((side) => Math.round(side * (0.02 + 0.2 * random.fraction())));
    const blur = random.chance(0.5) ? ` filter="url(#far)"` : '';
    const turn = `transform="rotate(${random.below(90)} ${x} ${y})"`;
    return random.chance(0.5)
      ? `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${color()}" ${turn}${blur}/>`
      : `<ellipse cx="${x}" cy="${y}" rx="${w}" ry="${h}" fill="${color()}" ${turn}${blur}/>`;
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<filter id="far"><feGaussianBlur stdDeviation="${width / 150}"/></filter>`,
    `<linearGradient id="sky" y2="1" x2="0.2"><stop stop-color="${color()}"/><stop offset="1" stop-color="${color()}"/></linearGradient>`,
    `<rect width="100%" height="100%" fill="url(#sky)"/>${shapes.join('')}</svg>`,
  ].join('');
  return sharp(Buffer.from(svg)).flatten({ background: '#888' }).raw().toBuffer();
}

/** Returns bytes of noise, much faster than drawing them one by one. */
function noise(random: Random, length: number): Buffer {
  const key = createHash('sha256').update(String(random.fraction())).digest().subarray(0, 16);
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(length));
}

/** Enlarges a grid of values to three channels of a photo; one with a single channel for each point gets grey. */
async function stretch(values: Buffer, grid: Size, size: Size): Promise<Buffer> {
  const channels = values.length === grid.width * grid.height ? 1 : 3;
  return sharp(values, { raw: { ...grid, channels } })
    .resize(size.width, size.height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
}

/** Returns the corpus in which every article has a photo, whose bytes no other article has. */
export function withPhotos(corpus: Corpus, photos: Photos): Corpus {
  return {
    ...corpus,
    article: (number, date) => ({
      ...corpus.article(number, date),
      photo: () => withComment(photos[number % photos.length] ?? Buffer.alloc(0), `photo ${number}`),
    }),
  };
}

/** Writes a comment behind the first marker of a JPEG file. */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const text = Buffer.from(comment);
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(text.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
}
