import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../../../../src/library/library.ts';
import type { Library } from '../../../../src/library/types.ts';
import { smallestSite } from '../../../support/newsroom.ts';
import { type Files, writeContent } from '../../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'recordings-'));
});

afterEach(() => rm(root, { recursive: true }));

const { 'articles/first.md': _, ...withoutArticles } = smallestSite;
const required = ['title: عنوان', 'author: huda', 'date: 2022-01-13', 'category: world', 'id: k7q3m'];

/** Opens a newsroom with one article, whose front matter ends with these lines, from line 7. */
async function openWith(lines: readonly string[], files: Files = {}): Promise<Library> {
  const text = ['---', ...required, ...lines, '---', 'متن.'].join('\n');
  const contentDirectory = path.join(root, 'content');
  await writeContent(contentDirectory, { ...withoutArticles, 'articles/a.md': text, ...files });
  return openLibrary({
    contentDirectory,
    publicDirectory: path.join(contentDirectory, 'public'),
    cacheDirectory: path.join(root, 'cache'),
    now: Date.UTC(2026, 0, 1),
    includeUnpublished: false,
    fingerprint: 'engine',
  });
}

describe('the recording of an article', () => {
  it.each<[name: string, line: string, recording: object, files: string[]]>([
    [
      'beside it',
      'audio: talk.mp3#t=3',
      { url: expect.stringMatching(/^\/_files\/talk-[\da-f]{10}\.mp3#t=3$/), bytes: 6 },
      ['articles/talk.mp3'],
    ],
    ['in public/', 'audio: /talk.mp3', { url: '/talk.mp3', bytes: 8 }, ['/talk.mp3']],
    ['elsewhere', 'audio: https://cdn.example/talk.mp3', { url: 'https://cdn.example/talk.mp3' }, []],
  ])('is found %s', async (_name, line, recording, sources) => {
    const { articles, problems, notices } = await openWith([line], {
      'articles/talk.mp3': 'صوت',
      'public/talk.mp3': 'صوتي',
    });
    expect(problems).toEqual([]);
    expect(articles[0]?.recording).toEqual(recording);
    expect(articles[0]?.bodyFiles.map(({ source }) => source)).toEqual(sources);
    expect(notices.some((notice) => notice.includes('talk.mp3'))).toBe(!sources.includes('articles/talk.mp3'));
  });

  it('changes the digest of the article with its bytes', async () => {
    const before = await openWith(['audio: talk.mp3'], { 'articles/talk.mp3': 'صوت' });
    const after = await openWith(['audio: talk.mp3'], { 'articles/talk.mp3': 'صوت آخر' });
    expect(after.articles[0]?.digest).not.toBe(before.articles[0]?.digest);
    expect(after.articles[0]?.recording?.url).not.toBe(before.articles[0]?.recording?.url);
  });

  it.each<[lines: string[], line: number, message: string, suggestion?: string]>([
    [['audio: tlk.mp3'], 7, 'لا ملف باسم «tlk.mp3». لعلك تقصد «talk.mp3».', 'audio: talk.mp3'],
    [
      ['audio:', '  reader: ريم', '  file: /tlk.mp3'],
      9,
      'لا ملف في الموقع على المسار «/tlk.mp3». لعلك تقصد «/talk.mp3».',
      '  file: /talk.mp3',
    ],
    [['audio: /a/b.mp3'], 7, 'لا ملف في الموقع على المسار «/a/b.mp3». راجع اسمه ومكانه.'],
    [['audio: empty.mp3'], 7, 'الملف «empty.mp3» فارغ. انسخه من جديد.'],
  ])('is missed: %j', async (lines, line, message, suggestion) => {
    const { problems } = await openWith(lines, {
      'articles/talk.mp3': 'صوت',
      'articles/empty.mp3': '',
      'public/talk.mp3': 'صوت',
    });
    expect(problems).toMatchObject([{ file: 'articles/a.md', line, message }]);
    expect(problems[0]?.suggestion).toBe(suggestion);
  });

  it('is not missed by an article that is withdrawn', async () => {
    const withdrawn = 'withdrawn: { date: 2023-01-01, reason: لم يصحّ. }';
    expect((await openWith(['audio: talk.mp3', withdrawn])).problems).toEqual([]);
  });
});
