import { describe, expect, it } from 'vitest';
import { parsePopular } from '../../../src/schema/popular.ts';

const told = (content: string) =>
  parsePopular(content).problems.map(({ line, message, suggestion }) => [
    line,
    message,
    ...(suggestion ? [suggestion] : []),
  ]);

describe('popular.yaml', () => {
  it.each<[written: string, content: string]>([
    [
      'by the command',
      'from: 2026-11-23\nto: 2026-11-29\nsource: Caddy (views)\narticles:\n  - id: k7q3m\n    count: 12\n  - id: b6t4x\n',
    ],
    ['as a list of ids', 'from: 2026-11-23\nto: 2026-11-29\narticles:\n  - k7q3m\n  - b6t4x\n'],
    ['in one line, with Arabic digits and times', 'from: ٢٠٢٦-١١-٢٣\nto: 2026-11-29 23:59\narticles: k7q3m، b6t4x\n'],
  ])('is read as it is written %s', (_, content) => {
    expect(parsePopular(content)).toMatchObject({
      popular: { from: '2026-11-23', to: '2026-11-29', ids: ['k7q3m', 'b6t4x'] },
      problems: [],
    });
  });

  it.each<[fault: string, content: string, problems: unknown[][]]>([
    [
      'no days',
      'articles: [k7q3m]',
      [
        [1, 'ينقص المفتاح «from»، ولا بدّ منه. اكتب له سطرًا.'],
        [1, 'ينقص المفتاح «to»، ولا بدّ منه. اكتب له سطرًا.'],
      ],
    ],
    [
      'an unknown key',
      'from: 2026-11-23\nto: 2026-11-29\nartcles: [k7q3m]',
      [[3, 'المفتاح «artcles» غير معروف. لعلك تقصد «articles».', 'articles: [k7q3m]']],
    ],
    [
      'a short link',
      'from: 2026-11-23\nto: 2026-11-29\narticles:\n  - /K7Q3M/',
      [[4, expect.stringContaining('لا يصلح عنوانًا'), '  - k7q3m']],
    ],
    [
      'a count that is none',
      'from: 2026-11-23\nto: 2026-11-29\narticles:\n  - id: k7q3m\n    count: many',
      [[5, expect.stringContaining('many')]],
    ],
    [
      'a day that does not exist',
      'from: 2026-11-23\nto: 2026-11-31\narticles: [k7q3m]',
      [[2, expect.stringContaining('31'), 'to: 2026-11-30']],
    ],
  ])('with %s is refused', (_, content, problems) => {
    expect(told(content)).toEqual(problems);
    expect(parsePopular(content).popular).toBeUndefined();
  });

  it('reports a hundred repetitions and no more', () => {
    const content = `from: 2026-11-23\nto: 2026-11-29\narticles: [${'k7q3m,'.repeat(5000)}]`;
    expect(told(content)).toHaveLength(100);
  });
});
