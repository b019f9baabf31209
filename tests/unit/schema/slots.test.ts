import { describe, expect, it } from 'vitest';
import { parseSlots, type SlotName, slotNames } from '../../../src/schema/slots.ts';

const sections = new Map([
  ['abroad', 'world'],
  ['world', 'world'],
  ['culture', 'culture'],
]);
const parse = (content: string) => parseSlots(content, slotNames, sections);
const defaults = { origins: {}, afterParagraphs: 3, minimumWords: 250 };

describe('slots.yaml', () => {
  it.each<[content: string, name: SlotName, settings: object]>([
    ['', 'head', { ...defaults, pages: ['all'] }],
    ['', 'in-article', { ...defaults, pages: ['articles'] }],
    ['', 'front-sidebar', { ...defaults, pages: ['front'] }],
    ['footer:\n  pages: articles، lists', 'footer', { ...defaults, pages: ['articles', 'lists'] }],
    [
      'in-article:\n  label: إعلان\n  after-paragraphs: 5\n  minimum-words: 400\n  height: 250',
      'in-article',
      {
        ...defaults,
        pages: ['articles'],
        label: 'إعلان',
        afterParagraphs: 5,
        minimumWords: 400,
        height: { phone: 250, desktop: 250 },
      },
    ],
    [
      'footer:\n  height: { phone: 100, desktop: 90 }\n  sections: world\n',
      'footer',
      { ...defaults, pages: ['all'], height: { phone: 100, desktop: 90 }, sections: ['world'] },
    ],
    ['footer:\n  sections: [abroad, world]\n', 'footer', { ...defaults, pages: ['all'], sections: ['world'] }],
    [
      'head:\n  except-sections: [world]\n  origins:\n    scripts: https://A.example/\n    connect: [https://*.b.example:8443, wss://c.example:443]',
      'head',
      {
        ...defaults,
        pages: ['all'],
        exceptSections: ['world'],
        origins: { scripts: ['https://a.example'], connect: ['https://*.b.example:8443', 'wss://c.example'] },
      },
    ],
  ])('%j sets %s', (content, name, settings) => {
    const parsed = parse(content);
    expect(parsed.problems).toEqual([]);
    expect(parsed.settings[name]).toEqual(settings);
  });

  it.each<[content: string, told: string, corrected?: string]>([
    ['foter:\n  height: 9', 'المفتاح «foter» غير معروف. لعلك تقصد «footer».', 'footer:'],
    ['footer:\n  hight: 9', 'المفتاح «hight» غير معروف. لعلك تقصد «height».', '  height: 9'],
    ['head:\n  label: إعلان', 'المفتاح «label» غير معروف. المفاتيح هنا: sections، except-sections، origins، pages.'],
    [
      'footer:\n  origins:\n    script: https://a.example',
      'المفتاح «script» غير معروف. لعلك تقصد «scripts».',
      '    scripts: https://a.example',
    ],
    ['footer:\n  sections: wrld', 'لا قسم في categories باسم «wrld». الموجود: world، culture.', '  sections: world'],
    [
      'footer:\n  origins:\n    scripts: a.example/x.js',
      '«a.example/x.js» ليس اسم موقع يُسمح به. اكتبه هكذا: https://ads.example، أو https://*.ads.example لما تحته من نطاقات.',
      '    scripts: https://a.example',
    ],
    [
      'footer:\n  origins:\n    scripts: https://a.example:99999',
      '«https://a.example:99999» ليس اسم موقع يُسمح به. اكتبه هكذا: https://ads.example، أو https://*.ads.example لما تحته من نطاقات.',
    ],
    [
      'footer:\n  origins:\n    scripts: https://*.com',
      '«https://*.com» ليس اسم موقع يُسمح به. اكتبه هكذا: https://ads.example، أو https://*.ads.example لما تحته من نطاقات.',
    ],
    [`footer:\n  label: ${'إعلان'.repeat(13)}`, 'قيمة «label» من 65 محرفًا، ولا يتسع مكانها لأكثر من 60. اختصرها.'],
  ])('%j is told', (content, told, corrected) => {
    const [problem, ...others] = parse(content).problems;
    expect(others).toEqual([]);
    expect([problem?.message, problem?.suggestion]).toEqual([told, corrected]);
  });
});
