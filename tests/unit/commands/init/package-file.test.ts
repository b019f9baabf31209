import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../../../../src/commands/commands.ts';
import { composePackage, findEngineDependency, mergePackage } from '../../../../src/commands/init/package-file.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'warraq-init-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Lays an engine as npm installs it, with what npm has noted of its origin. */
function installEngine(name: string, noted: Record<string, unknown> | undefined): string {
  const modules = path.join(root, name, 'node_modules');
  const engine = path.join(modules, 'warraq');
  mkdirSync(engine, { recursive: true });
  const written = { version: '0.4.2', engines: { node: '>=20' }, allowScripts: { node: true } };
  writeFileSync(path.join(engine, 'package.json'), JSON.stringify(written));
  const lock = JSON.stringify({ packages: { 'node_modules/warraq': noted ?? {} } });
  if (noted) writeFileSync(path.join(modules, '.package-lock.json'), lock);
  return engine;
}

const releaseUrl = 'https://github.com/press/warraq/releases/download/v0.4.2/warraq-0.4.2.tgz';

describe('a newsroom depends', () => {
  it.each<[from: string, noted: Record<string, unknown> | undefined, specifier: string, local: boolean]>([
    ['registry', { resolved: 'https://registry.npmjs.org/warraq/-/warraq-0.4.2.tgz' }, '0.4.2', false],
    ['mirror', { resolved: 'https://npm.press.example/all/warraq/-/warraq-0.4.2.tgz' }, '0.4.2', false],
    ['release', { resolved: releaseUrl }, releaseUrl, false],
    ['unnoted', undefined, '0.4.2', false],
    [
      'repository',
      { resolved: 'git+ssh://git@github.com/a/warraq.git#abc' },
      'git+ssh://git@github.com/a/warraq.git#abc',
      false,
    ],
    ['tarball', { resolved: 'file:../packed/warraq-0.4.2.tgz' }, 'file:../packed/warraq-0.4.2.tgz', true],
    ['paper', { resolved: 'file:warraq-0.4.2.tgz' }, 'file:warraq-0.4.2.tgz', false],
  ])('on the engine as it was installed from the %s', (from, noted, specifier, isLocal) => {
    const found = findEngineDependency(installEngine(from, noted), path.join(root, 'paper'));
    expect(found.specifier).toBe(specifier);
    expect(found.localPlace !== undefined).toBe(isLocal);
  });

  it('on a directory of this machine if npm has not installed the engine', () => {
    expect(findEngineDependency(path.join(root, 'engine'), path.join(root, 'papers', 'one'))).toEqual({
      specifier: 'file:../../engine',
      localPlace: path.join(root, 'engine'),
    });
  });
});

const engine = installEngine('composed', undefined);
const ours = composePackage({ title: 'الضفة', url: 'https://news.example' }, engine, { specifier: '0.4.2' });

describe('package.json of a newsroom', () => {
  it('has the commands, the engine and what the engine needs', () => {
    expect(ours).toEqual({
      name: 'news-example',
      description: 'الضفة',
      private: true,
      engines: { node: '>=20' },
      allowScripts: { node: true },
      scripts: {
        start: 'warraq build && warraq preview',
        ...Object.fromEntries(Object.keys(commands).map((command) => [command, `warraq ${command}`])),
      },
      dependencies: { warraq: '0.4.2' },
    });
  });

  it('completes the one that npm install has left', () => {
    const left = JSON.stringify({ dependencies: { warraq: 'file:../warraq.tgz', sharp: '1.0.0' } });
    expect(mergePackage(left, ours)).toEqual({
      ...ours,
      dependencies: { warraq: 'file:../warraq.tgz', sharp: '1.0.0' },
    });
  });

  it('keeps what its owner allows, demands and depends on', () => {
    const theirs = { engines: { npm: '>=11' }, allowScripts: { sharp: true }, devDependencies: { warraq: '0.4.2' } };
    expect(mergePackage(JSON.stringify(theirs), ours)).toEqual({
      ...ours,
      ...theirs,
      engines: { node: '>=20', npm: '>=11' },
      allowScripts: { node: true, sharp: true },
      dependencies: {},
    });
  });

  it.each([['{"scripts":{"build":"hugo"}}'], ['{'], ['[]'], ['null']])('does not overwrite %s', (existing) => {
    expect(mergePackage(existing, ours)).toBeUndefined();
  });
});
