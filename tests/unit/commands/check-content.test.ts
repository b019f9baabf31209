import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { checkContent } from '../../../src/commands/check-content.ts';
import type { Environment } from '../../../src/library/environment.ts';
import { writeContent } from '../../support/write-content.ts';

it.each(['<b>جديد</b>', '**جديد**'])('markup in a word of the interface is told once: %s', async (word) => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'checking-'));
  const contentDirectory = path.join(root, 'content');
  await writeContent(contentDirectory, {
    'site.yaml': `title: صدى\ndescription: أخبار\nurl: https://sada.example\nlabels:\n  front.latest: "${word}"\n`,
  });
  const environment = {
    contentDirectory,
    publicDirectory: path.join(root, 'public'),
    cacheDirectory: path.join(root, 'cache'),
    now: Date.UTC(2026, 0, 1),
    includeUnpublished: false,
    fingerprint: 'engine',
  } as Environment;
  const { problems, findings } = await checkContent(environment);
  await rm(root, { recursive: true });
  expect(problems.map(({ line, field }) => [line, field])).toEqual([[5, 'labels.front.latest']]);
  expect(findings).toEqual([]);
});
