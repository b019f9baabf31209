import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import type { SizeResult } from '../../scripts/bench/results.ts';
import { environmentOutsideTests, projectDirectory } from '../support/build-site.ts';

function bench(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/bench/bench.ts', ...options], {
    cwd: projectDirectory,
    env: { ...environmentOutsideTests(), NO_COLOR: '1' },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

it('measures real builds without changing the working tree', () => {
  const layout = path.join(projectDirectory, 'src/layouts/SiteLayout.astro');
  const before = readFileSync(layout, 'utf8');
  const directory = mkdtempSync(path.join(inject('temporaryRoot'), 'bench-'));
  const scenarios = ['--scenarios', 'cold,edit,template', '--peers', 'none'];
  const { status, stdout, stderr } = bench(
    '--sizes',
    '12',
    ...scenarios,
    '--date',
    '2026-11-24',
    '--directory',
    directory,
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^Newest article edited +Warraq/m);

  const result = JSON.parse(readFileSync(path.join(directory, 'results/12.json'), 'utf8')) as SizeResult;
  const runs = result.measurements.map(({ scenario, runs: [run] }) => ({ scenario, ...run }));
  expect(result).toMatchObject({ articles: 12, seed: 1, date: '2026-11-24' });
  expect(runs.map(({ scenario }) => scenario)).toEqual(['cold', 'edit', 'template']);
  const [cold, edit, template] = runs;
  expect(cold).toMatchObject({ changed: 0, removed: 0, rewritten: 0 });
  expect(cold?.added).toBe(cold?.files);
  expect(cold?.files).toBeGreaterThan(12);
  expect(edit?.changed).toBeGreaterThan(0);
  expect(template?.changed).toBeGreaterThan(12);
  expect(readFileSync(layout, 'utf8')).toBe(before);
});

it('refuses an unknown generator', () => {
  expect(bench('--peers', 'jekyll')).toEqual({
    status: 1,
    stdout: '',
    stderr:
      'لا يُعرف «jekyll» بعد --peers. اكتب all أو none، أو من هذه: hugo، eleventy. الشرح كله يعرضه الأمر: npm run bench -- --help\n',
  });
});

it('writes a corpus instead of measuring, and refuses to overwrite it', () => {
  const directory = mkdtempSync(path.join(inject('temporaryRoot'), 'corpora-'));
  const place = path.join(directory, '5');
  const options = ['--sizes', '5', '--corpus', directory];
  expect(bench(...options)).toEqual({ status: 0, stdout: `${place}\n`, stderr: '' });
  expect(readdirSync(place).sort()).toEqual(['articles', 'authors', 'categories', 'site.yaml']);
  expect(bench(...options)).toEqual({
    status: 2,
    stdout: '',
    stderr: `${place} is there already; remove it or name another directory.\n`,
  });
});
