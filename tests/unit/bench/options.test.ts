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

  it('take «none»', () => {
    expect(readOptions(['--peers', 'none', '--scenarios', 'none'])).toMatchObject({ peers: [], scenarios: [] });
  });

  it.each([
    ['--sizes 10kk', '--sizes 10kk is not a number of articles such as 500 or 10k; the least is 2.'],
    ['--sizes 1', '--sizes 1 is not a number of articles such as 500 or 10k; the least is 2.'],
    ['--sizes 0.0005k', '--sizes 0.0005k is not a number of articles such as 500 or 10k; the least is 2.'],
    ['--sizes ,', '--sizes names nothing.'],
    [
      '--scenarios warm',
      '--scenarios warm is unknown. Write all, none or some of cold, unchanged, edit, edit-old, publish, delete, template.',
    ],
    ['--peers jekyll', '--peers jekyll is unknown. Write all, none or some of hugo, eleventy.'],
    ['--repeat 0', '--repeat 0 is not a whole number from 1.'],
    ['--repeat three', '--repeat three is not a whole number from 1.'],
    ['--date 24/11/2026', '--date 24/11/2026 is not a day such as 2026-11-24.'],
    [
      '--size 1k',
      "Unknown option '--size'. The options are --sizes, --scenarios, --peers, --peer-scenarios, --repeat, --seed, " +
        '--directory, --date, --write-docs, --corpus, --help.',
    ],
    [
      'fast',
      "Unexpected argument 'fast'. The options are --sizes, --scenarios, --peers, --peer-scenarios, --repeat, --seed, " +
        '--directory, --date, --write-docs, --corpus, --help.',
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
