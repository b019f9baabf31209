import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { interleave } from '../support/interleaved-sequencer.ts';

describe('the files of projects that run at the same time', () => {
  it.each<[lists: string[][], order: string]>([
    [[], ''],
    [[['a', 'b', 'c']], 'a b c'],
    [
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      'a 1 b 2',
    ],
    [
      [
        ['a', 'b', 'c', 'd'],
        ['1', '2'],
      ],
      'a 1 b c 2 d',
    ],
    [[['a'], ['1', '2', '3', '4', '5']], '1 2 a 3 4 5'],
  ])('of %j are mixed, each in its order: %s', (lists, order) => {
    expect(interleave(lists).join(' ')).toBe(order);
  });
});

describe('scripts that run together', () => {
  const script = path.join(import.meta.dirname, '../run-together.ts');
  const run = (scripts: Record<string, string>) => {
    const directory = mkdtempSync(path.join(os.tmpdir(), 'warraq-together-'));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    writeFileSync(path.join(directory, 'package.json'), JSON.stringify({ scripts }));
    const { status, stdout } = spawnSync(process.execPath, [script, ...Object.keys(scripts)], { cwd: directory });
    return { status, output: String(stdout) };
  };

  it('are all shown, also after one that fails, which fails the run', () => {
    const { status, output } = run({ sound: 'echo all is well', faulty: 'echo something is wrong && exit 3' });
    expect(output).toContain('\nall is well\n');
    expect(output).toContain('\nsomething is wrong\n');
    expect(status).toBe(3);
  });

  it('succeed if all of them do', () => {
    expect(run({ one: 'echo 1', two: 'echo 2' }).status).toBe(0);
  });
});
