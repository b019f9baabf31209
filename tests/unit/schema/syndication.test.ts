import { describe, expect, it } from 'vitest';
import { messages } from '../../../src/schema/messages.ts';
import { parseSite } from '../../../src/schema/site.ts';

function siteWith(...lines: string[]) {
  return parseSite(['title: صدى', 'description: أخبار البلدة', 'url: https://sada.example', ...lines].join('\n'));
}

const endpoint = 'https://api.indexnow.org/indexnow';

describe('a setting for feed readers and search engines', () => {
  it.each<[lines: string[], settings: object]>([
    [[], { feeds: { language: 'ar', atomAndJson: 'site' }, publisher: { profiles: [], policies: {} }, announce: {} }],
    [['feeds:'], { feeds: { language: 'ar' } }],
    [['feeds: { language: ar_eg }'], { feeds: { language: 'ar-EG' } }],
    [['feeds: { atom-and-json: sections }'], { feeds: { atomAndJson: 'sections' } }],
    [['feeds: { aliases: [/feed/, /feed/, /rss.php] }'], { feeds: { aliases: ['/feed/', '/rss.php'] } }],
    [['feeds:', '  hub: https://hub.example'], { feeds: { language: 'ar', hub: 'https://hub.example/' } }],
    [['feeds: { tag-authority: Old.example }'], { feeds: { tagAuthority: 'old.example' } }],
    [['feeds:', '  tag-authority: old.example,2020-02-29'], { feeds: { tagAuthority: 'old.example,2020-02-29' } }],
    [['feeds:', '  tag-authority: old.example, 2019'], { feeds: { tagAuthority: 'old.example,2019' } }],
    [['feeds:', '  tag-authority: old.example،٢٠١٩-٠٤-٣٠'], { feeds: { tagAuthority: 'old.example,2019-04-30' } }],
    [['publisher: { logo: /logo.png }'], { publisher: { logo: '/logo.png', profiles: [], policies: {} } }],
    [
      ['publisher:', '  profiles: https://a.example/x، https://b.example/y'],
      { publisher: { profiles: ['https://a.example/x', 'https://b.example/y'], policies: {} } },
    ],
    [
      ['publisher:', '  policies:', '    corrections: /about/', '    ownership: https://owner.example/'],
      { publisher: { profiles: [], policies: { corrections: '/about/', ownership: 'https://owner.example/' } } },
    ],
    [['announce: { indexnow-key: abcd-1234 }'], { announce: { indexNow: { key: 'abcd-1234', endpoint } } }],
    [
      ['announce: { indexnow-key: abcd-1234, indexnow-endpoint: https://index.example/x }'],
      { announce: { indexNow: { key: 'abcd-1234', endpoint: 'https://index.example/x' } } },
    ],
    [['announce: { indexnow-endpoint: https://index.example/x }'], { announce: {} }],
  ])('%j is read', (lines, settings) => {
    const { site, problems } = siteWith(...lines);
    expect(problems).toEqual([]);
    expect(site).toMatchObject(settings);
  });

  it.each([
    ['feeds: { aliases: [https://old.example/rss] }', messages.aliasNotAPath('https://old.example/rss')],
    ['feeds: { langage: ar }', 'المفتاح «langage» غير معروف. لعلك تقصد «language».'],
    [
      'feeds: { atom-and-json: authors }',
      'القيمة «authors» لا تصلح في «atom-and-json». اكتب واحدة من هذه: site، sections، all.',
    ],
    ['feeds: { language: fr-FR }', '«fr-FR» ليست لغة عربية. اكتب ar، أو ar مع رمز البلد مثل ar-EG.'],
    [
      'feeds: { tag-authority: https://old.example/news/ }',
      '«https://old.example/news/» لا تُنسب إليه معرّفات الخلاصات. اكتب النطاق وحده مثل old.example، أو بعده سنة كان لك فيها مثل old.example,2019.',
    ],
    [
      'feeds: { tag-authority: صحيفتي }',
      '«صحيفتي» لا تُنسب إليه معرّفات الخلاصات. اكتب النطاق وحده مثل old.example، أو بعده سنة كان لك فيها مثل old.example,2019.',
    ],
    [
      'announce: { indexnow-key: abc }',
      '«abc» لا يصلح مفتاحًا لـ IndexNow. اكتب من 8 إلى 128 من الأحرف اللاتينية والأرقام والشرطة.',
    ],
    [
      'publisher: { policies: { corrections: التصحيح } }',
      '«التصحيح» ليس رابطًا يصلح في «corrections». اكتب مسارًا في الموقع يبدأ بـ / أو رابطًا كاملًا يبدأ بـ https://.',
    ],
  ])('%s is refused', (line, message) => {
    expect(siteWith(line).problems.map((problem) => problem.message)).toEqual([message]);
  });

  it.each([
    ['  tag-authority: https://old.example/news/', '  tag-authority: old.example'],
    ['  tag-authority: www.old.example., 2019', '  tag-authority: www.old.example,2019'],
    ['  tag-authority: old.example,19', undefined],
    ['  tag-authority: old.example,2019-13', undefined],
    ['  tag-authority: old.example,2019-02-29', undefined],
    ['  tag-authority: جريدة.example', '  tag-authority: xn--ogbfjh9j.example'],
    ['  tag-authority: صحيفتي', undefined],
  ])('%s is corrected to %s', (line, suggestion) => {
    expect(siteWith('feeds:', line).problems.map((problem) => problem.suggestion)).toEqual([suggestion]);
  });
});
