import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discardCache, openCache } from '../../../src/library/cache/cache.ts';
import type { Environment } from '../../../src/library/environment.ts';
import { protectOutput, protectSources } from '../../../src/site-build/protect-output.ts';
import { openLedger } from '../../../src/site-build/publish/ledger.ts';

let root: string;
let output: string;
let environment: Environment;
const minute = 60_000;
const now = Date.UTC(2026, 10, 30, 12);

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'warraq-protect-'));
  output = path.join(root, 'site');
  environment = {
    engineDirectory: path.join(root, 'engine'),
    newsroomDirectory: path.join(root, 'engine'),
    contentDirectory: path.join(root, 'content'),
    publicDirectory: path.join(root, 'engine/public'),
    outputDirectory: output,
    cacheDirectory: path.join(root, 'cache'),
    renderersDirectory: path.join(root, 'cache/renderers'),
    now,
    includeUnpublished: false,
    fingerprint: 'engine',
  };
});

afterEach(() => {
  discardCache(environment.cacheDirectory);
  rmSync(root, { recursive: true });
});

const ledger = () => openLedger(openCache(environment.cacheDirectory), output);
const protect = (isForced = false) => protectOutput(environment, ledger(), isForced);
const write = (...files: string[]) => {
  for (const file of files) {
    mkdirSync(path.join(output, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(output, file), '{}');
  }
};

describe('an output directory', () => {
  it.each<[files: string[]]>([
    [[]],
    [['.git/config', '.well-known/security.txt', 'CNAME']],
    [['index.html', 'pagefind/parts.json']],
  ])('with %j is taken', (files) => {
    write(...files);
    expect(() => protect()).not.toThrow();
  });

  it('with files of others is refused, naming some of them, unless that is forced', () => {
    write('thesis.docx', 'photos/a.jpg', 'CNAME', 'b.txt', 'c.txt');
    expect(() => protect()).toThrow(
      `لا يُبنى الموقع في المجلد ${output} لأن فيه ما ليس من الموقع: b.txt، c.txt، photos، وغيرها. والبناء يحذف ما ليس من الموقع. اختر مجلدًا غيره في OUT_DIR، أو أكّد الحذف بالأمر: npm run build -- --force`,
    );
    expect(() => protect(true)).not.toThrow();
  });

  it('in which a build began is taken, though it was killed before it recorded a file', () => {
    ledger().begin();
    write('index.html');
    expect(() => protect()).not.toThrow();
  });

  it.each([
    ['.'],
    ['content'],
    ['content/articles'],
    ['content/articles/site'],
    ['content/site'],
    ['engine'],
    ['engine/public'],
    ['engine/src/pages'],
    ['engine/node_modules/site'],
    ['cache'],
    ['linked/site'],
  ])('%s is refused as the content or the program', (folder) => {
    mkdirSync(path.join(root, 'content'));
    symlinkSync(path.join(root, 'content'), path.join(root, 'linked'));
    environment.outputDirectory = path.join(root, folder);
    expect(() => protectSources(environment)).toThrow(
      `لا يُبنى الموقع في المجلد ${environment.outputDirectory} لأن فيه ملفات المحتوى أو البرنامج، أو لأنه داخل مجلد لها، والبناء يحذف ما ليس من الموقع. اختر مجلدًا غيره في OUT_DIR.`,
    );
  });

  it.each([['engine/dist'], ['engine/public-site'], ['site'], ['content-site']])('%s is taken', (folder) => {
    environment.outputDirectory = path.join(root, folder);
    expect(() => protectSources(environment)).not.toThrow();
  });

  it.each<[folder: string, isTaken: boolean]>([
    ['paper/dist', true],
    ['paper/docs', true],
    ['paper/.git/site', false],
    ['paper/node_modules/site', false],
    ['paper/node_modules/warraq/dist', false],
    ['store/warraq/dist', false],
    ['paper', false],
    ['store', false],
  ])('%s of a newsroom beside a linked engine is taken: %s', (folder, isTaken) => {
    mkdirSync(path.join(root, 'store/warraq'), { recursive: true });
    mkdirSync(path.join(root, 'paper/node_modules'), { recursive: true });
    symlinkSync(path.join(root, 'store/warraq'), path.join(root, 'paper/node_modules/warraq'));
    const engineDirectory = path.join(root, 'store/warraq');
    Object.assign(environment, {
      engineDirectory,
      newsroomDirectory: path.join(root, 'paper'),
      publicDirectory: path.join(engineDirectory, 'public'),
      contentDirectory: path.join(root, 'paper/content'),
      outputDirectory: path.join(root, folder),
    });
    if (isTaken) expect(() => protectSources(environment)).not.toThrow();
    else expect(() => protectSources(environment)).toThrow('لا يُبنى الموقع في المجلد');
  });

  it('of a program inside the content is taken', () => {
    environment.contentDirectory = root;
    environment.outputDirectory = path.join(root, 'engine/dist');
    expect(() => protectSources(environment)).not.toThrow();
  });
});

describe('a clock', () => {
  beforeEach(() => ledger().settle(now));

  it.each([now, now + minute, now - 4 * minute])('at or shortly before the last build is taken: %i', (moment) => {
    environment.now = moment;
    expect(() => protect()).not.toThrow();
  });

  it('before the last build is refused, unless that is forced or the moment was given', () => {
    environment.now = Date.UTC(2001, 0, 1);
    expect(() => protect()).toThrow(
      'ساعة الجهاز 2001-01-01T00:00:00.000Z متأخرة عن آخر بناء 2026-11-30T12:00:00.000Z، ولو بُني الموقع بها لاختفت منه مقالات منشورة. صحّح الساعة، أو أكّد البناء بالأمر: npm run build -- --force',
    );
    expect(() => protect(true)).not.toThrow();
    environment.isMomentGiven = true;
    expect(() => protect()).not.toThrow();
  });
});
