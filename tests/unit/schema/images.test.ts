import { expect, it } from 'vitest';
import { parseSite } from '../../../src/schema/site.ts';

const defaults = { formats: ['webp'], widths: [320, 800, 1200] };

it.each<[written: string, settings: object, message?: string]>([
  ['', defaults],
  ['images:\n  formats: [webp, avif]', { ...defaults, formats: ['avif', 'webp'] }],
  ['images:\n  formats: avif', { ...defaults, formats: ['avif'] }],
  ['images:\n  formats: []', { ...defaults, formats: [] }],
  ['images:\n  widths: [1600, 400, 400]', { ...defaults, widths: [400, 1600] }],
  ['images:\n  widths: ٤٠٠، ٨٠٠', { ...defaults, widths: [400, 800] }],
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
