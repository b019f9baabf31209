import { describe, expect, it } from 'vitest';
import { type Alert, parseBreaking } from '../../../src/schema/breaking.ts';

const read = (content: string) => parseBreaking(content, 'Africa/Cairo', (text) => text.replace(/"(.*)"/, '«$1»'));

describe('breaking.yaml', () => {
  it.each<[content: string, alerts: Alert[]]>([
    ['', []],
    ['# لا خبر عاجل\n', []],
    ['breaking: []\n', []],
    ['# لا شيء\n[ ]\n', []],
    ['- text: نبأ "مهم"\n  until: 2026-11-30 18:00\n', [{ text: 'نبأ «مهم»', until: '2026-11-30T16:00:00.000Z' }]],
    ['\ufeff- النص: نبأ\n  حتى: 2026-11-30 18:00', []],
    [
      '- text: نبأ\n  article: k7q3m\n  time: ٢٠٢٦-١١-٣٠ ١٥:٠٠\n  until: 2026-11-30T18:00Z\n',
      [{ text: 'نبأ', article: 'k7q3m', time: '2026-11-30T13:00:00.000Z', until: '2026-11-30T18:00:00.000Z' }],
    ],
    [
      '- text: نبأ\n  url: /c/world/\n  until: 2026-11-30\n- text: آخر\n  until: 2026-12-01 00:00\n',
      [
        { text: 'نبأ', url: '/c/world/', until: '2026-11-30T21:59:59.000Z' },
        { text: 'آخر', until: '2026-11-30T22:00:00.000Z' },
      ],
    ],
  ])('is read: %j', (content, alerts) => {
    expect(read(content).alerts).toEqual(alerts);
  });

  it.each<[content: string, told: string[]]>([
    [
      '- text: نبأ\n  until: 2026-11-30 18:00\n- text: آخر\n',
      ['3: لا يُعرف متى ينتهي عرض هذا الخبر العاجل. اكتب تحته متى ينتهي، مثل: until: 2026-01-31 18:00'],
    ],
    ['- text: نبأ\n  حتى: 2026-11-30\n', ['2: المفتاح «حتى» غير معروف. لعلك تقصد «until».']],
    ['- until: 2026-11-30\n', ['1: ينقص المفتاح «text» داخل «breaking»، ولا بدّ منه.']],
    [
      '- text: نبأ\n  until: غدًا\n',
      ['2: لا يُقرأ التاريخ «غدًا». اكتب السنة فالشهر فاليوم، مثل 2026-11-20، أو مع الوقت، مثل 2026-11-20 09:30.'],
    ],
    [
      'نبأ: عاجل\n',
      [
        '1: هذا الملف قائمة أخبار عاجلة: يبدأ كل خبر بسطر فيه «- text:» ثم نصه، وتحته «until:» ومتى ينتهي عرضه، مثل 2026-01-31 18:00.',
      ],
    ],
    [
      '- text: نبأ\n  time: 2026-11-30 18:00\n  until: 2026-11-30 17:00\n',
      ['3: ينتهي هذا الخبر العاجل قبل أن يبدأ. صحّح «until» أو «time».'],
    ],
  ])('is refused with the line: %j', (content, told) => {
    expect(read(content).problems.map(({ line, message }) => `${line}: ${message}`)).toEqual(told);
  });
});
