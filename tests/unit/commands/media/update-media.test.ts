import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { MediaFailure } from '../../../../src/commands/media/measure-media.ts';
import { reportMedia } from '../../../../src/commands/media/media-report.ts';
import { openConnections } from '../../../../src/commands/media/public-connections.ts';
import { updateMedia } from '../../../../src/commands/media/update-media.ts';
import { type MediaEntry, mediaLockFile } from '../../../../src/schema/media-lock.ts';
import { site } from '../../../support/library.ts';

let root: string;
let server: Server;
let origin: string;
let picture: Buffer;
/** Its digest is not known, because only its head is fetched. */
let large: Buffer;
let asked: string[] = [];
let version = '"v1"';
const connections = openConnections({ isPrivateAllowed: true });

function sendUnnamed(response: ServerResponse): void {
  response.removeHeader('etag');
  response.end(large);
}

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'media-'));
  picture = await sharp({ create: { width: 9, height: 6, channels: 3, background: '#a35c2e' } })
    .png()
    .toBuffer();
  large = Buffer.concat([picture, Buffer.alloc(300_000)]);
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('etag', version);
    if (request.url === '/gone.png') response.writeHead(404).end();
    else if (request.url === '/unnamed.png') sendUnnamed(response);
    else if (request.headers['if-none-match'] === version) response.writeHead(304).end();
    else response.end(picture);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await connections.close();
  server.close();
  await rm(root, { recursive: true });
});
beforeEach(async () => {
  asked = [];
  version = '"v1"';
  await rm(path.join(root, 'content'), { recursive: true, force: true });
});

const known: MediaEntry = { width: 5, height: 5, type: 'image/gif', etag: '"v1"' };
const inBase = { ...site, images: { ...site.images, media: 'https://cdn.example/paper/' } };

async function update(
  addresses: readonly string[],
  mediaLock: Record<string, MediaEntry> | undefined,
  options: { isRefreshing?: boolean; isPartial?: boolean; media?: string } = {},
) {
  const images = addresses.map((address) => ({ address, file: 'articles/a.md' }));
  const remoteImages = { images, isPartial: options.isPartial ?? false };
  const { media = inBase.images.media } = options;
  const library = {
    remoteImages,
    site: { ...site, images: { ...site.images, media } },
    ...(mediaLock && { mediaLock: new Map(Object.entries(mediaLock)) }),
  };
  const result = await updateMedia(library, {
    connections,
    retries: 0,
    pauseMs: 1,
    timeoutMs: 5000,
    contentDirectory: path.join(root, 'content'),
    isRefreshing: options.isRefreshing ?? false,
    onProgress: () => undefined,
  });
  const text = await readFile(path.join(root, 'content', mediaLockFile), 'utf8').catch(() => undefined);
  const addressesOf = (line: string) => line.split(': {')[0]?.replace(origin, '');
  return { ...result, text, lines: text?.trim().split('\n').slice(1).map(addressesOf) };
}

describe('the command media', () => {
  it('asks only for images without an entry, and leaves out what nothing names', async () => {
    const lock = { [`${origin}/known.png`]: known, [`${origin}/old.png`]: known };
    const { measured, kept, removed, lines } = await update([`${origin}/new.png`, `${origin}/known.png`], lock);
    expect({ measured, kept, removed, lines, asked }).toEqual({
      measured: 1,
      kept: 1,
      removed: 1,
      lines: ['/known.png', '/new.png'],
      asked: ['/new.png'],
    });
  });

  it('leaves out nothing while a text cannot be read', async () => {
    const { removed, lines } = await update([], { [`${origin}/old.png`]: known }, { isPartial: true });
    expect({ removed, lines }).toEqual({ removed: 0, lines: ['/old.png'] });
  });

  it('asks for all again with --refresh, and keeps what has not changed', async () => {
    const lock = { [`${origin}/a.png`]: known, [`${origin}/b.png`]: { ...known, etag: '"v0"' } };
    const { measured, kept, text } = await update(Object.keys(lock), lock, { isRefreshing: true });
    expect({ measured, kept, asked: asked.sort() }).toEqual({ measured: 1, kept: 1, asked: ['/a.png', '/b.png'] });
    expect(text).toContain('{"width":5,"height":5,"type":"image/gif","etag":"\\"v1\\""}');
    expect(text).toContain('{"width":9,"height":6,"type":"image/png"');
  });

  it('keeps the line of the same bytes under another name of their version', async () => {
    const { text: first } = await update([`${origin}/a.png`], undefined);
    const [, json = ''] = /: (\{.*\})$/m.exec(first ?? '') ?? [];
    version = '"v2"';
    const again = await update([`${origin}/a.png`], { [`${origin}/a.png`]: JSON.parse(json) }, { isRefreshing: true });
    expect(again).toMatchObject({ measured: 0, kept: 1, text: first });
  });

  it('keeps the line of a file without a digest or a name of its version, if it is described as before', async () => {
    const address = `${origin}/unnamed.png`;
    const { text: first } = await update([address], undefined);
    const [, json = ''] = /: (\{.*\})$/m.exec(first ?? '') ?? [];
    expect(Object.keys(JSON.parse(json))).not.toContain('sha256');
    const again = await update([address], { [address]: JSON.parse(json) }, { isRefreshing: true });
    expect(again).toMatchObject({ measured: 0, kept: 1, text: first });
  });

  it('does not write a file that stays the same, nor an empty one', async () => {
    expect((await update([], undefined)).text).toBeUndefined();
    await update([`${origin}/a.png`], { [`${origin}/a.png`]: known });
    const before = await stat(path.join(root, 'content', mediaLockFile));
    await update([`${origin}/a.png`], { [`${origin}/a.png`]: known });
    expect((await stat(path.join(root, 'content', mediaLockFile))).ino).toBe(before.ino);
  });

  it('tells what could not be measured, and keeps what is known of it', async () => {
    const lock = { [`${origin}/gone.png`]: known };
    const { failures, lines } = await update([`${origin}/gone.png`], lock, { isRefreshing: true });
    expect(failures).toEqual([
      { address: `${origin}/gone.png`, file: 'articles/a.md', failure: { kind: 'status', status: 404 } },
    ]);
    expect(lines).toEqual(['/gone.png']);
  });

  it('measures copies in the folder of this machine without asking anyone, and none outside of it', async () => {
    await mkdir(path.join(root, 'media/2026'), { recursive: true });
    await writeFile(path.join(root, 'media/2026/صورة.png'), picture);
    await writeFile(path.join(root, 'secret.png'), picture);
    const address = new URL('2026/صورة.png', inBase.images.media).href;
    const { text, failures } = await update([address], undefined);
    expect(failures).toEqual([]);
    expect(text).toContain(`${address}: {"width":9,"height":6,"type":"image/png","bytes":${picture.length},"sha256":`);
    expect(asked).toEqual([]);
    await update(
      ['2026/', '2026%00', '..%2Fsecret.png'].map((name) => `${origin}/${name}`),
      undefined,
      {
        media: `${origin}/`,
      },
    );
    expect(asked.sort()).toEqual(['/..%2Fsecret.png', '/2026%00', '/2026/']);
  });
});

