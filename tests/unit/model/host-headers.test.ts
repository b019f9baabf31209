import { describe, expect, it, test } from 'vitest';
import { hostFilePaths, hostFiles } from '../../../src/model/host-files.ts';
import { writeHeaders } from '../../../src/model/host-headers.ts';
import {
  composeRobotsHeaders,
  composeSecurityHeaders,
  type SecurityHeader,
} from '../../../src/model/security-headers.ts';
import type { HostName } from '../../../src/schema/hosting.ts';
import { readHostHeaders } from '../../support/host-headers.ts';
import { site } from '../../support/library.ts';

const hosts: HostName[] = ['cloudflare', 'netlify', 'vercel', 'nginx', 'caddy'];
const headers: SecurityHeader[] = [
  { name: 'Content-Security-Policy', value: "default-src 'none'", drawingValue: 'sandbox' },
  { name: 'X-Content-Type-Options', value: 'nosniff' },
];
const contentOf = (host: HostName, own?: string) => writeHeaders(headers, host, own)?.content;

describe('the file', () => {
  it.each<[host: HostName, path: string, lines: string[]]>([
    [
      'cloudflare',
      '_headers',
      [
        '/*',
        "  Content-Security-Policy: default-src 'none'",
        '  X-Content-Type-Options: nosniff',
        '/*.svg',
        '  ! Content-Security-Policy',
        '  Content-Security-Policy: sandbox',
      ],
    ],
    [
      'netlify',
      '_headers',
      [
        '/*',
        "  Content-Security-Policy: default-src 'none'",
        '  X-Content-Type-Options: nosniff',
        '/*.svg',
        '  Content-Security-Policy: sandbox',
      ],
    ],
    [
      'nginx',
      '_host/nginx-headers.conf',
      [
        '# server { include …/_host/nginx-headers.conf; … }',
        'set $content_security_policy "default-src \'none\'";',
        'if ($uri ~ "\\.svg$") { set $content_security_policy "sandbox"; }',
        'add_header Content-Security-Policy $content_security_policy always;',
        'add_header X-Content-Type-Options "nosniff" always;',
      ],
    ],
    [
      'caddy',
      '_host/caddy-headers',
      [
        '# news.example { import …/_host/caddy-headers … }',
        '@drawings path *.svg',
        '@others not path *.svg',
        'header @drawings Content-Security-Policy "sandbox"',
        'header @others Content-Security-Policy "default-src \'none\'"',
        'header X-Content-Type-Options "nosniff"',
      ],
    ],
  ])('for %s is %s', (host, path, lines) => {
    expect(writeHeaders(headers, host)).toEqual({ path, content: [...lines, ''].join('\n') });
  });

  it('for Vercel is vercel.json', () => {
    expect(JSON.parse(contentOf('vercel') ?? '')).toEqual({
      headers: [
        { source: '/(.*)', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
        {
          source: '/((?!.*\\.svg$).*)',
          headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'" }],
        },
        { source: '/(.*)\\.svg', headers: [{ key: 'Content-Security-Policy', value: 'sandbox' }] },
      ],
    });
  });

  it.each<HostName>(['none', 'github', 'gitlab'])('does not exist for %s, which reads none', (host) => {
    expect(writeHeaders(headers, host)).toBeUndefined();
  });
});

describe.each(hosts)('on %s', (host) => {
  it.each(['/', '/k7q3m/', '/2022/01/الجسر/', '/_astro/page.js', '/rss.xml', '/svg/'])(
    'a browser gets both headers with %s',
    async (pathname) => {
      const sent = await readHostHeaders(host, contentOf(host) ?? '');
      expect(sent(pathname)).toEqual({
        'content-security-policy': "default-src 'none'",
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it.each(['/favicon.svg', '/_images/a1b2.svg'])('it gets the policy for drawings with %s', async (pathname) => {
    const sent = await readHostHeaders(host, contentOf(host) ?? '');
    expect(sent(pathname)).toEqual({ 'content-security-policy': 'sandbox', 'x-content-type-options': 'nosniff' });
  });
});

describe('a header that the owner’s file names is left to the owner', () => {
  const vercel = (key: string) => JSON.stringify({ headers: [{ source: '/a', headers: [{ key, value: 'own' }] }] });

  it.each<[host: HostName, own: string]>([
    ['cloudflare', '/*\n  content-security-policy: own\n'],
    ['cloudflare', '/pdf/*\n  ! Content-Security-Policy\n'],
    ['netlify', '# ours\n/*\n  Content-Security-Policy : own\n'],
    ['vercel', vercel('content-security-policy')],
    ['nginx', 'add_header content-security-policy "own" always;\n'],
    ['caddy', 'header Content-Security-Policy "own"\n'],
    ['caddy', 'header @pages >Content-Security-Policy "own"\n'],
    ['caddy', 'header {\n  -Content-Security-Policy\n}\n'],
  ])('on %s: %j', (host, own) => {
    const content = contentOf(host, own) ?? '';
    expect(content).not.toContain('sandbox');
    expect(content).toContain('nosniff');
    if (host !== 'vercel') expect(content.startsWith(own.trimEnd())).toBe(true);
  });

  it('but not one that a comment or a value names', () => {
    expect(contentOf('netlify', '# Content-Security-Policy: none\n/*\n  X-Note: Content-Security-Policy\n')).toContain(
      'sandbox',
    );
    expect(contentOf('nginx', '# add_header Content-Security-Policy "own";\n')).toContain('sandbox');
  });

  it('and the file stays as it is when it names all of them', () => {
    const own = '/*\n  Content-Security-Policy: own\n  X-Content-Type-Options: nosniff\n';
    expect(writeHeaders(headers, 'netlify', own)).toBeUndefined();
    const own2 = '/*\n  X-Content-Type-Options: nosniff\n';
    expect(contentOf('netlify', own2)).toBe(
      `${own2}/*\n  Content-Security-Policy: default-src 'none'\n/*.svg\n  Content-Security-Policy: sandbox\n`,
    );
  });
});

test.each<[host: HostName, own: string]>([
  ['cloudflare', '/pdf/*\n  X-Robots-Tag: all\n'],
  ['netlify', '/pdf/*\n  X-Robots-Tag: all\n'],
  ['vercel', JSON.stringify({ headers: [{ source: '/pdf/(.*)', headers: [{ key: 'x-robots-tag', value: 'all' }] }] })],
  ['nginx', 'add_header X-Robots-Tag "all";\n'],
  ['caddy', 'header /pdf/* X-Robots-Tag all\n'],
])('a header that is always sent stays on %s beside the owner’s', (host, own) => {
  const [always] = composeRobotsHeaders({ indexed: false });
  const content = writeHeaders(always ? [...headers, always] : headers, host, own)?.content ?? '';
  expect(content.lastIndexOf('X-Robots-Tag')).toBeGreaterThan(content.indexOf('nosniff'));
  expect(content).toContain('noindex');
  expect(content.includes('x-robots-tag')).toBe(false);
});

test('the files for a host have the owner’s rules, redirects, caching and security headers', () => {
  expect(hostFilePaths('nginx')).toContain('_host/nginx-headers.conf');
  const own = new Map([['vercel.json', '{"cleanUrls":false}']]);
  const files = hostFiles([{ from: '/old/', to: '/k7q3m/' }], { host: { name: 'vercel' } }, own, headers);
  expect(files.map(({ path }) => path)).toEqual(['vercel.json']);
  const settings = JSON.parse(files[0]?.content ?? '');
  expect([settings.redirects.length, settings.headers.length, settings.cleanUrls]).toEqual([1, 8, false]);
});

test('every line of Cloudflare’s file has fewer characters than Cloudflare allows', () => {
  const comments = { ...site.comments, provider: 'waline' as const, endpoint: `https://${'a'.repeat(60)}.example` };
  const parts = { inline: { scripts: ['a'], style: 'b' }, frames: ['https://player.vimeo.com'] };
  const content = writeHeaders(composeSecurityHeaders({ ...site, comments }, parts), 'cloudflare')?.content ?? '';
  expect(Math.max(...content.split('\n').map((line) => line.length))).toBeLessThan(2000);
});

test.each<[HostName, string]>([
  ['cloudflare', '/%D8%A3/*\n'],
  ['netlify', '/%D8%A3/*\n'],
  ['vercel', '"source": "/%D8%A3/(.*)"'],
  ['nginx', '# location /أ/ { include …/_host/nginx-headers.conf; … }\n'],
  ['caddy', '@others {\n  path /أ/*\n  not path *.svg\n}\n'],
])('on %s, only pages below the path of the site get the headers', (host, expected) => {
  const content = writeHeaders(headers, host, undefined, '/أ')?.content ?? '';
  expect(content).toContain(expected);
  expect(content).not.toMatch(/^\/\*|"source": "\/\(|^header [A-Z]/m);
});
