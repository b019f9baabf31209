import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseFiles, placeInRepository } from '../../../src/commands/chosen-files.ts';

let root: string;
let content: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'chosen-')));
  content = path.join(root, 'paper', 'content');
  await mkdir(path.join(content, 'articles/2026'), { recursive: true });
  for (const file of ['articles/2026/خبر.md', 'articles/2026/b.md', 'articles/2026-old.md']) {
    await writeFile(path.join(content, file), '');
  }
  await writeFile(path.join(root, 'notes.md'), '');
});

afterEach(() => rm(root, { recursive: true }));

const files = ['articles/2026/خبر.md', 'articles/2026/b.md', 'articles/2026-old.md', 'site.yaml'];

describe('the files that are checked', () => {
  it.each<[typed: string[], standing: string, chosen: string[]]>([
    [['articles/2026/خبر.md'], '.', ['articles/2026/خبر.md']],
    [['paper/content/articles/2026/b.md'], '.', ['articles/2026/b.md']],
    [['b.md', './../2026-old.md'], 'paper/content/articles/2026', ['articles/2026/b.md', 'articles/2026-old.md']],
    [['articles/2026/'], '.', ['articles/2026/خبر.md', 'articles/2026/b.md']],
    [['.'], 'paper/content', files],
  ])('are %j, typed in %s', (typed, standing, chosen) => {
    const isChosen = chooseFiles(typed, path.join(root, standing), content);
    expect(files.filter(isChosen)).toEqual(chosen);
  });

  it('may be typed as an absolute path, or through a symbolic link to the content', async () => {
    await symlink(content, path.join(root, 'link'));
    const typed = [path.join(content, 'articles/2026/b.md'), 'link/articles/2026-old.md'];
    expect(files.filter(chooseFiles(typed, root, content))).toEqual(['articles/2026/b.md', 'articles/2026-old.md']);
  });

  it('are refused together if they do not exist or lie outside the content', () => {
    expect(() => chooseFiles(['b.md', 'notes.md', 'articles'], root, content)).toThrow(
      [
        'لا ملف ولا مجلد في b.md. يُكتب المسار من حيث أنت، أو من مجلد المحتوى.',
        `ليس notes.md من المحتوى، فالمحتوى في ${content}. اختر ملفًا منه، أو اختر محتوى آخر بالخيار --content.`,
      ].join('\n'),
    );
  });
});

describe('the place of the content in its repository', () => {
  it('is counted from the nearest directory with .git above it', async () => {
    await mkdir(path.join(root, '.git'));
    expect(placeInRepository(content, '/engine')).toBe('paper/content');
    await writeFile(path.join(root, 'paper/.git'), 'gitdir: …');
    expect(placeInRepository(content, '/engine')).toBe('content');
    await mkdir(path.join(content, '.git'));
    expect(placeInRepository(content, '/engine')).toBe('');
  });

  it('is counted from the project outside any repository', () => {
    expect(placeInRepository(content, path.join(root, 'paper'))).toBe('content');
    expect(placeInRepository(content, path.join(root, 'engine'))).toBe('../paper/content');
  });
});
