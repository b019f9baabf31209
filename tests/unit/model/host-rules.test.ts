import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { getTransformedRoutes } from '@vercel/routing-utils';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { hostFiles } from '../../../src/model/host-files.ts';
import { writeRules } from '../../../src/model/host-rules.ts';
import { findRedirects, type Redirect } from '../../../src/model/redirects.ts';
import type { HostName } from '../../../src/schema/hosting.ts';
import { article, library, site } from '../../support/library.ts';

const redirects: Redirect[] = [
  { from: '/2019/05/قصة/', to: '/k7q3m/' },
  { from: '/old/story', to: '/2022/01/الجسر/' },
  { from: '/2015/story.html', to: '/m4t9x/' },
];

const rulesOf = (host: HostName, most = 2000, own?: string) => writeRules(redirects, host, most, own);

test('redirects are in the order of the library, each to the permalink of its article', () => {
  const articles = [
    article(1, { aliases: ['/one/', '/1/index.html'] }),
    article(2, { aliases: ['/two/'] }),
    article(3),
  ];
  expect(findRedirects(library(articles))).toEqual([
    { from: '/two/', to: '/a0002/' },
    { from: '/one/', to: '/a0001/' },
    { from: '/1/', to: '/a0001/' },
  ]);
  expect(findRedirects(library(articles, { site: { ...site, permalink: 'readable' } }))[0]).toEqual({
    from: '/two/',
    to: '/2026/01/خبر-2/',
  });
});

describe('rules', () => {
  it('for Cloudflare are lines with percent-encoded paths', () => {
    expect(rulesOf('cloudflare')).toEqual({
      path: '_redirects',
      content: [
        '/2019/05/%D9%82%D8%B5%D8%A9/ /k7q3m/ 301',
        '/old/story /2022/01/%D8%A7%D9%84%D8%AC%D8%B3%D8%B1/ 301',
        '/2015/story.html /m4t9x/ 301',
        '',
      ].join('\n'),
    });
  });

  it.each<[host: HostName, path: string, rules: string]>([
    ['nginx', '_host/nginx-redirects.conf', '\nmap $uri $moved_to {\n}\n'],
    ['caddy', '_host/caddy-redirects', '\nmap {path} {moved_to} {\n  default ""\n}\n@moved not vars {moved_to} ""\n'],
  ])('for %s are written without redirects too, because its configuration includes them', (host, path, rules) => {
    const written = writeRules([], host, 2000);
    expect(written?.path).toBe(path);
    expect(written?.content).toContain(rules);
    expect(writeRules([], 'netlify', 2000)).toBeUndefined();
  });

  it('for Netlify take precedence over files', () => {
    expect(rulesOf('netlify')?.content).toContain('/2015/story.html /m4t9x/ 301!\n');
  });

  it('for Vercel match with and without a final slash', () => {
    expect(JSON.parse(rulesOf('vercel')?.content ?? '')).toEqual({
      redirects: [
        { source: '/2019/05/%D9%82%D8%B5%D8%A9{/}?', destination: '/k7q3m/', statusCode: 301 },
        { source: '/old/story{/}?', destination: '/2022/01/%D8%A7%D9%84%D8%AC%D8%B3%D8%B1/', statusCode: 301 },
        { source: '/2015/story.html{/}?', destination: '/m4t9x/', statusCode: 301 },
      ],
    });
  });

  it('for nginx are a map of decoded paths, with hash sizes for the longest path and for the number of paths', () => {
    expect(rulesOf('nginx')).toEqual({
      path: '_host/nginx-redirects.conf',
      content: [
        '# http { include …/_host/nginx-redirects.conf; server { if ($moved_to) { return 301 $moved_to; } … } }',
        'map_hash_bucket_size 128;',
        'map_hash_max_size 2048;',
        'map $uri $moved_to {',
        '  "/2019/05/قصة" "/k7q3m/";',
        '  "/2019/05/قصة/" "/k7q3m/";',
        '  "/old/story" "/2022/01/%D8%A7%D9%84%D8%AC%D8%B3%D8%B1/";',
        '  "/old/story/" "/2022/01/%D8%A7%D9%84%D8%AC%D8%B3%D8%B1/";',
        '  "/2015/story.html" "/m4t9x/";',
        '}',
        '',
      ].join('\n'),
    });
    const long = [{ from: `/${'ق'.repeat(80)}/`, to: '/k7q3m/' }];
    expect(writeRules(long, 'nginx', Number.POSITIVE_INFINITY)?.content).toContain('map_hash_bucket_size 256;');
  });

  it('for Caddy are a map and one redirect', () => {
    expect(rulesOf('caddy')).toEqual({
      path: '_host/caddy-redirects',
      content: [
        '# news.example { import …/_host/caddy-redirects … }',
        'map {path} {moved_to} {',
        '  "/2019/05/قصة" "/k7q3m/"',
        '  "/2019/05/قصة/" "/k7q3m/"',
        '  "/old/story" "/2022/01/%D8%A7%D9%84%D8%AC%D8%B3%D8%B1/"',
        '  "/old/story/" "/2022/01/%D8%A7%D9%84%D8%AC%D8%B3%D8%B1/"',
        '  "/2015/story.html" "/m4t9x/"',
        '  default ""',
        '}',
        '@moved not vars {moved_to} ""',
        'redir @moved {moved_to} 301',
        '',
      ].join('\n'),
    });
  });

  it.each<HostName>(['none', 'github', 'gitlab'])('are none for %s', (host) => {
    expect(rulesOf(host)).toBeUndefined();
  });

  it('are at most as many as the host allows, those of the newest articles', () => {
    const many = Array.from({ length: 2500 }, (_, index) => ({ from: `/old/${index}/`, to: '/k7q3m/' }));
    const [file] = hostFiles(many, { host: { name: 'cloudflare' } });
    const lines = file?.content.trimEnd().split('\n') ?? [];
    expect(lines).toHaveLength(2000);
    expect([lines[0], lines.at(-1)]).toEqual(['/old/0/ /k7q3m/ 301', '/old/1999/ /k7q3m/ 301']);
    expect(
      hostFiles(many, { host: { name: 'netlify' } })[0]
        ?.content.trimEnd()
        .split('\n'),
    ).toHaveLength(1000);
    expect(JSON.parse(hostFiles(many, { host: { name: 'vercel' } })[0]?.content ?? '').redirects).toHaveLength(1024);
    expect(hostFiles(many, { host: { name: 'nginx' } })[0]?.content.match(/k7q3m/g)).toHaveLength(5000);
  });

  it('come after the owner’s own rules, which count towards the limit', () => {
    const own = '# ours\n/apply/* https://forms.example/:splat 302\n\n';
    expect(rulesOf('cloudflare', 2, own)?.content).toBe(
      '# ours\n/apply/* https://forms.example/:splat 302\n/2019/05/%D9%82%D8%B5%D8%A9/ /k7q3m/ 301\n',
    );
    const settings = JSON.stringify({ cleanUrls: false, redirects: [{ source: '/a', destination: '/b' }] });
    expect(JSON.parse(rulesOf('vercel', 2, settings)?.content ?? '')).toEqual({
      cleanUrls: false,
      redirects: [
        { source: '/a', destination: '/b' },
        { source: '/2019/05/%D9%82%D8%B5%D8%A9{/}?', destination: '/k7q3m/', statusCode: 301 },
      ],
    });
  });

  it.each(['/a*/', '/a/:b/', '/(a)/', '/a+/', '/a"b/', '/a\\b/', '/$1/', '/{a}/', `/${'ق'.repeat(90)}/`])(
    'are none for %s, which a host reads as a pattern or finds too long',
    (from) => {
      for (const host of ['cloudflare', 'netlify', 'vercel', 'nginx', 'caddy'] as const) {
        expect(writeRules([{ from, to: '/k7q3m/' }], host, 2000)).toEqual(writeRules([], host, 2000));
      }
    },
  );
});

