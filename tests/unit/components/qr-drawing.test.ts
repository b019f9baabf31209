import { decodeQR } from 'qr/decode.js';
import { expect, it } from 'vitest';
import { drawQrCode } from '../../../src/components/article/qr-drawing.ts';

/** Paints the dashes of the line as pixels, `scale` for each module. */
function paint({ viewBox, dashes }: ReturnType<typeof drawQrCode>, scale: number) {
  const size = Number(viewBox.split(' ')[3]);
  const lengths = dashes.split(' ').map(Number);
  const along = lengths.flatMap((length, at) => Array.from({ length }, () => at % 2 === 0));
  const data = new Uint8Array((size * scale) ** 2 * 4).fill(255);
  for (let y = 0; y < size * scale; y++) {
    for (let x = 0; x < size * scale; x++) {
      const [row, column] = [Math.floor(y / scale), Math.floor(x / scale)];
      const step = row * (size + 1) + (row % 2 === 0 ? column : size - 1 - column);
      if (along[step]) data.fill(0, (y * size * scale + x) * 4, (y * size * scale + x) * 4 + 3);
    }
  }
  return { width: size * scale, height: size * scale, data };
}

it.each([
  ['https://alwarraq.example/e2c8p/', 27],
  ['https://a.example/e2c8p/', 27],
  ['https://a-rather-long-name-of-a-paper.example/news/2026/e2c8p/', 35],
])('draws a code that leads to %s as one line through rows of %i modules', (url, size) => {
  const drawing = drawQrCode(url);
  expect(drawing.viewBox).toBe(`0 0 ${size} ${size}`);
  expect(drawing.line.match(/h/g)).toHaveLength(size);
  expect(decodeQR(paint(drawing, 4))).toBe(url);
});
