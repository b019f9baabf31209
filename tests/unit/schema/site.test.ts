import { describe, expect, it, test } from 'vitest';
import { ruleIds } from '../../../src/schema/rules.ts';
import { parseSite, type Site, siteJsonSchema } from '../../../src/schema/site.ts';

/** Parses `site.yaml` with the required keys on its first three lines. */
function siteWith(...lines: string[]) {
  return parseSite(['title: صدى', 'description: أخبار البلدة', 'url: https://sada.example', ...lines].join('\n'));
}

const pick = ({ typesetting, disabledRules, readingSpeed }: Site) => ({ typesetting, disabledRules, readingSpeed });

describe('the settings of Arabic text', () => {
  it.each<[lines: string[], settings: Partial<Site>]>([
    [[], { typesetting: true, disabledRules: [], readingSpeed: 180 }],
    [['typesetting: false'], { typesetting: false }],
    [['typesetting: لا'], { typesetting: false }],
    [['typesetting: نعم'], { typesetting: true }],
    [
      ['rules:', '  percent: no', '  dash: لا', '  quotes: نعم', '  nfc: false'],
      { disabledRules: ['nfc', 'dash', 'percent'] },
    ],
    [['rules: { dash: false }'], { disabledRules: ['dash'] }],
    [['rules:', '  bidi-override: true'], { disabledRules: [] }],
    [['rules:'], { disabledRules: [] }],
    [['reading-speed: 220'], { readingSpeed: 220 }],
    [['reading-speed: ٢٢٠'], { readingSpeed: 220 }],
  ])('%j are read', (lines, settings) => {
    const { site, problems } = siteWith(...lines);
    expect(problems).toEqual([]);
    expect(pick(site)).toMatchObject(settings);
  });

  it.each<[lines: string[], message: string, suggestion: string | undefined]>([
    [['rules:', '  dahs: false'], 'المفتاح «dahs» غير معروف. لعلك تقصد «dash».', '  dash: false'],
    [
      ['rules:', '  Latin_Punct: false'],
      'المفتاح «Latin_Punct» غير معروف. لعلك تقصد «latin-punct».',
      '  latin-punct: false',
    ],
    [
      ['rules:', '  bidi-override: لا'],
      'القاعدة «bidi-override» لا تُعطَّل: ما تحذفه يُظهر للقارئ غير ما كُتب. احذف سطرها، أو اكتب فيه true.',
      '  bidi-override: true',
    ],
    [['rules:', '  dash: ربما'], 'القيمة «ربما» لا تصلح في «dash». اكتب true (نعم) أو false (لا).', undefined],
    [['rules:', '  شرطة: لا'], `المفتاح «شرطة» غير معروف. المفاتيح هنا: ${ruleIds.join('، ')}.`, undefined],
    [['typesetting: جزئي'], 'القيمة «جزئي» لا تصلح في «typesetting». اكتب true (نعم) أو false (لا).', undefined],
    [['reading-speed: سريع'], 'القيمة «سريع» لا تصلح في «reading-speed». اكتب عددًا صحيحًا مثل 3.', undefined],
    [['reading-speed: 0'], 'القيمة «0» لا تصلح في «reading-speed». اكتب عددًا صحيحًا أكبر من الصفر.', undefined],
    [['reading-speed: -5'], 'القيمة «-5» لا تصلح في «reading-speed». اكتب عددًا صحيحًا أكبر من الصفر.', undefined],
  ])('%j are refused', (lines, message, suggestion) => {
    const { site, problems } = siteWith(...lines);
    expect(problems.map((problem) => [problem.message, problem.suggestion])).toEqual([[message, suggestion]]);
    expect(pick(site)).toEqual({ typesetting: true, disabledRules: [], readingSpeed: 180 });
  });
});

describe('a link of the settings', () => {
  const navigation = (url: string) => siteWith(`navigation: [{ title: رابط, url: "${url}" }]`);

  it.each(['/about/', 'https://a.example/b', 'mailto:a@b.example', 'tel:+9611234567', 'sms:+961', 'geo:33.9,35.5'])(
    '%s is accepted',
    (url) => {
      expect(navigation(url).problems).toEqual([]);
      expect(navigation(url).site.navigation).toEqual([{ title: 'رابط', url }]);
    },
  );

  it.each([
    ['htps://a.example/b', 'https://a.example/b'],
    ['http:/a.example', 'http://a.example'],
    ['www.a.example', 'https://www.a.example'],
    ['https://https://a.example', 'https://a.example'],
    ['tg://resolve?domain=sada', 'https://t.me/sada'],
    ['//a.example', 'https://a.example'],
    ['/\\\\a.example', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['ftp://a.example', undefined],
    ['tel:نص', undefined],
  ])('%s is refused, and meant as %s', (url, meant) => {
    const { problems } = navigation(url);
    expect(problems).toMatchObject([{ line: 4, message: expect.stringContaining('ليس رابطًا يصلح في «url»') }]);
    expect(problems[0]?.suggestion).toBe(meant && `navigation: [{ title: رابط, url: ${meant} }]`);
  });

  it('is corrected for the URL of the site too', () => {
    const { problems } = parseSite('title: صدى\ndescription: أخبار\nurl: htps://sada.example/');
    expect(problems).toMatchObject([{ line: 3, suggestion: 'url: https://sada.example' }]);
  });
});

test('the JSON Schema lists every rule, and says that the reading speed is an integer', () => {
  const { properties } = siteJsonSchema() as { properties: Record<string, { type: string; properties?: object }> };
  expect(Object.keys(properties.rules?.properties ?? {})).toEqual(ruleIds);
  expect(properties['reading-speed']?.type).toBe('integer');
});