describe('according to the hosts’ own parsers', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'rules-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('the rules for Netlify are complete, permanent and forced', async () => {
    const file = path.join(folder, '_redirects');
    await writeFile(file, rulesOf('netlify')?.content ?? '');
    const { redirects: read, errors } = await parseAllRedirects({
      redirectsFiles: [file],
      configRedirects: [],
      minimal: true,
    });
    expect(errors).toEqual([]);
    const meant = redirects.map(({ from, to }) => ({
      from: encodeURI(from),
      to: encodeURI(to),
      status: 301,
      force: true,
    }));
    expect(read).toMatchObject(meant);
    expect(read).toHaveLength(meant.length);
  });

  it('the rules for Vercel match the paths that browsers request, and no others', () => {
    const { routes, error } = getTransformedRoutes(JSON.parse(rulesOf('vercel')?.content ?? ''));
    expect(error).toBeNull();
    const answer = (asked: string) => {
      const found = routes?.find((route) => 'src' in route && new RegExp(route.src ?? '').test(encodeURI(asked)));
      return found && 'headers' in found ? [found.status, found.headers?.Location] : undefined;
    };
    for (const { from, to } of redirects) {
      const bare = from.replace(/\/$/, '');
      for (const asked of [bare, `${bare}/`]) expect(answer(asked), asked).toEqual([301, encodeURI(to)]);
      for (const other of [`${bare}x`, `/x${bare}`, `${bare}/x`]) expect(answer(other), other).toBeUndefined();
    }
    expect(answer('/2015/storyxhtml')).toBeUndefined();
  });
});

test('GitHub Pages gets the file that turns Jekyll off', () => {
  expect(hostFiles(redirects, { host: { name: 'github' } })).toEqual([{ path: '.nojekyll', content: '' }]);
});

test('redirects lead below the path of the site', () => {
  const one = [{ from: '/old/', to: '/k7q3m/' }];
  const [file] = hostFiles(one, { host: { name: 'cloudflare' } }, new Map(), [], '/أخبار');
  expect(file?.content.split('\n')[0]).toBe(
    '/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/old/ /%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/k7q3m/ 301',
  );
});
