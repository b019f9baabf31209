import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { measureMedia } from '../../../../src/commands/media/measure-media.ts';
import { isPublic, openConnections } from '../../../../src/commands/media/public-connections.ts';
import type { MediaEntry } from '../../../../src/schema/media-lock.ts';

type Files = Record<'small' | 'large' | 'turned' | 'preamble' | 'webp' | 'avif' | 'gif' | 'transparent', Buffer>;

/** Noise, so that the files are large, around one colour. */
function noise(width: number, height: number): Sharp {
  const raw = Buffer.alloc(width * height * 3);
  for (let index = 0; index < raw.length; index += 1) raw[index] = 90 + ((index * 7919 + (index >> 3) * 104_729) % 60);
  return sharp(raw, { raw: { width, height, channels: 3 } });
}

async function drawFiles(): Promise<Files> {
  const large = await noise(1600, 1067).jpeg({ quality: 95 }).toBuffer();
  const comment = Buffer.alloc(65_533, 'x');
  const marker = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), comment]);
  return {
    large,
    small: await sharp({ create: { width: 60, height: 40, channels: 3, background: '#5c8f6c' } })
      .png()
      .toBuffer(),
    turned: await noise(1500, 1000)
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 90, progressive: true })
      .toBuffer(),
    preamble: Buffer.concat([large.subarray(0, 2), marker, marker, marker, large.subarray(2)]),
    webp: await noise(1200, 800).webp({ quality: 95 }).toBuffer(),
    avif: await noise(300, 200).avif({ effort: 0 }).toBuffer(),
    gif: await noise(40, 30).gif().toBuffer(),
    transparent: await sharp({ create: { width: 9, height: 6, channels: 4, background: '#5c8f6c80' } })
      .png()
      .toBuffer(),
  };
}

let files: Files;
let server: Server;
let origin: string;
/** Another origin, of the same server. */
let abroad: string;
let asked: { name: string; range: string | undefined; sent: number }[] = [];
const connections = openConnections({ isPrivateAllowed: true });

/** Sends a range of a file, as static hosts do. */
function sendRange(bytes: Buffer, { headers }: IncomingMessage, response: ServerResponse): void {
  const [, from = '0', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
  const part = bytes.subarray(Number(from), Number(to) + 1);
  const last = asked.at(-1);
  if (last) last.sent = part.length;
  response.writeHead(206, {
    'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`,
    'content-length': part.length,
    etag: '"v1"',
  });
  response.end(part);
}

const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  whole: (_, response) => response.writeHead(200, { 'content-length': files.large.length }).end(files.large),
  chunked: (_, response) => {
    response.write(files.large.subarray(0, 200_000));
    response.end(files.large.subarray(200_000));
  },
  gone: (_, response) => response.writeHead(404).end('gone'),
  refused: (_, response) => response.writeHead(403).end(),
  page: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
  'page-as-image': (_, response) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end('<!DOCTYPE html><p>'),
  drawing: (_, response) => response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg/>'),
  photoshop: (_, response) => response.end(Buffer.from(`8BPS\0\u0001${'\0'.repeat(60)}`)),
  noise: (_, response) => response.end(Buffer.alloc(3_000_000, 7)),
  zeros: (_, response) => response.end(Buffer.alloc(3_000_000)),
  'no-range': (_, response) => response.writeHead(416, { 'content-range': 'bytes */0' }).end(),
  empty: (_, response) => response.end(),
  moved: (_, response) => response.writeHead(302, { location: '/small' }).end(),
  abroad: (_, response) => response.writeHead(302, { location: `${abroad}/small` }).end(),
  'gone-abroad': (_, response) => response.writeHead(302, { location: `${abroad}/gone` }).end(),
  'page-abroad': (_, response) => response.writeHead(302, { location: `${abroad}/page` }).end(),
  'and-back': (_, response) => response.writeHead(302, { location: `${abroad}/back` }).end(),
  back: (_, response) => response.writeHead(302, { location: `${origin}/small` }).end(),
  loop: (_, response) => response.writeHead(301, { location: '/loop' }).end(),
  elsewhere: (_, response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
  kept: ({ headers }, response) =>
    headers['if-none-match'] === '"v1"' ? response.writeHead(304).end() : response.end(files.small),
  dated: ({ headers }, response) =>
    headers['if-modified-since'] === 'Tue, 01 Dec 2026 00:00:00 GMT'
      ? response.writeHead(304).end()
      : response.writeHead(200, { 'last-modified': 'Tue, 01 Dec 2026 00:00:00 GMT' }).end(files.small),
  truncated: (_, response) => {
    response.writeHead(200, { 'content-length': 900 }).write(files.small.subarray(0, 50));
    response.destroy();
  },
  busy: (_, response) => (count('busy') < 3 ? response.writeHead(503).end() : response.writeHead(200).end(files.small)),
  broken: (_, response) => response.writeHead(500).end(),
  slow: () => undefined,
  drips: (_, response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(drip));
  },
};

