import { describe, expect, it } from 'vitest';
import { nameSize, readOptions, UsageError, usage } from '../../../scripts/bench/options.ts';
import { scenarioNames } from '../../../scripts/bench/scenarios.ts';

describe('the options of the bench', () => {
  it('have defaults that take minutes', () => {
    expect(readOptions([])).toEqual({
      sizes: [1000],
      scenarios: scenarioNames,
      peers: ['hugo', 'eleventy'],
      peerScenarios: ['cold'],
      repeat: 1,
      seed: 1,
      writeDocs: false,
      help: false,
    });
  });

  it('take lists, and sort scenarios in the order in which they are measured', () => {
    const line =
      '--sizes 1k,2.5k,30 --scenarios edit,cold --peers eleventy --peer-scenarios all --repeat 3 --date 2026-11-24';
    expect(readOptions(line.split(' '))).toMatchObject({
      sizes: [1000, 2500, 30],
      scenarios: ['cold', 'edit'],
      peers: ['eleventy'],
      peerScenarios: scenarioNames,
      repeat: 3,
      date: '2026-11-24',
    });
  });

  it('take photos that the bench makes, or a folder', () => {
    expect(readOptions(['--photos', 'made']).photos).toBe('made');
    expect(readOptions(['--photos', 'photos/2026']).photos).toBe('photos/2026');
  });

  it('take «none»', () => {
    expect(readOptions(['--peers', 'none', '--scenarios', 'none'])).toMatchObject({ peers: [], scenarios: [] });
  });

  it.each([
    ['--sizes 10kk', 'ليس «10kk» عدد مقالات. اكتب بعد --sizes مثل 500 أو 10k، وأقلها 2.'],
    ['--sizes 1', 'ليس «1» عدد مقالات. اكتب بعد --sizes مثل 500 أو 10k، وأقلها 2.'],
    ['--sizes 0.0005k', 'ليس «0.0005k» عدد مقالات. اكتب بعد --sizes مثل 500 أو 10k، وأقلها 2.'],
    ['--sizes ,', 'لا عدد بعد --sizes. اكتبه هكذا: --sizes 1k,10k'],
    [
      '--scenarios warm',
      'لا يُعرف «warm» بعد --scenarios. اكتب all أو none، أو من هذه: cold، unchanged، edit، edit-old، publish، cover، live، delete، template.',
    ],
    ['--peers jekyll', 'لا يُعرف «jekyll» بعد --peers. اكتب all أو none، أو من هذه: hugo، eleventy.'],
    ['--repeat 0', 'ليس «0» عددًا صحيحًا من 1. اكتبه هكذا: --repeat 3'],
    ['--repeat three', 'ليس «three» عددًا صحيحًا من 1. اكتبه هكذا: --repeat 3'],
    ['--date 24/11/2026', 'ليس «24/11/2026» يومًا. اكتبه هكذا: --date 2026-11-24'],
    [
      '--size 1k',
      'لا يُقرأ «--size» هنا. الخيارات: --sizes، --scenarios، --peers، --peer-scenarios، --repeat، --seed، ' +
        '--directory، --date، --write-docs، --photos، --corpus، --help.',
    ],
    [
      'fast',
      'لا يُقرأ «fast» هنا. الخيارات: --sizes، --scenarios، --peers، --peer-scenarios، --repeat، --seed، ' +
        '--directory، --date، --write-docs، --photos، --corpus، --help.',
    ],
  ])('%s is refused with a reason', (line, message) => {
    expect(() => readOptions(line.split(' '))).toThrow(new UsageError(message));
  });

  it('are all explained by --help', () => {
    for (const option of ['sizes', 'scenarios', 'peers', 'peer-scenarios', 'repeat', 'seed', 'directory', 'date']) {
      expect(usage).toContain(`--${option} `);
    }
    for (const scenario of scenarioNames) expect(usage).toMatch(new RegExp(`^  ${scenario} +\\S`, 'm'));
  });

  it.each([
    [1000, '1k'],
    [100_000, '100k'],
    [2500, '2500'],
    [30, '30'],
  ])('%i articles are called %s', (size, name) => {
    expect(nameSize(size)).toBe(name);
  });
});
