import { describe, expect, it } from 'vitest';
import { writeHeaders } from '../../../src/model/host-headers.ts';
import { composeRobotsHeaders, composeSecurityHeaders } from '../../../src/model/security-headers.ts';
import type { HostName } from '../../../src/schema/hosting.ts';
import { readHostHeaders } from '../../support/host-headers.ts';
import { site } from '../../support/library.ts';
import { gradeOf, observatoryTests, scoreHeaders } from '../../support/observatory.ts';

const parts = { inline: { scripts: ['a'], style: 'b' }, frames: ['https://player.vimeo.com'] };

/** A site that uses everything that adds to its policy. */
const largest = {
  ...site,
  comments: { ...site.comments, provider: 'waline' as const, endpoint: 'https://talk.example' },
};

describe('the security headers', () => {
  it('of a site with TLS are these', () => {
    const [policy, ...others] = composeSecurityHeaders(site, parts);
    expect(policy?.name).toBe('Content-Security-Policy');
    expect(others).toEqual([
      { name: 'X-Content-Type-Options', value: 'nosniff' },
      { name: 'X-Frame-Options', value: 'SAMEORIGIN' },
      { name: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
      {
        name: 'Permissions-Policy',
        value:
          'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), clipboard-write=(self)',
      },
      { name: 'Strict-Transport-Security', value: 'max-age=63072000' },
      { name: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
    ]);
  });

  it('of a site without TLS are the same without those that need it', () => {
    const names = composeSecurityHeaders({ ...site, url: 'http://news.example' }, parts).map(({ name }) => name);
    expect(names).toEqual([
      'Content-Security-Policy',
      'X-Content-Type-Options',
      'X-Frame-Options',
      'Referrer-Policy',
      'Permissions-Policy',
    ]);
  });

  it.each<HostName>(['cloudflare', 'netlify', 'vercel', 'nginx', 'caddy'])(
    'on %s get the grade A+ from Mozilla’s Observatory',
    async (host) => {
      const file = writeHeaders(composeSecurityHeaders(largest, parts), host);
      const sent = await readHostHeaders(host, file?.content ?? '');
      const scores = Object.entries(observatoryTests).map(([name, score]) => [name, score(sent('/'))]);
      expect(Object.fromEntries(scores)).toEqual({
        'content-security-policy': 10,
        cookies: 0,
        'cross-origin-resource-sharing': 0,
        redirection: 0,
        'referrer-policy': 5,
        'strict-transport-security': 0,
        'subresource-integrity': 0,
        'x-content-type-options': 0,
        'x-frame-options': 5,
        'cross-origin-resource-policy': 0,
      });
      expect(scoreHeaders(sent('/'))).toBe(120);
      expect(gradeOf(120)).toBe('A+');
    },
  );
});

it.each([
  [true, []],
  [false, [{ name: 'X-Robots-Tag', value: 'noindex', isSentAlways: true }]],
])('search engines may index the files of a site: %s', (indexed, headers) => {
  expect(composeRobotsHeaders({ indexed })).toEqual(headers);
});

describe('the Observatory', () => {
  const best = {
    'content-security-policy': "default-src 'none'; script-src 'self'; frame-ancestors 'self'",
    'strict-transport-security': 'max-age=63072000',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  };

  it.each<[change: Record<string, string>, score: number, grade: string]>([
    [{}, 120, 'A+'],
    [{ 'cross-origin-resource-policy': 'same-origin' }, 130, 'A+'],
    [{ 'content-security-policy': "default-src 'self'; frame-ancestors 'self'" }, 115, 'A+'],
    [{ 'content-security-policy': "default-src 'none'; script-src 'self' 'unsafe-inline'" }, 60, 'C+'],
    [{ 'content-security-policy': "default-src 'none'; script-src 'unsafe-eval'; frame-ancestors *" }, 100, 'A+'],
    [{ 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *" }, 110, 'A+'],
    [{ 'content-security-policy': "default-src 'none'; img-src http:; frame-ancestors *" }, 100, 'A+'],
    [{ 'content-security-policy': '' }, 55, 'C'],
    [{ 'content-security-policy': '', 'x-frame-options': 'SAMEORIGIN' }, 75, 'B'],
    [{ 'strict-transport-security': 'max-age=86400' }, 110, 'A+'],
    [{ 'strict-transport-security': '' }, 80, 'B+'],
    [{ 'x-content-type-options': '' }, 115, 'A+'],
    [{ 'referrer-policy': 'unsafe-url' }, 110, 'A+'],
    [{ 'set-cookie': 'a=b' }, 80, 'B+'],
  ])('gives the best headers, changed by %j, the score %i and the grade %s', (change, score, grade) => {
    expect(scoreHeaders({ ...best, ...change })).toBe(score);
    expect(gradeOf(score)).toBe(grade);
  });

  it('gives a site without headers 30 points', () => {
    expect(scoreHeaders({})).toBe(30);
    expect(gradeOf(30)).toBe('D');
  });
});