function count(name: string): number {
  return asked.filter((request) => request.name === name).length;
}

beforeAll(async () => {
  files = await drawFiles();
  server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    asked.push({ name, range: request.headers.range, sent: 0 });
    const answer = answers[name];
    if (answer) answer(request, response);
    else sendRange(files[name as keyof Files], request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  abroad = origin.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  await connections.close();
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

const measure = (name: string, known?: MediaEntry, timeoutMs = 5000) =>
  measureMedia(`${origin}/${name}`, known, { connections, retries: 2, pauseMs: 1, timeoutMs });

describe('an image of another site', () => {
  it('is fetched whole if it is small, and has a digest of its bytes and its colour', async () => {
    const sha256 = createHash('sha256').update(files.small).digest('hex');
    const entry = {
      width: 60,
      height: 40,
      type: 'image/png',
      bytes: files.small.length,
      sha256,
      etag: '"v1"',
      color: '#5c8f6c',
    };
    expect(await measure('small')).toEqual({ entry });
    expect(asked).toEqual([{ name: 'small', range: 'bytes=0-65535', sent: files.small.length }]);
  });

  it('is asked for its first bytes only if it is large', async () => {
    const bytes = files.large.length;
    expect(bytes).toBeGreaterThan(262_144);
    expect(await measure('large')).toEqual({
      entry: { width: 1600, height: 1067, type: 'image/jpeg', bytes, etag: '"v1"' },
    });
    expect(asked.map(({ sent }) => sent)).toEqual([65_536]);
  });

  it('has the size in which it is shown, and the colour of the first scan of a progressive JPEG', async () => {
    const { entry } = (await measure('turned')) as { entry: MediaEntry };
    expect(entry).toMatchObject({ width: 1000, height: 1500 });
    const [red = 0] = Buffer.from((entry.color ?? '').slice(1), 'hex');
    expect(Math.abs(red - 119)).toBeLessThan(12);
  });

  it('is read on until its size is known, after metadata that are longer than the first bytes', async () => {
    expect(await measure('preamble')).toMatchObject({
      entry: { width: 1600, height: 1067, bytes: files.preamble.length },
    });
    expect(asked.map(({ range }) => range)).toEqual(['bytes=0-65535', 'bytes=65536-262143']);
  });

  test.each([
    ['webp', 1200, 800],
    ['avif', 300, 200],
    ['gif', 40, 30],
  ] as const)('may be in %s', async (name, width, height) => {
    expect(await measure(name)).toMatchObject({ entry: { width, height, type: `image/${name}` } });
  });

  it('has no colour if something shows through it', async () => {
    expect(await measure('transparent')).not.toHaveProperty('entry.color');
  });

  it('is measured from servers without ranges, and cut off there', async () => {
    const bytes = files.large.length;
    expect(await measure('whole')).toEqual({ entry: { width: 1600, height: 1067, type: 'image/jpeg', bytes } });
    expect(await measure('chunked')).toEqual({ entry: { width: 1600, height: 1067, type: 'image/jpeg' } });
  });

  it('is followed where it has moved', async () => {
    expect(await measure('moved')).toMatchObject({ entry: { width: 60, height: 40 } });
  });

  it('is found by way of another site only to name its last address, because pages load it from its own', async () => {
    expect(await measure('abroad')).toEqual({ failure: { kind: 'moved', address: `${abroad}/small` } });
    expect(await measure('and-back')).toEqual({ failure: { kind: 'moved', address: `${origin}/small` } });
    expect(await measure('page-abroad')).toEqual({ failure: { kind: 'html' } });
    expect(await measure('gone-abroad')).toEqual({ failure: { kind: 'status', status: 404 } });
  });

  it('is asked for again while its server is overloaded', async () => {
    expect(await measure('busy')).toMatchObject({ entry: { width: 60 } });
    expect(count('busy')).toBe(3);
  });

  it('is unchanged if its server says so', async () => {
    const known = { width: 60, height: 40, type: 'image/png' } as const;
    expect(await measure('kept', { ...known, etag: '"v1"' })).toBe('unchanged');
    expect(await measure('kept', { ...known, etag: '"v0"' })).toHaveProperty('entry');
    expect(await measure('dated')).toHaveProperty('entry.modified', 'Tue, 01 Dec 2026 00:00:00 GMT');
    expect(await measure('dated', { ...known, modified: 'Tue, 01 Dec 2026 00:00:00 GMT' })).toBe('unchanged');
  });
});

describe('what cannot be measured', () => {
  test.each([
    ['gone', { kind: 'status', status: 404 }, 1],
    ['refused', { kind: 'status', status: 403 }, 1],
    ['broken', { kind: 'status', status: 500 }, 3],
    ['page', { kind: 'html' }, 1],
    ['page-as-image', { kind: 'html' }, 1],
    ['drawing', { kind: 'svg' }, 1],
    ['photoshop', { kind: 'foreign' }, 1],
    ['noise', { kind: 'no-size' }, 1],
    ['zeros', { kind: 'no-size' }, 1],
    ['empty', { kind: 'no-size' }, 1],
    ['no-range', { kind: 'no-size' }, 1],
    ['loop', { kind: 'redirects' }, 6],
    ['elsewhere', { kind: 'redirects' }, 1],
    ['truncated', { kind: 'cut' }, 3],
  ])('is told: %s', async (name, failure, requests) => {
    expect(await measure(name)).toEqual({ failure });
    expect(count(name)).toBe(requests);
  });

  test.each(['slow', 'drips'])('is a server that takes too long: %s', async (name) => {
    expect(await measure(name, undefined, 60)).toEqual({ failure: { kind: 'slow' } });
    expect(count(name)).toBeLessThanOrEqual(1);
  });

  it('is a server that is not there', async () => {
    const address = 'http://127.0.0.1:1/x.jpg';
    const options = { connections, retries: 1, pauseMs: 1, timeoutMs: 1000 };
    expect(await measureMedia(address, undefined, options)).toEqual({
      failure: { kind: 'away', reason: 'ECONNREFUSED' },
    });
  });
});

describe('the network of whoever runs the command', () => {
  const guarded = openConnections();
  afterAll(() => guarded.close());

  it('is never asked, neither by a number nor by a name', async () => {
    const { port } = server.address() as AddressInfo;
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '169.254.169.254']) {
      const options = { connections: guarded, retries: 2, pauseMs: 1, timeoutMs: 1000 };
      const measured = await measureMedia(`http://${host}:${port}/small`, undefined, options);
      expect([host, measured]).toEqual([host, { failure: { kind: 'private' } }]);
    }
    expect(asked).toEqual([]);
  });

  test.each([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['64:ff9b::808:808', true],
    ['64:ff9b::a00:1', false],
    ['10.0.0.1', false],
    ['172.16.3.4', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['fe80::1', false],
    ['fd00::1', false],
  ])('is known by its numbers: %s', (number, expected) => {
    expect(isPublic(number)).toBe(expected);
  });
});
