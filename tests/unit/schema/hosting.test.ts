import { expect, it } from 'vitest';
import type { Hosting } from '../../../src/schema/hosting.ts';
import { parseSite } from '../../../src/schema/site.ts';

const siteWith = (...lines: string[]) =>
  parseSite(['title: صدى', 'description: أخبار البلدة', 'url: https://sada.example', ...lines].join('\n'));

it.each<[lines: string[], host: Hosting['host']]>([
  [[], { name: 'none' }],
  [['host: cloudflare'], { name: 'cloudflare' }],
  [['host:', '  name: cloudflare', '  files: ١٠٠٠٠٠'], { name: 'cloudflare', files: 100_000 }],
])('%j name the host', (lines, host) => {
  const { site, problems } = siteWith(...lines);
  expect(problems).toEqual([]);
  expect(site.host).toEqual(host);
});

it.each<[lines: string[], message: string, suggestion?: string]>([
  [
    ['host: cloudfare'],
    'القيمة «cloudfare» لا تصلح في «host». اكتب واحدة من هذه: none، cloudflare، netlify، vercel، github، gitlab، nginx، caddy.',
    'host: cloudflare',
  ],
  [['host: { files: 100000 }'], 'ينقص المفتاح «name» داخل «host»، ولا بدّ منه.'],
  [['host: { name: cloudflare, files: كثير }'], 'القيمة «كثير» لا تصلح في «files». اكتب عددًا صحيحًا مثل 3.'],
])('%j are refused', (lines, message, suggestion) => {
  const { site, problems } = siteWith(...lines);
  expect(problems.map((problem) => [problem.message, problem.suggestion])).toEqual([[message, suggestion]]);
  expect(site.host).toEqual({ name: 'none' });
});
