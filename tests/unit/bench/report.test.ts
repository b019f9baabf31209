import { describe, expect, it } from 'vitest';
import {
  costTable,
  describeResult,
  formatAsMarkdown,
  formatForTerminal,
  formatNumber,
  nameResult,
  photoTable,
  placeSection,
  ratioTable,
} from '../../../scripts/bench/report.ts';
import { compareWithPeers, median, type Run, type SizeResult, summarize } from '../../../scripts/bench/results.ts';

const run = (wallSeconds: number, cpuSeconds: number, megabytes: number, rest: Partial<Run> = {}): Run => ({
  wallSeconds,
  cpuSeconds,
  peakMemory: megabytes * 1e6,
  added: 0,
  changed: 0,
  removed: 0,
  rewritten: 0,
  files: 1200,
  ...rest,
});

const result: SizeResult = {
  articles: 1000,
  seed: 1,
  date: '2026-11-24',
  machine: '2 × Some Processor',
  generators: [
    { name: 'warraq', title: 'Warraq 1.0.0' },
    { name: 'hugo', title: 'Hugo 0.111.3' },
    { name: 'eleventy', title: 'Eleventy 3.1.8' },
  ],
  measurements: [
    {
      scenario: 'cold',
      generator: 'warraq',
      runs: [run(8, 12, 600, { added: 1200 }), run(12, 14, 640, { added: 1200 })],
    },
    { scenario: 'cold', generator: 'hugo', runs: [run(2, 4, 160, { files: 1500 })] },
    {
      scenario: 'cold',
      generator: 'eleventy',
      runs: [],
      failure: 'node cmd.cjs\nin a directory: exit SIGABRT\nheap out of memory',
    },
    { scenario: 'edit', generator: 'warraq', runs: [run(0.5, 0.75, 80, { changed: 4, rewritten: 2 })] },
  ],
};

describe('the runs of a scenario', () => {
  it.each([
    [[], undefined],
    [[3], 3],
    [[9, 1, 2], 2],
    [[4, 1, 2, 9], 3],
  ])('%j have the median %s', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('are summarised by medians, the least wall time and the files of the last run', () => {
    expect(summarize([run(3, 5, 100), run(1, 9, 300), run(2, 7, 200, { changed: 8 })])).toEqual({
      wallSeconds: 2,
      leastWallSeconds: 1,
      cpuSeconds: 7,
      peakMemory: 200e6,
      change: { added: 0, changed: 8, removed: 0, rewritten: 0 },
      files: 1200,
    });
  });

  it('have neither CPU time nor memory on systems that do not report them', () => {
    const { cpuSeconds: _, peakMemory: __, ...bare } = run(3, 5, 100);
    expect(summarize([bare])).not.toHaveProperty('cpuSeconds');
    expect(summarize([bare])).not.toHaveProperty('peakMemory');
  });
});

describe('ratios', () => {
  it('divide our costs by the cold build of each peer that has one', () => {
    expect(compareWithPeers(result, 'warraq')).toEqual([
      { scenario: 'cold', peer: 'hugo', wall: 5, cpu: 3.25, memory: 3.875 },
      { scenario: 'edit', peer: 'hugo', wall: 0.25, cpu: 0.1875, memory: 0.5 },
    ]);
  });

  it('are shown as a table', () => {
    expect(ratioTable(result, 'warraq')).toEqual([
      ['Scenario', 'Hugo 0.111.3 wall', 'Hugo 0.111.3 CPU', 'Hugo 0.111.3 memory'],
      ['Cold build', '5.00×', '3.25×', '3.88×'],
      ['Newest article edited', '0.250×', '0.188×', '0.500×'],
    ]);
  });

  it('are not shown without peers', () => {
    const alone = { ...result, measurements: result.measurements.filter(({ generator }) => generator === 'warraq') };
    expect(ratioTable(alone, 'warraq')).toBeUndefined();
  });
});

describe('the table of costs', () => {
  it('has a row for each scenario and generator, and marks those that failed', () => {
    expect(costTable(result).slice(1)).toEqual([
      ['Cold build', 'Warraq 1.0.0', '10.0', '8.00', '13.0', '620', '1,200', '1,200', '0', '0', '0'],
      ['Cold build', 'Hugo 0.111.3', '2.00', '2.00', '4.00', '160', '1,500', '0', '0', '0', '0'],
      ['Cold build', 'Eleventy 3.1.8', 'failed', '', '', '', '', '', '', '', ''],
      ['Newest article edited', 'Warraq 1.0.0', '0.500', '0.500', '0.750', '80', '1,200', '0', '4', '0', '2'],
    ]);
  });

  const table = [
    ['Scenario', 'Wall s', 'CPU s'],
    ['Cold build', '10.0', '13.0'],
    ['Edit', '0.500', '–'],
  ];

  it('has aligned columns on a terminal', () => {
    expect(formatForTerminal(table)).toBe(
      ['Scenario    Wall s  CPU s', 'Cold build    10.0   13.0', 'Edit         0.500      –'].join('\n'),
    );
  });

  it('can be written as Markdown', () => {
    expect(formatAsMarkdown(table)).toBe(
      [
        '| Scenario | Wall s | CPU s |',
        '| --- | ---: | ---: |',
        '| Cold build | 10.0 | 13.0 |',
        '| Edit | 0.500 | – |',
      ].join('\n'),
    );
  });
});

it.each([
  [undefined, undefined, '–'],
  [0.01234, undefined, '0.012'],
  [4.567, undefined, '4.57'],
  [38.21, undefined, '38.2'],
  [1234.5, undefined, '1,235'],
  [12, 0, '12'],
])('%s with %s decimals is %s', (value, decimals, written) => {
  expect(formatNumber(value, decimals)).toBe(written);
});

describe('what a photo costs', () => {
  const cold = { ...result.measurements[0], scenario: 'cold' as const, generator: 'warraq' };
  const withPhotos: SizeResult = {
    ...result,
    measurements: [{ ...cold, runs: [run(90, 180, 600, { files: 7000 })] }],
    withoutPhotos: [{ ...cold, runs: [run(15, 30, 600, { files: 2000 })] }],
  };

  it('is the difference between cold builds with photos and without', () => {
    expect(photoTable(withPhotos)).toEqual([
      ['Generator', 'CPU s a photo', 'Files a photo'],
      ['Warraq 1.0.0', '0.150', '5.0'],
    ]);
    expect(photoTable(result)).toBeUndefined();
  });

  it('is in a section of its own', () => {
    expect(nameResult(withPhotos)).toBe('1k photos');
    expect(describeResult(withPhotos, 'warraq')).toContain('## 1,000 articles with photos');
  });
});

describe('docs/benchmarks.md', () => {
  const section = describeResult(result, 'warraq');

  it('says when, on what machine and with which versions a size was measured', () => {
    expect(section).toMatch(/^## 1,000 articles\n\n/);
    expect(section).toContain(
      '2026-11-24, 2 × Some Processor. Warraq 1.0.0, Hugo 0.111.3, Eleventy 3.1.8. Rounds: 2; corpus: seed 1.',
    );
  });

  it('gets a new size at its end, and a known one in its place', () => {
    const first = placeSection('# Benchmarks\n', '1k', 'one');
    const second = placeSection(first, '10k', 'ten');
    expect(second).toBe(
      '# Benchmarks\n\n<!-- bench 1k -->\none\n<!-- end of bench 1k -->\n\n<!-- bench 10k -->\nten\n<!-- end of bench 10k -->\n',
    );
    expect(placeSection(second, '1k', 'new')).toBe(second.replace('one', 'new'));
  });
});
