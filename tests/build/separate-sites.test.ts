import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite, projectDirectory } from '../support/build-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';

/**
 * Returns a newsroom. File names and ids are the same in all, so that content of one in the output of another is
 * noticed.
 */
function newsroom(word: string) {
  return {
    ...smallestSite,
    'site.yaml': `title: ${word}\ndescription: صحيفة ${word}\nurl: https://sada.example\n`,
    'authors/huda.yaml': `name: كاتبة ${word}\n`,
    'articles/first.md': markdown(
      { title: `عنوان ${word}`, author: 'huda', date: '2022-01-13', category: 'world', id: 'k7q3m' },
      `متن ${word}.`,
    ),
    'articles/second.mdx': markdown(
      { title: `ملف ${word}`, author: 'huda', date: '2022-01-12', category: 'world', id: 'm4t9x' },
      `<PullQuote by="${word}">قول ${word}</PullQuote>`,
    ),
  };
}

describe('two sites that are built at the same time', () => {
  let outside: BuiltSite;
  let inside: BuiltSite;
  beforeAll(async () => {
    const caches = path.join(projectDirectory, '.cache');
    await mkdir(caches, { recursive: true });
    const directory = await mkdtemp(path.join(caches, 'test-site-'));
    afterAll(() => rm(directory, { recursive: true, force: true }));
    [outside, inside] = await Promise.all([
      buildSite(newsroom('المشرق')),
      buildSite(newsroom('المغرب'), { directory, relative: true }),
    ]);
  });

  it('both succeed, with absolute directories outside the project or relative ones inside it', () => {
    expect([outside.output, outside.exitCode]).toEqual([expect.any(String), 0]);
    expect([inside.output, inside.exitCode]).toEqual([expect.any(String), 0]);
  });

  it('have the same files', () => {
    const named = (site: BuiltSite) => site.files().filter((file) => /\.(html|xml|txt)$/.test(file));
    expect(named(outside)).toEqual(named(inside));
    expect(named(outside)).toContain('m4t9x/index.html');
  });

  it.each(['index.html', 'k7q3m/index.html', 'm4t9x/index.html', 'a/huda/index.html', 'rss.xml'])(
    'have only their own content in %s',
    (file) => {
      expect(outside.read(file)).toContain('المشرق');
      expect(outside.read(file)).not.toContain('المغرب');
      expect(inside.read(file)).toContain('المغرب');
      expect(inside.read(file)).not.toContain('المشرق');
    },
  );

  it('have outputs apart from the default one', () => {
    expect(outside.directories.outputDirectory).not.toContain(projectDirectory);
    expect(path.resolve(projectDirectory, inside.directories.outputDirectory)).toContain('.cache');
  });
});
