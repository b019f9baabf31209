import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import { getTransformedRoutes } from '@vercel/routing-utils';
import { describe, expect, it, test } from 'vitest';
import { writeCaching } from '../../../src/model/host-caching.ts';
import { hostFilePaths, hostFiles } from '../../../src/model/host-files.ts';
import type { HostName } from '../../../src/schema/hosting.ts';

const lasting = 'public, max-age=31536000, immutable';
const contentOf = (host: HostName, own?: string) => writeCaching(host, own)?.content ?? '';

describe('browsers cache files with a content hash in their names for a year', () => {
  it.each<HostName>(['cloudflare', 'netlify'])('on %s', (host) => {
    expect(writeCaching(host)).toEqual({
      path: '_headers',
      content: [
        '/_astro/*',
        `  Cache-Control: ${lasting}`,
        '/_images/*',
        `  Cache-Control: ${lasting}`,
        '/_files/*',
        `  Cache-Control: ${lasting}`,
        '/_cards/*',
        `  Cache-Control: ${lasting}`,
        '/pagefind/:part/fragment/*',
        `  Cache-Control: ${lasting}`,
        '/pagefind/:part/index/*',
        `  Cache-Control: ${lasting}`,
        '/pagefind/:part/filter/*',
        `  Cache-Control: ${lasting}`,
        '',
      ].join('\n'),
    });
  });

  it('on Netlify, according to its own parser', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'headers-'));
    const file = path.join(folder, '_headers');
    await writeFile(file, contentOf('netlify'));
    const { headers, errors } = await parseAllHeaders({ headersFiles: [file], configHeaders: [], minimal: true });
    await rm(folder, { recursive: true });
    expect(errors).toEqual([]);
    expect(headers).toHaveLength(7);
    for (const { values } of headers) expect(values).toEqual({ 'Cache-Control': lasting });
  });

  it('on Vercel, according to its own parser, and no other files', () => {
    const { routes, error } = getTransformedRoutes(JSON.parse(contentOf('vercel')));
    expect(error).toBeNull();
    const answer = (asked: string) => {
      const found = routes?.find((route) => 'src' in route && new RegExp(route.src ?? '').test(asked));
      return found && 'headers' in found ? found.headers?.['Cache-Control'] : undefined;
    };
    const kept = [
      '/_astro/a.css',
      '/_images/a.avif',
      '/_files/a.pdf',
      '/_cards/a.png',
      '/pagefind/2021-01-10/index/a.pf_index',
    ];
    for (const asked of kept) expect(answer(asked), asked).toBe(lasting);
    const asked = [
      '/',
      '/k7q3m/',
      '/breaking.json',
      '/rss.xml',
      '/pagefind/parts.json',
      '/pagefind/engine/pagefind.js',
    ];
    for (const other of asked) expect(answer(other), other).toBeUndefined();
  });

  it('on nginx, and revalidate all other files each time', () => {
    expect(writeCaching('nginx')).toEqual({
      path: '_host/nginx-caching.conf',
      content: [
        '# http { include …/_host/nginx-caching.conf; server { add_header Cache-Control $kept_for; … } }',
        'map $uri $kept_for {',
        `  "~^/(?:_astro|_images|_files|_cards|pagefind/[^/]+/(?:fragment|index|filter))/" "${lasting}";`,
        '  default "public, max-age=0, must-revalidate";',
        '}',
        '',
      ].join('\n'),
    });
  });

  it('on Caddy, and revalidate all other files each time', () => {
    expect(writeCaching('caddy')).toEqual({
      path: '_host/caddy-caching',
      content: [
        '# news.example { import …/_host/caddy-caching … }',
        '@lasting {',
        '  path_regexp ^/(?:_astro|_images|_files|_cards|pagefind/[^/]+/(?:fragment|index|filter))/',
        '  file',
        '}',
        `header @lasting Cache-Control "${lasting}"`,
        'header ?Cache-Control "public, max-age=0, must-revalidate"',
        '',
      ].join('\n'),
    });
  });

  it.each<[HostName, RegExp]>([
    ['cloudflare', /^\/news\.x\/_astro\/\*$/m],
    ['netlify', /^\/news\.x\/pagefind\/:part\/index\/\*$/m],
    ['vercel', /"source": "\/news\.x\/_images\/\(\.\*\)"/],
    ['nginx', /server \{ location \/news\.x\/ \{ add_header .*"~\^\/news\\\.x\/\(\?:_astro/s],
    ['caddy', /path_regexp \^\/news\\\.x\/\(\?:.*^header \/news\.x\/\* \?Cache-Control /ms],
  ])('below the path of the site on %s', (host, expected) => {
    expect(writeCaching(host, undefined, '/news.x')?.content).toMatch(expected);
  });

  it.each<HostName>(['none', 'github', 'gitlab'])('but not on %s, which reads no such file', (host) => {
    expect(writeCaching(host)).toBeUndefined();
  });
});

describe('the owner’s own file', () => {
  it('comes first', () => {
    expect(contentOf('netlify', '/*\n  X-Frame-Options: DENY\n\n')).toMatch(
      /^\/\*\n {2}X-Frame-Options: DENY\n\/_astro\/\*\n/,
    );
    const rule = { source: '/a', headers: [{ key: 'x-robots-tag', value: 'noindex' }] };
    const { headers, cleanUrls } = JSON.parse(
      contentOf('vercel', JSON.stringify({ cleanUrls: false, headers: [rule] })),
    );
    expect([headers[0], headers.length, cleanUrls]).toEqual([rule, 6, false]);
  });

  it('gets no rules added if it has rules for caching itself', () => {
    expect(writeCaching('cloudflare', '/*\n  cache-control: no-store\n')).toBeUndefined();
    const rule = { source: '/a', headers: [{ key: 'Cache-Control', value: 'no-store' }] };
    expect(writeCaching('vercel', JSON.stringify({ headers: [rule] }))).toBeUndefined();
  });
});

test('the one file for Vercel has redirects, caching and the owner’s own settings', () => {
  expect(hostFilePaths('vercel')).toEqual(['vercel.json']);
  expect(hostFilePaths('cloudflare')).toEqual(['_redirects', '_headers']);
  const own = new Map([['vercel.json', '{"cleanUrls":false}']]);
  const files = hostFiles([{ from: '/old/', to: '/k7q3m/' }], { host: { name: 'vercel' } }, own);
  expect(files.map(({ path: file }) => file)).toEqual(['vercel.json']);
  const { redirects, headers, cleanUrls } = JSON.parse(files[0]?.content ?? '');
  expect([redirects.length, headers.length, cleanUrls]).toEqual([1, 5, false]);
});
