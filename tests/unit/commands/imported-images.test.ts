import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchImages } from '../../../src/commands/imported-images.ts';

let root: string;
let server: Server;
let origin: string;
let picture: Buffer;
let asked: string[] = [];

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'imported-'));
  picture = await sharp({ create: { width: 9, height: 6, channels: 3, background: '#a35c2e' } })
    .png()
    .toBuffer();
  server = createServer((request, response) => {
    const name = decodeURIComponent(request.url ?? '');
    asked.push(name);
    const isAway = name.includes('away') && asked.filter((before) => before === name).length < 2;
    response.statusCode = isAway ? 503 : name.endsWith('gone.png') ? 404 : 200;
    response.end(name.endsWith('text.png') ? '<html>' : picture);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(root, { recursive: true });
});
beforeEach(() => {
  asked = [];
});

let number = 0;
const fetchInto = async (names: string[], uploads?: string) => {
  const contentDirectory = path.join(root, `content-${number++}`);
  const progress: number[] = [];
  const images = new Map(
    names.map((name, index) => [`articles/2022/01/${index}.png`, `${origin}/wp-content/uploads/${name}`]),
  );
  const missing = await fetchImages(images, {
    contentDirectory,
    ...(uploads !== undefined && { uploads }),
    onProgress: (done) => progress.push(done),
  });
  const read = (index: number) =>
    readFile(path.join(contentDirectory, `articles/2022/01/${index}.png`)).catch(() => undefined);
  const again = () => fetchImages(images, { contentDirectory, onProgress: () => undefined });
  return { missing: [...missing].map((address) => address.split('/').at(-1)), progress, read, again };
};

describe('images of the old site', () => {
  it('are downloaded once, with a retry if that fails', async () => {
    const { missing, progress, read, again } = await fetchInto(['2022/صورة.png', 'away.png']);
    expect([missing, progress]).toEqual([[], [1, 2]]);
    expect([await read(0), await read(1)]).toEqual([picture, picture]);
    asked = [];
    await again();
    expect(asked).toEqual([]);
  });

  it('are read from a copy of the uploads folder, and never from outside of it', async () => {
    const uploads = path.join(root, 'uploads');
    await mkdir(path.join(uploads, '2022'), { recursive: true });
    await writeFile(path.join(uploads, '2022/a.png'), picture);
    await writeFile(path.join(root, 'secret.png'), picture);
    const { missing } = await fetchInto(['2022/a.png', '../secret.png', 'gone.png'], uploads);
    expect(missing).toEqual(['gone.png']);
    expect(asked).not.toContain('/wp-content/uploads/2022/a.png');
    expect(asked).toContain('/wp-content/secret.png');
  });

  it('that do not exist, or are not images, are returned, and nothing is written', async () => {
    const { missing, read } = await fetchInto(['gone.png', 'text.png']);
    expect(missing.sort()).toEqual(['gone.png', 'text.png']);
    expect([await read(0), await read(1)]).toEqual([undefined, undefined]);
  });
});
