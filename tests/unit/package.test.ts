import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectDirectory } from '../support/build-site.ts';

interface Pack {
  size: number;
  files: { path: string; mode: number }[];
}

const printed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
  cwd: projectDirectory,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
  shell: process.platform === 'win32',
});
const [pack] = JSON.parse(printed) as [Pack];
const files = pack.files.map((file) => file.path);
const { dependencies } = JSON.parse(readFileSync(path.join(projectDirectory, 'package.json'), 'utf8'));

describe('the package', () => {
  it('has what runs and nothing else', () => {
    expect([...new Set(files.map((file) => file.split('/')[0]))].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'astro.config.mjs',
      'bin',
      'docs',
      'package.json',
      'public',
      'scripts',
      'src',
      'tsconfig.json',
    ]);
    expect(files).toContain('src/fonts/OFL.txt');
    // The guide of JSON lines links to it.
    expect(files).toContain('docs/json-lines.schema.json');
    // The words of `init` and the README of a newsroom name it.
    expect(files).toContain('docs/ar/operator/hosts.md');
    expect(files).toContain('scripts/bench/peers/eleventy/package.json');
    expect(files.filter((file) => /(^|\/)(tests|fonts\/subset-fonts|start\.mjs)/.test(file))).toEqual([]);
  });

  it('weighs less than 1.45 megabytes', () => {
    expect(pack.size).toBeLessThan(1_450_000);
  });

  it('has its command, which can be executed', () => {
    expect(pack.files.find((file) => file.path === 'bin/warraq.mjs')?.mode).toBe(0o755);
  });

  it('depends on every package that its files import', () => {
    const imported = files
      .filter((file) => /\.(?:ts|mjs|astro)$/.test(file) && !file.startsWith('scripts/bench/peers/'))
      .flatMap((file) => packagesIn(readFileSync(path.join(projectDirectory, file), 'utf8')));
    expect([...new Set(imported)].filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
  });
});

/** Lists the packages that a module imports, those of types aside. */
function packagesIn(text: string): string[] {
  const froms = text.matchAll(
    /^(?:import|export)\s+(?!type\b)[^;'"]*?from '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)/gm,
  );
  return [...froms].flatMap(([, from, dynamic]) => {
    const specifier = from ?? dynamic ?? '';
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    return isBuiltin(specifier) || /^(?:astro|virtual):/.test(specifier) ? [] : [name];
  });
}
