import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { measureImage } from '../../../../src/library/images/image-encoding.ts';
import { encodeOriginal, nameOriginal, type Original } from '../../../../src/library/images/original.ts';
import { stripJpeg } from '../../../../src/library/images/strip-metadata.ts';

/** What nobody may learn from a published photograph. */
const secrets = ['Nikon Z9', 'SN-4711', 'WGS-84'];
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- Informant --></x:xmpmeta>';

function noise(width: number, height: number, channels: 3 | 4 = 3): Sharp {
  const background = { r: 180, g: 60, b: 40, alpha: 0.5 };
  return sharp({ create: { width, height, channels, background, noise: { type: 'gaussian', mean: 128, sigma: 30 } } });
}

/** A photograph with everything that cameras write into one. */
function tagged(image: Sharp, orientation = 1): Sharp {
  return image
    .withExif({
      IFD0: { Model: 'Nikon Z9' },
      IFD2: { BodySerialNumber: 'SN-4711' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 30/1 0/1', GPSMapDatum: 'WGS-84' },
    })
    .withXmp(xmp)
    .withMetadata({ orientation })
    .withIccProfile('p3');
}

async function makeOriginal(bytes: Uint8Array): Promise<Original & { original: Uint8Array }> {
  const measured = await measureImage(bytes);
  if ('reason' in measured || measured.original === undefined) throw new Error('No original is planned.');
  return { ...measured.original, original: await encodeOriginal(bytes, measured.original.extension) };
}

/** Returns what programs for animations write of one picture. */
function singleFrame(image: Sharp): { toBuffer(): Promise<Buffer> } {
  return {
    async toBuffer() {
      const still = await image.webp().toBuffer();
      const at = still.indexOf('VP8 ');
      const picture = still.subarray(at, at + 8 + still.readUInt32LE(at + 4));
      const { width, height } = await sharp(still).metadata();
      const chunk = (type: string, content: Buffer) => {
        const length = Buffer.alloc(4);
        length.writeUInt32LE(content.length);
        return Buffer.concat([Buffer.from(type), length, content, Buffer.alloc(content.length % 2)]);
      };
      const canvas = Buffer.from([0b10, 0, 0, 0, width - 1, 0, 0, height - 1, 0, 0]);
      const frame = Buffer.from([0, 0, 0, 0, 0, 0, width - 1, 0, 0, height - 1, 0, 0, 90, 0, 0, 0]);
      const body = [
        chunk('VP8X', canvas),
        chunk('ANIM', Buffer.alloc(6)),
        chunk('ANMF', Buffer.concat([frame, picture])),
      ];
      return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...body]));
    },
  };
}

