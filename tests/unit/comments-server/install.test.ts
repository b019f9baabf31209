import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeFault } from '../../../scripts/comments-server/faults.ts';
import { installWaline } from '../../../scripts/comments-server/install.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'install-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** Installs with an npm that prints these lines and fails, or with none. Returns what the operator is told. */
async function install(npmPrints?: string): Promise<string | undefined> {
  vi.stubEnv('PATH', directory);
  if (npmPrints !== undefined) {
    const npm = path.join(directory, 'npm');
    await writeFile(npm, `#!/bin/sh\necho "${npmPrints}" >&2\nexit 1\n`);
    await chmod(npm, 0o755);
  }
  const fault = await installWaline(path.join(directory, 'cache')).then(
    () => undefined,
    (error: unknown) => describeFault(error),
  );
  return fault?.replace(/\S*[\\/]cache[\\/]\w+/, 'CACHE');
}

describe('an installation', () => {
  it.each<[what: string, npmPrints: string | undefined, sentence: string]>([
    ['without npm', undefined, 'البرنامج npm غير موجود في هذا الجهاز. ثبّته، ثم أعد الأمر.'],
    [
      'without a network',
      'npm error code ENOTFOUND\nnpm error network request failed',
      'لم يثبّت الأمر npm ci حزم Waline في CACHE (ENOTFOUND). تحقق من الاتصال بالإنترنت، ثم أعد الأمر.',
    ],
    ['on a full disk', 'npm ERR! code ENOSPC', 'امتلأ القرص فلم يُكتب CACHE. أفرغ منه شيئًا، ثم أعد الأمر.'],
    [
      'that fails otherwise',
      '',
      'لم يثبّت الأمر npm ci حزم Waline في CACHE (npm: 1). تحقق من الاتصال بالإنترنت، ثم أعد الأمر.',
    ],
  ])('%s is refused in a sentence', async (_what, npmPrints, sentence) => {
    expect(await install(npmPrints)).toBe(sentence);
  });
});
