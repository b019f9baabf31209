import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImageService, resizedUrl } from '../../../../src/lib/image-services.ts';
import { answerWithOriginals } from '../../../../src/site-build/astro/preview-images.ts';

const siteUrl = 'https://news.example/daily';
const original = '/daily/_images/0f-original.jpg';
const imgproxy: ImageService = { name: 'imgproxy', siteUrl, address: 'https://img.example' };
const arabic = 'https://news.example/أخبار';
const encodedOriginal = `${encodeURI('/أخبار')}/_images/0f-original.jpg`;
const size = { width: 800, format: 'webp' } as const;

describe('a preview', () => {
  let outputDirectory: string;
  let server: Server;

  beforeEach(async () => {
    outputDirectory = await mkdtemp(path.join(os.tmpdir(), 'preview-'));
    server = createServer((_, response) => response.end('server'));
    answerWithOriginals(server, { url: siteUrl, outputDirectory });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });

  afterEach(async () => {
    await new Promise((closed) => server.close(closed));
    await rm(outputDirectory, { recursive: true });
  });

  const ask = (url: string) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${url}`, { redirect: 'manual' });

  it.each(['cloudflare', 'netlify', 'vercel'] as const)('shows the original instead of a size of %s', async (name) => {
    const response = await ask(resizedUrl({ name, siteUrl }, original, size));
    expect([response.status, response.headers.get('location')]).toEqual([302, original]);
  });

  it('shows pages with the originals instead of sizes of imgproxy', async () => {
    const srcset = [400, 800]
      .map((width) => `${resizedUrl(imgproxy, original, { ...size, width })} ${width}w`)
      .join(', ');
    const remote = resizedUrl(imgproxy, 'https://media.example/a.jpg', size);
    await writeFile(path.join(outputDirectory, 'index.html'), `<img srcset="${srcset}" src="${remote}">`);
    const response = await ask('/daily/?x');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe(`<img srcset="${original} 400w, ${original} 800w" src="${remote}">`);
  });

  it('shows them below a path in Arabic too', async () => {
    const address = resizedUrl({ ...imgproxy, siteUrl: arabic }, encodedOriginal, size);
    await writeFile(path.join(outputDirectory, 'index.html'), `<img src="${address}">`);
    const below = createServer((_, response) => response.end('server'));
    answerWithOriginals(below, { url: arabic, outputDirectory });
    await new Promise<void>((listening) => below.listen(0, '127.0.0.1', listening));
    const response = await fetch(`http://127.0.0.1:${(below.address() as AddressInfo).port}/أخبار/`);
    expect(await response.text()).toBe(`<img src="${encodedOriginal}">`);
    await new Promise((closed) => below.close(closed));
  });

  it.each([
    ['/_vercel/image?url=%&w=1', '%'],
    ['/_vercel/image?url=/%D8%A3%0a.jpg&w=1', '/%D8%A3%0A.jpg'],
  ])('redirects though nobody writes such an address: %s', async (url, location) => {
    expect((await ask(url)).headers.get('location')).toBe(location);
  });

  it.each(['//', '//evil.example/', '*', '/daily/%/', '/daily/%00/', `/daily/${'a'.repeat(300)}/`])(
    'leaves to the server what no browser asks for: %s',
    async (url) => {
      const { port } = server.address() as AddressInfo;
      const socket = connect(port, '127.0.0.1', () => socket.end(`GET ${url} HTTP/1.0\r\n\r\n`));
      expect(await text(socket)).toMatch(/server$/);
    },
  );

  it.each([
    '/daily/',
    '/daily/k7q3m/',
    '/daily/a.css',
    '/other/',
    '/daily/%2e%2e/%2e%2e/etc/',
    '/daily/_images/0f-original.jpg',
  ])('leaves all else to the server: %s', async (url) => {
    await writeFile(path.join(outputDirectory, 'index.html'), '<p>خبر</p>');
    expect(await (await ask(url)).text()).toBe('server');
  });
});
