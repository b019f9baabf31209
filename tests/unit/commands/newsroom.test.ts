import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../src/commands/command-environment.ts';
import { type Files, writeContent } from '../../support/write-content.ts';

const engine = new URL('../../../', import.meta.url);
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'newsroom-'));
});

afterEach(() => rmSync(root, { recursive: true }));

const read = (variables: Record<string, string> = {}, directory = root) =>
  readEnvironment(engine, { WARRAQ_NEWSROOM: directory, ...variables });

async function newsroom(files: Files = {}): Promise<void> {
  await writeContent(root, { 'content/site.yaml': '', ...files });
}

/** The directories relative to the newsroom. */
function placesIn(variables: Record<string, string> = {}): string[] {
  const { contentDirectory, outputDirectory, cacheDirectory, renderersDirectory } = read(variables);
  return [contentDirectory, outputDirectory, cacheDirectory, renderersDirectory].map((place) =>
    path.relative(root, place).split(path.sep).join('/'),
  );
}

describe('the directories of a newsroom', () => {
  it.each<[named: string, file: Files, variables: Record<string, string>, places: string[]]>([
    ['are the usual ones', {}, {}, ['content', 'dist', '.cache/site', '.cache/site/renderers']],
    [
      'come from warraq.yaml',
      { 'warraq.yaml': 'content: news\noutput: ../site\ncache: build/cache\n', 'news/site.yaml': '' },
      {},
      ['news', '../site', 'build/cache', 'build/cache/renderers'],
    ],
    [
      'come from package.json',
      { 'package.json': '{ "warraq": { "output": "public" } }' },
      {},
      ['content', 'public', '.cache/site', '.cache/site/renderers'],
    ],
    [
      'come from variables before files',
      { 'warraq.yaml': 'output: public\ncache: kept\n' },
      { OUT_DIR: 'elsewhere', CACHE_DIR: '' },
      ['content', 'elsewhere', 'kept', 'kept/renderers'],
    ],
  ])('%s', async (_named, files, variables, places) => {
    await newsroom(files);
    expect(placesIn(variables)).toEqual(places);
  });

  it('have the cache of another content apart', async () => {
    await newsroom({ 'other/site.yaml': '' });
    expect(read({ CONTENT_DIR: 'other' }).cacheDirectory).toMatch(/\.cache[/\\][0-9a-f]{20}$/);
    await newsroom({ 'warraq.yaml': 'cache: kept\n' });
    expect(read({ CONTENT_DIR: 'other' }).cacheDirectory).toMatch(/kept[/\\][0-9a-f]{20}$/);
    expect(read({ CONTENT_DIR: 'other', CACHE_DIR: 'mine' }).cacheDirectory).toBe(path.join(root, 'mine'));
  });

  it('are those of the engine in the repository, where compiled pages are shared', () => {
    const { engineDirectory, newsroomDirectory, renderersDirectory } = readEnvironment(engine, { CACHE_DIR: root });
    expect(newsroomDirectory).toBe(engineDirectory);
    expect(renderersDirectory).toBe(path.join(engineDirectory, '.cache', 'renderers'));
  });
});

describe('a newsroom is refused', () => {
  it('whose settings have a mistake, with its line and correction', async () => {
    await newsroom({ 'warraq.yaml': 'output: site\ncash: kept\n' });
    expect(() => read()).toThrow('warraq.yaml:2: المفتاح «cash» غير معروف. لعلك تقصد «cache».');
  });

  it('whose settings are not text', async () => {
    await newsroom({ 'warraq.yaml': Buffer.from('output: \xff\n', 'latin1') });
    expect(() => read()).toThrow('warraq.yaml:1: الملف ليس بترميز UTF-8 فلا يُقرأ نصّه. احفظه من محرّرك بهذا الترميز.');
  });

  it('whose settings are in both files', async () => {
    await newsroom({ 'warraq.yaml': '', 'package.json': '{ "warraq": {} }' });
    expect(() => read()).toThrow(
      'إعدادات الصحيفة مكتوبة في warraq.yaml وفي المفتاح «warraq» من package.json معًا. أبقها في واحد منهما، واحذف الآخر.',
    );
  });

  it('that is not there', () => {
    expect(() => read()).toThrow(
      `لا صحيفة في المجلد ${root}، إذ ليس فيه مجلد content. انتقل إلى مجلد الصحيفة ثم أعد الأمر، أو أنشئ صحيفة بالأمر: npx warraq init`,
    );
  });

  it('in one of whose directories the operator stands', async () => {
    await newsroom({ 'content/articles/a.md': '' });
    const standing = path.join(root, 'content', 'articles');
    expect(() => read({}, standing)).toThrow(
      `المجلد ${standing} داخل الصحيفة، والأوامر تُشغَّل من مجلدها. انتقل إليه ثم أعد الأمر: cd ${root}`,
    );
  });

  it('whose settings name no directory', async () => {
    await newsroom({ 'warraq.yaml': 'content: news\n' });
    expect(() => read()).toThrow(
      `لا مجلد في ${path.join(root, 'news')}، وفيه يُطلب المحتوى. صحّح مساره في warraq.yaml، أو في الخيار --content، أو في المتغيّر CONTENT_DIR.`,
    );
  });

  it('unless the command makes the content', () => {
    const variables = { WARRAQ_NEWSROOM: root };
    expect(readEnvironment(engine, variables, { isContentNew: true }).newsroomDirectory).toBe(root);
  });
});
