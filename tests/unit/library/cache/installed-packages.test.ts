import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listPackages } from '../../../../src/library/cache/installed-packages.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'packages-'));
});

afterEach(() => rmSync(root, { recursive: true }));

function install(place: string, name: string, version: string, dependencies: string[] = [], more: object = {}): void {
  const manifest = { name, version, dependencies: Object.fromEntries(dependencies.map((one) => [one, '*'])), ...more };
  mkdirSync(path.join(root, place), { recursive: true });
  writeFileSync(path.join(root, place, 'package.json'), JSON.stringify(manifest));
}

const list = (place: string) => listPackages(path.join(root, place));

it('lists what a package and its packages run with, once, wherever npm put it', () => {
  install('node_modules/engine', 'engine', '1.0.0', ['a', '@x/b'], {
    devDependencies: { tool: '*' },
    optionalDependencies: { native: '*' },
  });
  install('node_modules/engine/node_modules/a', 'a', '2.0.0', ['c']);
  install('node_modules/a', 'a', '1.0.0');
  install('node_modules/@x/b', '@x/b', '1.2.3', ['a', 'absent', 'engine']);
  install('node_modules/c', 'c', '3.0.0-rc.1', ['a']);
  for (const unused of ['tool', 'native', 'other']) install(`node_modules/${unused}`, unused, '1.0.0');
  expect(list('node_modules/engine')).toEqual(['@x/b@1.2.3', 'a@1.0.0', 'a@2.0.0', 'c@3.0.0-rc.1']);
});

it('follows links, as pnpm and npm link make them', () => {
  install('store/engine@1/node_modules/engine', 'engine', '1.0.0', ['a']);
  install('store/a@1/node_modules/a', 'a', '1.0.0', ['b']);
  install('store/a@1/node_modules/b', 'b', '1.0.0');
  symlinkSync(path.join(root, 'store/a@1/node_modules/a'), path.join(root, 'store/engine@1/node_modules/a'));
  mkdirSync(path.join(root, 'paper/node_modules'), { recursive: true });
  symlinkSync(path.join(root, 'store/engine@1/node_modules/engine'), path.join(root, 'paper/node_modules/engine'));
  expect(list('paper/node_modules/engine')).toEqual(['a@1.0.0', 'b@1.0.0']);
});
