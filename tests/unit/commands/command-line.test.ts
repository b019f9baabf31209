import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readBuildOptions } from '../../../src/commands/build-options.ts';
import { describeCommand, readCommandLine, readPort } from '../../../src/commands/command-line.ts';
import { type CommandLine, type CommandName, commandLines } from '../../../src/strings/command-lines.ts';
import { projectDirectory } from '../../support/build-site.ts';

const names = Object.keys(commandLines) as CommandName[];

describe('a command line', () => {
  it.each<[name: CommandName, typed: string[], flags: object, texts: string[]]>([
    ['build', [], {}, []],
    ['build', ['--force', '--join', 'a', '--join=b'], { force: true, join: ['a', 'b'] }, []],
    [
      'build',
      ['--content', '../news', '--output', 'x', '--cache', 'y'],
      { content: '../news', output: 'x', cache: 'y' },
      [],
    ],
    ['new', ['--title', 'افتتاح الجسر', '--draft'], { title: 'افتتاح الجسر', draft: true }, []],
    ['new', ['--title=-5 درجات'], { title: '-5 درجات' }, []],
    ['check', ['a.md', '--fix', 'b.md'], { fix: true }, ['a.md', 'b.md']],
    ['check', ['--', '--a.md'], {}, ['--a.md']],
  ])('of %s, %j, is read', (name, typed, flags, texts) => {
    expect(readCommandLine(name, typed)).toEqual({ flags, texts });
  });

  it.each<[name: CommandName, typed: string[], sentence: string]>([
    [
      'new',
      ['--titel', 'x'],
      'لا يعرف الأمر الخيار --titel. لعلك تقصد --title. خياراته كلها يعرضها الأمر: npm run new -- --help',
    ],
    [
      'dev',
      ['-p', '4000'],
      'لا يعرف الأمر الخيار -p. لعلك تقصد --port. خياراته كلها يعرضها الأمر: npm run dev -- --help',
    ],
    [
      'check',
      ['—fix'],
      'لا يعرف الأمر الخيار —fix. لعلك تقصد --fix. خياراته كلها يعرضها الأمر: npm run check -- --help',
    ],
    ['dev', ['--polling'], 'لا يعرف الأمر الخيار --polling. خياراته يعرضها الأمر: npm run dev -- --help'],
    ['dev', ['--constructor'], 'لا يعرف الأمر الخيار --constructor. خياراته يعرضها الأمر: npm run dev -- --help'],
    ['build', ['news'], 'لا يعرف الأمر ما كُتب بعده: «news». ما يُكتب بعده يعرضه الأمر: npm run build -- --help'],
    ['build', ['--years'], 'لا قيمة بعد الخيار --years. اكتبها بعده، مثل: --years 2019..2021'],
    ['build', ['--years', '--shard', 'x'], 'لا قيمة بعد الخيار --years. اكتبها بعده، مثل: --years 2019..2021'],
    ['build', ['--content='], 'لا قيمة بعد الخيار --content. اكتبها بعده، مثل: --content DIR'],
    ['build', ['--image-minutes'], 'لا قيمة بعد الخيار --image-minutes. اكتبها بعده، مثل: --image-minutes 10'],
    ['check', ['--fix=yes'], 'الخيار --fix لا قيمة له. اكتبه وحده.'],
  ])('of %s, %j, is refused with what is wrong', (name, typed, sentence) => {
    expect(() => readCommandLine(name, typed)).toThrow(sentence);
  });

  it.each([['--help'], ['-h'], ['--wrong --help']])('with %s asks for help', (typed) => {
    expect(readCommandLine('build', typed.split(' '))).toBe('help');
  });
});

