import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutputFolder } from '../../../../src/site-build/publish/output.ts';
import { openStagedFolders } from '../../../../src/site-build/publish/staged-folders.ts';
import { writeContent } from '../../../support/write-content.ts';

let root: string;
let workDirectory: string;
let made: string[];

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'warraq-staged-'));
  workDirectory = path.join(root, 'work');
  made = [];
});

afterEach(() => rmSync(root, { recursive: true }));

/** Creates a folder with one file, whose content is the folder's name. */
function folder(name: string, make?: () => Promise<void>): OutputFolder {
  return {
    folder: name,
    key: name,
    size: 1,
    async make(directory) {
      made.push(name);
      await make?.();
      writeFileSync(path.join(directory, 'name.txt'), name);
    },
  };
}

/** Resolves when all promises that do not wait for I/O or for a test have settled. */
const allThatIsReady = () => new Promise((resolve) => setImmediate(resolve));

const nameIn = (directory: string) => readFileSync(path.join(directory, 'name.txt'), 'utf8');

describe('a staged folder', () => {
  it('is made once, whether it was begun or not, and is removed after it was taken', async () => {
    const stagedFolders = openStagedFolders(workDirectory);
    const begun = folder('begun');
    stagedFolders.begin(begun);
    stagedFolders.begin(begun);
    const taken: string[] = [];
    await stagedFolders.take(folder('late'), (directory) => taken.push(nameIn(directory)));
    await stagedFolders.take(begun, (directory) => taken.push(nameIn(directory)));
    expect([taken, made]).toEqual([
      ['late', 'begun'],
      ['begun', 'late'],
    ]);
    expect(readdirSync(workDirectory)).toEqual([]);
  });

  it('that cannot be made rejects when it is taken, and not before', async () => {
    const stagedFolders = openStagedFolders(workDirectory);
    const broken = folder('broken', () => Promise.reject(new Error('لا مكان على القرص')));
    stagedFolders.begin(broken);
    await allThatIsReady();
    await expect(stagedFolders.take(broken, () => undefined)).rejects.toThrow('لا مكان على القرص');
  });

  it('is waited for at the end, and those in the queue are not made', async () => {
    const stagedFolders = openStagedFolders(workDirectory);
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const slow = folder('slow', () => {
      begun.resolve();
      return gate.promise;
    });
    for (const one of [slow, folder('waiting')]) stagedFolders.begin(one);
    await begun.promise;
    let hasEnded = false;
    const end = stagedFolders.end().then(() => {
      hasEnded = true;
    });
    await allThatIsReady();
    expect(hasEnded).toBe(false);
    gate.resolve();
    await end;
    expect(made).toEqual(['slow']);
    await openStagedFolders(workDirectory).end();
  });

  it('waits while another is made', async () => {
    const stagedFolders = openStagedFolders(workDirectory);
    const gate = Promise.withResolvers<void>();
    const folders = ['a', 'b', 'c'].map((name) => folder(name, () => gate.promise));
    for (const one of folders) stagedFolders.begin(one);
    await allThatIsReady();
    expect(made).toEqual(['a']);
    gate.resolve();
    await Promise.all(folders.map((one) => stagedFolders.take(one, () => undefined)));
    expect(made).toEqual(['a', 'b', 'c']);
  });

  it('of a build that died is removed', async () => {
    await writeContent(workDirectory, { 'folder-old/name.txt': 'قديم' });
    openStagedFolders(workDirectory);
    expect(existsSync(path.join(workDirectory, 'folder-old'))).toBe(false);
  });
});