/** An image as it is shown: upright, without its compression. */
async function shown(bytes: Uint8Array): Promise<{ width: number; height: number; pixels: Buffer }> {
  const { data, info } = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

describe('the original of an image', () => {
  it.each([
    ['JPEG', () => tagged(noise(60, 40)).jpeg(), 'jpg'],
    ['JPEG in several scans', () => tagged(noise(60, 40)).jpeg({ progressive: true }), 'jpg'],
    ['JPEG that lies on its side', () => tagged(noise(60, 40), 6).jpeg(), 'jpg'],
    ['PNG', () => tagged(noise(60, 40, 4)).png(), 'png'],
    ['WebP', () => tagged(noise(60, 40, 4)).webp({ lossless: true }), 'webp'],
    ['WebP of a photograph', () => tagged(noise(60, 40)).webp(), 'webp'],
  ])('keeps the pixels and the colours of a %s, but none of its metadata', async (_, draw, extension) => {
    const bytes = await draw().toBuffer();
    const metadata = await sharp(bytes).metadata();

    const { original, ...planned } = await makeOriginal(bytes);

    expect(await shown(original)).toEqual(await shown(bytes));
    const left = await sharp(original).metadata();
    expect(left.icc).toEqual(metadata.icc);
    expect(left.orientation).toBe(metadata.orientation === 1 ? undefined : metadata.orientation);
    expect(secrets.map((secret) => bytes.includes(secret))).toEqual([true, true, true]);
    expect(secrets.map((secret) => Buffer.from(original).includes(secret))).toEqual([false, false, false]);
    expect(left.exif?.length ?? 0).toBe(metadata.orientation === 1 ? 0 : 32);
    expect([metadata.xmp?.length, left.xmp?.length]).toEqual([xmp.length, undefined]);
    const { autoOrient } = metadata;
    expect(planned).toEqual({ extension, width: autoOrient.width, height: autoOrient.height });
  });

  it.each([
    ['PNG that lies on its side', () => tagged(noise(60, 40, 4), 6).png(), 'png', 40, 60],
    ['WebP that lies on its side', () => tagged(noise(60, 40, 4), 6).webp(), 'webp', 40, 60],
    ['WebP with one frame of an animation', () => singleFrame(tagged(noise(60, 40))), 'webp', 60, 40],
    ['JPEG for print', () => noise(60, 40).toColourspace('cmyk').jpeg(), 'jpg', 60, 40],
    ['TIFF', () => tagged(noise(60, 40)).tiff(), 'jpg', 60, 40],
    ['TIFF with transparency', () => noise(60, 40, 4).tiff({ compression: 'lzw' }), 'png', 60, 40],
    ['AVIF', () => tagged(noise(60, 40)).avif({ effort: 0 }), 'jpg', 60, 40],
    ['GIF', () => noise(60, 40).gif(), 'png', 60, 40],
    ['JPEG of a camera', () => tagged(noise(3000, 2000), 6).jpeg(), 'jpg', 1600, 2400],
    ['large PNG', () => noise(3000, 20).png(), 'jpg', 2400, 16],
    ['large PNG with transparency', () => noise(3000, 20, 4).png(), 'png', 2400, 16],
    ['long infographic', () => noise(1000, 5000).jpeg(), 'jpg', 800, 4000],
    ['JPEG of needless quality', () => noise(900, 600).jpeg({ quality: 100 }), 'jpg', 900, 600],
    ['PNG of a photograph', () => noise(900, 600).png(), 'jpg', 900, 600],
    ['PNG of a photograph with a channel of transparency', () => noise(900, 600).ensureAlpha().png(), 'jpg', 900, 600],
    ['PNG of a transparent photograph', () => noise(900, 600, 4).png(), 'webp', 900, 600],
    ['PNG of 16 bits', () => noise(60, 40).toColourspace('rgb16').png(), 'png', 60, 40],
    ['transparent PNG of 16 bits', () => noise(60, 40, 4).toColourspace('rgb16').png(), 'png', 60, 40],
    ['AVIF with transparency', () => noise(60, 40, 4).avif({ effort: 0 }), 'webp', 60, 40],
  ])('is encoded again from a %s', async (_, draw, extension, width, height) => {
    const bytes = await draw().toBuffer();

    const { original, ...planned } = await makeOriginal(bytes);

    expect(planned).toEqual({ extension, width, height });
    const { format, space, depth, exif, xmp } = await sharp(original).metadata();
    const expected = { format: extension.replace('jpg', 'jpeg'), space: 'srgb', depth: 'uchar' };
    expect({ format, space, depth, exif, xmp }).toEqual(expected);
    expect(original.length).toBeLessThan(Math.max(bytes.length, 200_000));
    const { pixels: _pixels, ...size } = await shown(original);
    expect(size).toEqual({ width, height });
  });

  it('leaves out what phones append to a photograph, and previews', async () => {
    const plain = await noise(60, 40).jpeg().toBuffer();
    const jfif = Buffer.from('ffe000134a46494600010100000100010101808080', 'hex');
    const preview = Buffer.from('ffe0000a4a46585800110000', 'hex');
    const film = Buffer.from('MotionPhoto_Data with a position');

    const bytes = Buffer.concat([plain.subarray(0, 2), jfif, preview, plain.subarray(2), film]);

    const withoutPreview = Buffer.from('ffe000104a46494600010100000100010000', 'hex');
    expect(await encodeOriginal(bytes, 'jpg')).toEqual(
      Buffer.concat([plain.subarray(0, 2), withoutPreview, plain.subarray(2)]),
    );
    expect(await encodeOriginal(plain, 'jpg')).toEqual(plain);
  });

  it('is not made of a file that was cut off', async () => {
    const bytes = await noise(600, 400).jpeg().toBuffer();

    expect(stripJpeg(bytes.subarray(0, 9000))).toBeUndefined();
    await expect(encodeOriginal(bytes.subarray(0, 9000), 'jpg')).rejects.toThrow();
  });

  it('has a name that stands for its bytes', async () => {
    const bytes = await noise(60, 40).jpeg().toBuffer();

    const name = nameOriginal(bytes, { extension: 'jpg' });

    expect(name).toMatch(/^[\da-f]{20}-original\.jpg$/);
    expect(nameOriginal(Buffer.concat([bytes, bytes]), { extension: 'jpg' })).not.toBe(name);
  });
});
