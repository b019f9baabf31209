import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchMedia, type MediaFetching } from '../../../src/commands/imported-media.ts';
import { commandStrings } from '../../../src/strings/commands.ts';

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
    if (name.includes('silent')) {
      request.socket.destroy();
      return;
    }
    const isAway = name.includes('away') && asked.filter((before) => before === name).length < 2;
    if (name.includes('busy')) {
      response.writeHead(503).end();
      return;
    }
    if (name.includes('page')) response.setHeader('content-type', 'text/html; charset=utf-8');
    response.statusCode = isAway ? 503 : name.endsWith('gone.png') ? 404 : 200;
    response.end(
      /text\.(?:png|pdf)$/.test(name) ? '<!DOCTYPE html><p>x' : name.endsWith('.pdf') ? '%PDF-1.7' : picture,
    );
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
const fetchInto = async (names: string[], options: Partial<MediaFetching> = {}) => {
  const contentDirectory = path.join(root, `content-${number++}`);
  const progress: number[] = [];
  const fileAt = (index: number) => `articles/2022/01/${index}${path.extname(names[index] ?? '')}`;
  const files = new Map(names.map((name, index) => [fileAt(index), `${origin}/wp-content/uploads/${name}`]));
  const common = { contentDirectory, patience: { timeoutMs: 5000, retryMs: 1 }, ...options };
  const { missing, silent } = await fetchMedia(files, { ...common, onProgress: (done) => progress.push(done) });
  const read = (index: number) => readFile(path.join(contentDirectory, fileAt(index))).catch(() => undefined);
  const again = () => fetchMedia(files, { ...common, isSkipped: false, onProgress: () => undefined });
  return { missing: [...missing].map((address) => address.split('/').at(-1)), silent, progress, read, again };
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
    const { missing } = await fetchInto(['2022/a.png', '../secret.png', 'gone.png'], { uploads });
    expect(missing).toEqual(['gone.png']);
    expect(asked).not.toContain('/wp-content/uploads/2022/a.png');
    expect(asked).toContain('/wp-content/secret.png');
  });

  it('that do not exist, or are not images, are returned, and nothing is written', async () => {
    const { missing, read } = await fetchInto(['gone.png', 'text.png']);
    expect(missing.sort()).toEqual(['gone.png', 'text.png']);
    expect([await read(0), await read(1)]).toEqual([undefined, undefined]);
  });

  it('are found in the uploads folder whatever Unicode form their names have there', async () => {
    const uploads = path.join(root, 'other-uploads');
    await mkdir(uploads, { recursive: true });
    await writeFile(path.join(uploads, 'صورة-أ.png'.normalize('NFD')), picture);
    await writeFile(path.join(uploads, 'خصم 50%.png'), picture);
    const names = [encodeURIComponent('صورة-أ.png'.normalize('NFC')), `${encodeURIComponent('خصم 50')}%.png`];
    expect((await fetchInto(names, { uploads })).missing).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('are looked for before anything is written: a folder that has none of them is another', async () => {
    const uploads = path.join(root, 'empty-uploads');
    await mkdir(uploads, { recursive: true });
    const refusal = await fetchInto(['2022/01/port.png'], { uploads }).catch((error) => error);
    expect(refusal.message).toBe(commandStrings.importer.otherUploads(uploads, '2022/01/port.png'));
    expect(refusal.message).toContain('يُنتظر فيه مثلًا: 2022/01/port.png');
    expect(asked).toEqual([]);
  });

  it('are left out if they are not to come, and can be fetched later', async () => {
    const { missing, read, again } = await fetchInto(['a.png'], { isSkipped: true });
    expect([missing, await read(0), asked]).toEqual([['a.png'], undefined, []]);
    await again();
    expect(await read(0)).toEqual(picture);
  });
});

describe('recordings and documents of the old site', () => {
  it('are downloaded, but not a page in their place', async () => {
    const { missing, read } = await fetchInto(['report.pdf', 'text.pdf', 'page.pdf']);
    expect(missing.sort()).toEqual(['page.pdf', 'text.pdf']);
    expect(String(await read(0))).toBe('%PDF-1.7');
  });
});

it.each(['silent', 'busy'])(
  'a host that is always %s is given up after five files in a row, and the others are told',
  async (kind) => {
    const names = Array.from({ length: 20 }, (_, index) => `${kind}-${index}.png`);
    const { missing, silent } = await fetchInto(names);
    expect(missing).toHaveLength(20);
    const files = new Set(asked).size;
    expect(files).toBeLessThanOrEqual(8);
    expect([...silent.values()]).toEqual([20 - files]);
  },
);
