import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Processes, startProcesses } from '../../../src/library/child-processes.ts';

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
     export const die = () => process.exit(3);`,
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

  it('reject if a process dies', async () => {
    processes = startProcesses(module, 1);
    await expect(processes.run('die', {})).rejects.toThrow('Worker exited unexpectedly');
  });
});
