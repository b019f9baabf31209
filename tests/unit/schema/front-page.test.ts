import { describe, expect, it } from 'vitest';
import { type FrontPageMatter, parseFrontPage } from '../../../src/schema/front-page.ts';

const empty: FrontPageMatter = { lead: [], seconds: [], pinned: [], hide: [] };

const read: [written: string, matter: Partial<FrontPageMatter>][] = [
  ['', {}],
  ['layout: big-story', { layout: 'big-story' }],
  ['layout: Big story', { layout: 'big-story' }],
  ['layout: يوم هادئ', { layout: 'quiet-day' }],
  ['layout: عادي', { layout: 'ordinary' }],
  ['lead: e2c8p', { lead: ['e2c8p'] }],
  ['seconds: b6t4x، n9f2r', { seconds: ['b6t4x', 'n9f2r'] }],
  ['pinned: e2c8p', { pinned: [{ id: 'e2c8p' }] }],
  [
    'pinned:\n  - article: e2c8p\n    until: 2026-11-25 18:00',
    { pinned: [{ id: 'e2c8p', until: '2026-11-25T16:00:00.000Z' }] },
  ],
  ['blocks: []', { blocks: [] }],
  ['blocks: live، pictures', { blocks: [{ kind: 'live' }, { kind: 'pictures' }] }],
  [
    'blocks:\n  - live\n  - section: culture\n  - opinion: views\n  - series: nile\n  - most-read\n  - pictures: نعم',
    {
      blocks: [
        { kind: 'live' },
        { kind: 'section', id: 'culture' },
        { kind: 'opinion', id: 'views' },
        { kind: 'series', id: 'nile' },
        { kind: 'most-read' },
        { kind: 'pictures' },
      ],
    },
  ],
  ['blocks: [الأكثر قراءة, live: false]', { blocks: [{ kind: 'most-read' }, undefined] }],
  [
    'blocks:\n  - choice: [e2c8p, b6t4x]\n  - choice:\n      title: "من الأرشيف..."\n      articles: n9f2r',
    {
      blocks: [
        { kind: 'choice', articles: ['e2c8p', 'b6t4x'] },
        { kind: 'choice', title: 'من الأرشيف…', articles: ['n9f2r'] },
      ],
    },
  ],
];

describe('front-page.yaml', () => {
  it.each(read)('is read: %j', (written, matter) => {
    const parsed = parseFrontPage(written, 'Africa/Cairo', (text) => text.replace('...', '…'));
    expect(parsed.problems).toEqual([]);
    expect(parsed.matter).toEqual({ ...empty, ...matter });
  });

  it.each([
    ['layout: big', 1, undefined],
    ['layout: quite-day', 1, 'layout: quiet-day'],
    ['blocks:\n  - lives', 2, '  - live'],
    ['blocks:\n  - sectoin: culture', 2, '  - section: culture'],
    ['blocks:\n  - section: culture\n    live: true', 2, undefined],
    ['blocks:\n  - section: culture\n  - {}\n  - live', 3, undefined],
    ['blocks:\n  - section: culture\n  -\n  - live', 3, undefined],
    ['blocks:\n  - choice: []', 2, undefined],
    ['blocks:\n  - pictures: [b6t4x]', 2, undefined],
    ['blocks:\n  - pictures: [نعم]', 2, '  - pictures: نعم'],
    ['pinned:\n  b6t4x: 2026-12-01 18:00', 2, '  - { article: b6t4x, until: 2026-12-01 18:00 }'],
    ['pinned:\n  - b6t4x: 2026-12-01', 2, '  - { article: b6t4x, until: 2026-12-01 }'],
    ['pinned:\n  - article: b6t4x\n    untill: 2026-12-01', 3, '    until: 2026-12-01'],
    ['leed: e2c8p', 1, 'lead: e2c8p'],
    ['قسم: culture', 1, undefined],
    ['pinned:\n  - article: e2c8p\n    until: غدا', 3, undefined],
  ])('has one problem, at its line, with what was meant: %j', (written, line, suggestion) => {
    const { problems } = parseFrontPage(written, 'UTC');
    expect(problems.map((problem) => [problem.file, problem.line, problem.suggestion])).toEqual([
      ['front-page.yaml', line, suggestion],
    ]);
  });
});
