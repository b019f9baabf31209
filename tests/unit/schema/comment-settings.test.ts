import { describe, expect, it, test } from 'vitest';
import { type CommentSettings, parseSite } from '../../../src/schema/site.ts';

function settingsOf(...lines: string[]) {
  const required = ['title: صدى', 'description: أخبار البلدة', 'url: https://sada.example', 'comments:'];
  return parseSite([...required, ...lines.map((line) => `  ${line}`)].join('\n'));
}

describe('the settings of comments', () => {
  it.each<[lines: string[], settings: Partial<CommentSettings>]>([
    [[], { provider: 'none', moderated: true, siteId: 'remark' }],
    [
      ['provider: form', 'endpoint: https://c.example/post/'],
      { provider: 'form', endpoint: 'https://c.example/post/' },
    ],
    [['provider: waline', 'endpoint: https://c.example/'], { provider: 'waline', endpoint: 'https://c.example' }],
    [['provider: isso', 'endpoint: https://c.example/isso//'], { endpoint: 'https://c.example/isso' }],
    [['provider: waline', 'endpoint: https://c.example', 'moderated: لا'], { moderated: false }],
    [
      ['provider: remark42', 'endpoint: https://sada.example/remark42', 'site-id: sada'],
      { provider: 'remark42', siteId: 'sada', moderated: false },
    ],
    [['provider: embed', 'endpoint: "https://forum.example/embed?url={url}"'], { provider: 'embed' }],
    [
      [
        'provider: giscus',
        'giscus:',
        '  repository: sada/talk',
        '  repository-id: R_1',
        '  category: نقاش',
        '  category-id: DIC_1',
      ],
      { giscus: { repository: 'sada/talk', repositoryId: 'R_1', category: 'نقاش', categoryId: 'DIC_1' } },
    ],
    [['close-after: ٩٠'], { closeAfter: 90 }],
    [['terms: [لا إساءة]'], { terms: ['لا إساءة'] }],
  ])('%j are read', (lines, settings) => {
    const { site, problems } = settingsOf(...lines);
    expect(problems).toEqual([]);
    expect(site.comments).toMatchObject(settings);
  });

  it.each<[lines: string[], message: string]>([
    [['provider: waline'], 'ينقص المفتاح «endpoint» داخل «comments»، ولا بدّ منه حين تكون قيمة «provider» هي waline.'],
    [['provider: embed'], 'ينقص المفتاح «endpoint» داخل «comments»، ولا بدّ منه حين تكون قيمة «provider» هي embed.'],
    [
      ['provider: disqus'],
      'القيمة «disqus» لا تصلح في «provider». اكتب واحدة من هذه: none، form، waline، isso، remark42، giscus، embed.',
    ],
    [['close-after: 0'], 'القيمة «0» لا تصلح في «close-after». اكتب عددًا صحيحًا أكبر من الصفر.'],
    [['moderated: أحيانًا'], 'القيمة «أحيانًا» لا تصلح في «moderated». اكتب true (نعم) أو false (لا).'],
  ])('%j are refused', (lines, message) => {
    expect(settingsOf(...lines).problems.map((problem) => problem.message)).toEqual([message]);
  });
});

test('giscus settings with missing keys are refused by the names of those keys', () => {
  const { problems } = settingsOf('provider: giscus', 'giscus: { repository: sada/talk }');
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.map(({ message }) => message).join('\n')).toContain('repository-id');
});
