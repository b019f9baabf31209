import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acquireBuildLock } from '../../../src/site-build/build-lock.ts';
import { projectDirectory } from '../../support/build-site.ts';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'warraq-lock-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

describe('the lock of a cache', () => {
  it('lets one build after the other use it, and says so to the one that waits', async () => {
    const unlock = await acquireBuildLock(directory, () => expect.unreachable());
    const onWait = vi.fn();
    const order: string[] = [];
    const second = acquireBuildLock(directory, onWait).then((unlockSecond) => {
      order.push('second begins');
      unlockSecond();
    });
    await vi.waitFor(() => expect(onWait).toHaveBeenCalledOnce());
    order.push('first ends');
    unlock();
    await second;
    expect(order).toEqual(['first ends', 'second begins']);
    expect(onWait).toHaveBeenCalledOnce();
  });

  it('is free again when the process that held it was killed', async () => {
    const module = pathToFileURL(path.join(projectDirectory, 'src/site-build/build-lock.ts')).href;
    const script = `import { acquireBuildLock } from '${module}';
      await acquireBuildLock(${JSON.stringify(directory)}, () => undefined);
      process.stdout.write('held');
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    (await acquireBuildLock(directory, () => expect.unreachable()))();
  });
});