const words: [MediaFailure, string][] = [
  [
    { kind: 'status', status: 404 },
    'لا صورة في هذا العنوان، فقد أجاب الخادم بالرمز 404. راجعه، أو احذف الصورة من النص.',
  ],
  [{ kind: 'status', status: 403 }, 'لم يعطِ الخادم الصورة، وأجاب بالرمز 403. تحقق من أنها متاحة للقراء بلا كلمة مرور.'],
  [{ kind: 'status', status: 503 }, 'الخادم معطل أو مشغول، وأجاب كل مرة بالرمز 503. أعد الأمر بعد حين.'],
  [{ kind: 'away', reason: 'ENOTFOUND' }, 'لم يُوصل إلى الخادم (ENOTFOUND). تحقق من العنوان ومن الشبكة، ثم أعد الأمر.'],
  [{ kind: 'cut' }, 'انقطع الاتصال كل مرة قبل أن يرسل الخادم الصورة. أعد الأمر بعد حين.'],
  [{ kind: 'slow' }, 'لم يرسل الخادم أول الصورة في نصف دقيقة. أعد الأمر بعد حين.'],
  [{ kind: 'html' }, 'في هذا العنوان صفحة لا صورة. اكتب عنوان ملف الصورة نفسه.'],
  [{ kind: 'svg' }, 'هذه الصورة رسم SVG، ولا يُعرض رسم من موقع آخر. انسخ ملفها إلى جوار المقال، واكتب اسمه.'],
  [{ kind: 'foreign' }, 'صيغة هذه الصورة لا تعرضها المتصفحات. احفظها بصيغة JPEG أو PNG أو WebP أو AVIF أو GIF.'],
  [{ kind: 'no-size' }, 'ليس في أول ميغابايت من هذا الملف أبعاد صورة. لعله تالف أو ليس صورة.'],
  [{ kind: 'redirects' }, 'ينقل هذا العنوان إلى عنوان غيره مرة بعد مرة ولا يصل إلى صورة. اكتب عنوانها الأخير.'],
  [
    { kind: 'moved', address: 'https://b.example/x.jpg' },
    'ينقل هذا العنوان إلى موقع آخر، ولا تقبل الصفحات صورة من موقع لم يُكتب فيها. اكتب عنوانها الأخير: https://b.example/x.jpg',
  ],
  [{ kind: 'insecure' }, 'ينقل هذا العنوان إلى عنوان بلا https://، فلا تعرضها المتصفحات. اكتب عنوانًا مشفّرًا.'],
  [
    { kind: 'private' },
    'هذا العنوان في شبكتك لا في الإنترنت، فلا يراه القراء ولا يُسأل. اكتب عنوانًا عامًّا، أو أعد الأمر ومعه --allow-private إن كنت تجرّب.',
  ],
];

test.each(words)('a failure is told with what to do: %j', (failure, sentence) => {
  const failures = [{ address: 'https://a.example/%D8%AC%D8%B3%D8%B1.jpg', file: 'articles/a.md', failure }];
  expect(reportMedia({ measured: 0, kept: 0, removed: 0, failures, isPartial: false })[0]).toBe(
    `articles/a.md: https://a.example/جسر.jpg\n  ${sentence}`,
  );
});

test.each([
  [{ measured: 0, kept: 0, removed: 0 }, false, ['لا يسمّي المحتوى صورة في موقع آخر.']],
  [
    { measured: 3, kept: 11, removed: 2 },
    false,
    [
      'قيست 3 صور، وكُتبت في media.lock.yaml.',
      'بقي ما في media.lock.yaml عن 11 صورةً على حاله.',
      'حُذفت من media.lock.yaml صورتان لم يعد يسمّيهما المحتوى.',
    ],
  ],
  [
    { measured: 1, kept: 0, removed: 0 },
    true,
    [
      'قيست صورة واحدة، وكُتبت في media.lock.yaml.',
      'في المحتوى ملف لا يُقرأ، فلم يُحذف من media.lock.yaml شيء. أصلحه، ثم أعد الأمر.',
    ],
  ],
])('the report counts what became of the images: %j', (counts, isPartial, lines) => {
  expect(reportMedia({ ...counts, failures: [], isPartial })).toEqual(lines);
});
