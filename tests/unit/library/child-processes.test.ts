import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import { type Processes, ProcessLost, startProcesses } from '../../../src/library/child-processes.ts';

let directory: string;
let module: URL;
let processes: Processes;

beforeAll(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'warraq-processes-'));
  const file = path.join(directory, 'tasks.mjs');
  module = pathToFileURL(file);
  writeFileSync(
    file,
    `export const identify = ({ places }) => ({ pid: process.pid, mark: process.env.WARRAQ_MARK, places });
     export const fail = () => { throw new RangeError('لا مكان'); };
     export const die = () => process.exit(3);
     import { existsSync, writeFileSync } from 'node:fs';
     export const wait = (mark) => existsSync(mark) ? 'alive' : new Promise(() => {});
     export const dieOnce = (mark) => {
       if (existsSync(mark)) return 'alive';
       writeFileSync(mark, '');
       process.kill(process.pid, 'SIGKILL');
     };`,
  );
});

afterEach(() => processes.end());
afterAll(() => rmSync(directory, { recursive: true }));

describe('processes', () => {
  it('run functions with the environment of this process, and return values that JSON would lose', async () => {
    vi.stubEnv('WARRAQ_MARK', 'here');
    processes = startProcesses(module, 1);
    const places = new Map([['title', undefined]]);
    const { pid, ...rest } = await processes.run<object, { pid: number }>('identify', { places });
    expect(pid).not.toBe(process.pid);
    expect(rest).toEqual({ mark: 'here', places });
  });

  it('reject with the error of the task, as an error', async () => {
    processes = startProcesses(module, 1);
    const failure = await processes.run('fail', {}).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toMatchObject({ name: 'RangeError', message: 'لا مكان' });
    expect((failure as Error).stack).toContain('tasks.mjs');
  });

  it('run a task again whose process died, and say so before', async () => {
    const onLost = vi.fn();
    processes = startProcesses(module, 1, onLost);
    expect(await processes.run('dieOnce', path.join(directory, 'died'))).toBe('alive');
    expect(onLost).toHaveBeenCalledOnce();
  });

  it('tell once of a process that died with several tasks', async () => {
    const onLost = vi.fn();
    processes = startProcesses(module, 1, onLost, { tasks: 3 });
    const together = path.join(directory, 'together');
    const running = ['wait', 'wait', 'dieOnce'].map((name) => processes.run(name, together));
    expect(await Promise.all(running)).toEqual(['alive', 'alive', 'alive']);
    expect(onLost).toHaveBeenCalledOnce();
  });

  it('reject if the second process dies too', async () => {
    processes = startProcesses(module, 1);
    await expect(processes.run('die', {})).rejects.toThrow(ProcessLost);
  });

  it('end though a process was killed while it had nothing to do', async () => {
    processes = startProcesses(module, 1);
    const { pid } = await processes.run<object, { pid: number }>('identify', {});
    process.kill(pid, 'SIGKILL');
    await expect(processes.end()).resolves.toBeUndefined();
  });
});