describe('the help of a command', () => {
  it.each(names)('%s has its purpose, each of its flags on a line of its own, and an example', (name) => {
    const { purpose, flags, examples }: CommandLine = commandLines[name];
    const help = describeCommand(name);
    expect(help.split('\n')[0]).toBe(purpose);
    for (const [flag, { meaning }] of Object.entries(flags)) {
      expect(help.split('\n').filter((line) => line.includes(`--${flag} `) && line.endsWith(meaning))).toHaveLength(1);
    }
    expect(help).toContain('--help, -h');
    for (const [command] of examples)
      expect(readCommandLine(name, (command.match(/"[^"]*"|\S+/g) ?? []).slice(4))).toBeTypeOf('object');
  });

  it('has commands as they are typed to the package, where there are no scripts yet', () => {
    const help = describeCommand('init', true);
    expect(help).toContain('  npx warraq init [DIR …] [FLAGS]\n');
    expect(help).toContain('  npx warraq init ../my-paper\n');
    expect(help).not.toContain('npm run');
  });

  it('is printed without doing anything', () => {
    const run = ['scripts/new.ts', '--help'];
    expect(execFileSync(process.execPath, run, { cwd: projectDirectory, encoding: 'utf8' })).toBe(
      `${describeCommand('new')}\n`,
    );
  });

  it('of «npm start» is printed before anything is installed', () => {
    const run = ['scripts/start.mjs', '-h'];
    expect(execFileSync(process.execPath, run, { cwd: projectDirectory, encoding: 'utf8' })).toMatch(
      /^يثبّت البرنامج .*--port 4321 .*npm start -- --content/s,
    );
  });
});

it.each([
  [undefined, {}],
  ['4000', { port: 4000 }],
])('the port %s is read', (written, port) => {
  expect(readPort(written)).toEqual(port);
});

it.each(['0', '65536', 'x', '-1', '1e3'])('the port %s is refused', (written) => {
  expect(() => readPort(written)).toThrow(`ليس «${written}» منفذًا. اكتب عددًا صحيحًا من 1 إلى 65535، مثل: --port 4000`);
});

describe('the options of a build', () => {
  it('may be negative numbers, which the command itself refuses', () => {
    expect(readCommandLine('build', ['--image-minutes', '-1'])).toMatchObject({ flags: { 'image-minutes': '-1' } });
  });

  it('are read from its flags', () => {
    expect(readBuildOptions({ flags: { years: '2019..2021', shard: 'part-1' }, texts: [] })).toEqual({
      years: { first: 2019, last: 2021 },
      shard: 'part-1',
      join: [],
      force: false,
      verify: false,
      drafts: false,
    });
    expect(readBuildOptions({ flags: { drafts: true }, texts: [] })).toMatchObject({ drafts: true });
    expect(readBuildOptions({ flags: { 'image-minutes': '٠' }, texts: [] })).toMatchObject({ imageMinutes: 0 });
  });

  it.each<
    [
      flags: { years?: string; shard?: string; join?: string[]; drafts?: true; 'image-minutes'?: string },
      sentence: string,
    ]
  >([
    [{ years: '2019' }, 'الخياران --years و--shard يُكتبان معًا'],
    [{ shard: 'x' }, 'الخياران --years و--shard يُكتبان معًا'],
    [{ years: '2019', shard: 'x', join: ['y'] }, 'ولا يُكتب معهما --join'],
    [{ years: '2019', shard: 'x', drafts: true }, 'لا يُكتب الخيار --drafts مع --years ولا مع --join'],
    [{ join: ['x'], drafts: true }, 'لا يُكتب الخيار --drafts مع --years ولا مع --join'],
    [{ 'image-minutes': 'x' }, 'لا تُقرأ الدقائق «x» في --image-minutes. اكتب عددًا صحيحًا، مثل: --image-minutes 10'],
    [
      { years: '2019', shard: 'x', 'image-minutes': '10' },
      'لا يُكتب الخيار --image-minutes مع --years، لأن الجزء يصنع مقاسات صوره كلها. احذف --image-minutes.',
    ],
    [{ 'image-minutes': '-1' }, 'لا تُقرأ الدقائق «-1» في --image-minutes.'],
    [{ years: '19', shard: 'x' }, 'لا تُقرأ السنوات «19». اكتبها هكذا: 2019..2021 أو 2024.'],
  ])('%j do not go together', (flags, sentence) => {
    expect(() => readBuildOptions({ flags, texts: [] })).toThrow(sentence);
  });
});
