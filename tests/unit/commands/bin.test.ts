import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectDirectory } from '../../support/build-site.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'bin-'));
});

afterEach(() => rmSync(root, { recursive: true }));

/** Runs the command where the package `node` is not installed, on a Node that says it has this version. */
function runOn(version: string): Promise<{ code: unknown; told: string }> {
  const bin = path.join(root, 'warraq.mjs');
  copyFileSync(path.join(projectDirectory, 'bin/warraq.mjs'), bin);
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });
    Object.defineProperty(process, 'version', { value: 'v${version}' });`;
  const parameters = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, bin, '--version'];
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, { encoding: 'utf8' }, (error, _stdout, stderr) =>
      resolve({ code: error?.code, told: stderr }),
    );
  });
}

it('the command says what to do if neither its own Node nor a new one is there', async () => {
  expect(await runOn('20.20.2')).toEqual({
    code: 1,
    told: 'لم يثبَّت Node الذي يعمل به البرنامج، والذي على الجهاز v20.20.2 أقدم منه. ثبّت على الجهاز Node 24 أو أحدث، أو اكتب في package.json السطر "allowScripts": { "node": true, "esbuild": true } ثم نفّذ: npm rebuild node\n',
  });
});

it('the command goes on with the Node that runs it if that is new enough', async () => {
  // What it goes on with lies in the package, which is not here.
  expect((await runOn('24.0.0')).told).toContain('strip-types.mjs');
});
