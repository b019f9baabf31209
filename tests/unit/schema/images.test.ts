import { expect, it } from 'vitest';
import { parseSite } from '../../../src/schema/site.ts';

const defaults = { formats: ['webp'], widths: [320, 800, 1400] };

it.each<[written: string, settings: object, message?: string]>([
  ['', defaults],
  ['images:\n  formats: [webp, avif]', { ...defaults, formats: ['avif', 'webp'] }],
  ['images:\n  formats: avif', { ...defaults, formats: ['avif'] }],
  ['images:\n  formats: []', { ...defaults, formats: [] }],
  ['images:\n  widths: [1600, 400, 400]', { ...defaults, widths: [400, 1600] }],
  ['images:\n  widths: ٤٠٠، ٨٠٠', { ...defaults, widths: [400, 800] }],
  ['images:\n  minutes: ١٠', { ...defaults, minutes: 10 }],
  ['images:\n  minutes: 0', { ...defaults, minutes: 0 }],
  ['images:\n  media: https://Media.example/paper', { ...defaults, media: 'https://media.example/paper/' }],
  [
    'images:\n  media: https://media.example/?v=2',
    defaults,
    '«https://media.example/?v=2» ليس عنوان مجلد صور. اكتبه كاملًا يبدأ بـ https:// وينتهي بـ /، مثل https://media.example/.',
  ],
  ['images:\n  formats: [png]', defaults, 'القيمة «png» لا تصلح في «formats». اكتب واحدة من هذه: avif، webp.'],
  [
    'images:\n  widths: [8000]',
    defaults,
    'القيمة «8000» لا تصلح عرضًا للصور. اكتب عدد وحدات البكسل، من 64 إلى 4000، مثل: widths: [320, 800, 1200]',
  ],
])('with «%s», photographs are published as %o', (written, settings, message) => {
  const { site, problems } = parseSite(`title: صدى\ndescription: أخبار\nurl: https://sada.example\n${written}\n`);
  expect(site.images).toEqual(settings);
  expect(problems.map((problem) => problem.message)).toEqual(message === undefined ? [] : [message]);
});

it.each<[written: string, service: object | undefined]>([
  ['  service: netlify', { name: 'netlify' }],
  ['  service: none-but-originals', { name: 'none-but-originals' }],
  [
    '  service: imgproxy\n  imgproxy: https://img.example/news/',
    { name: 'imgproxy', address: 'https://img.example/news' },
  ],
  ['  service: cloudflare\nhost: nginx', { name: 'cloudflare' }],
  ['  service: vercel\nhost: vercel', { name: 'vercel' }],
  [
    '  service: imgproxy\n  imgproxy: https://img.example\nhost: github',
    { name: 'imgproxy', address: 'https://img.example' },
  ],
])('with «%s», the sizes come from %o', (written, service) => {
  const { site, problems } = parseSite(
    `title: صدى\ndescription: أخبار\nurl: https://sada.example\nimages:\n${written}\n`,
  );
  expect(problems).toEqual([]);
  expect(site.images.service).toEqual(service);
});

it.each<[host: string, service: string, suggestion: string]>([
  ['github', 'cloudflare', '  service: none-but-originals # الصور'],
  ['gitlab', 'netlify', '  service: none-but-originals # الصور'],
  ['netlify', 'vercel', '  service: netlify # الصور'],
  ['vercel', 'cloudflare', '  service: vercel # الصور'],
  ['cloudflare', 'netlify', '  service: cloudflare # الصور'],
  ['caddy', 'vercel', '  service: none-but-originals # الصور'],
])('on the host %s, corrects the line of the service %s', (host, service, suggestion) => {
  const { site, problems } = parseSite(
    `title: صدى\ndescription: أخبار\nurl: https://sada.example\nhost: ${host}\nimages:\n  service: ${service} # الصور\n`,
  );
  expect(problems).toMatchObject([{ file: 'site.yaml', line: 6, field: 'images.service', suggestion }]);
  expect(site.images.service).toBeUndefined();
});

it.each<[url: string, imgproxy: string, suggestion?: string]>([
  ['https://sada.example', 'http://img.example/news', '  imgproxy: https://img.example/news'],
  ['https://sada.example', 'https://img.example'],
  ['http://localhost:4321', 'http://localhost:8080'],
])('for a site at %s, imgproxy at %s is corrected to %s', (url, imgproxy, suggestion) => {
  const { problems } = parseSite(
    `title: صدى\ndescription: أخبار\nurl: ${url}\nimages:\n  service: imgproxy\n  imgproxy: ${imgproxy}\n`,
  );
  expect(problems).toMatchObject(suggestion === undefined ? [] : [{ line: 6, field: 'images.imgproxy', suggestion }]);
  expect(problems).toHaveLength(suggestion === undefined ? 0 : 1);
});

it('makes the sizes at build where a service lacks its address, or has no zone', () => {
  const serviceOf = (written: string) => parseSite(`title: صدى\ndescription: أخبار\n${written}\n`).site.images.service;
  expect(serviceOf('url: https://sada.example\nimages:\n  service: imgproxy')).toBeUndefined();
  expect(serviceOf('url: https://sada.workers.dev\nimages:\n  service: cloudflare')).toBeUndefined();
});
