import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readBackup } from '../../../../src/importers/blogger/backup.ts';
import { readNewsroom } from '../../../../src/importers/blogger/newsroom.ts';
import { composeNewsroom, type ImportedNewsroom } from '../../../../src/importers/newsroom/compose.ts';
import { IncompleteSource, OtherSource } from '../../../../src/importers/newsroom/source-faults.ts';
import { sumByKind } from '../../../../src/importers/newsroom/tally.ts';
import { lettersOfPost, samplePosts, writeBackup, writeTakeout } from '../../../support/blogger.ts';
import { render } from '../../markdown/render.ts';

async function compose(text: string): Promise<ImportedNewsroom> {
  const state = { ids: new Map(), pages: new Set<string>(), records: new Map(), missing: new Set<string>() };
  return composeNewsroom(readNewsroom(await readBackup([text])), { ...state, now: '2026-12-01T00:00:00Z' });
}

function read({ files }: ImportedNewsroom, number: number) {
  const file = `articles/2024/01/story-${number}.md`;
  const [, matter = '', body = ''] = /^---\n([\s\S]*?)---\n\n([\s\S]*)$/.exec(files.get(file) ?? '') ?? [];
  return { matter: parse(matter), body: body.trim() };
}

async function shownLetters(body: string): Promise<string> {
  const { html, problems } = await render(body);
  expect(problems).toEqual([]);
  return html
    .replace(/<span class="visually-hidden"[^>]*>.*?<\/span>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

describe.each([
  ['a backup of the settings', writeBackup()],
  ['a feed of Takeout', writeTakeout()],
])('%s', async (_form, text) => {
  const newsroom = await compose(text);

  it('becomes a newsroom with all posts, pages and drafts', () => {
    expect(newsroom.entries).toHaveLength(samplePosts + 2);
    expect(newsroom.entries.filter(({ isDraft }) => isDraft)).toHaveLength(1);
    expect(parse(newsroom.files.get('site.yaml') ?? '')).toMatchObject({
      title: 'صحيفة القناة',
      url: 'https://canal.blogspot.com',
    });
    expect(newsroom.notes).toEqual([]);
  });

  it('has the most frequent label of a post as its section, and the old addresses', () => {
    expect({ ...read(newsroom, 4).matter, id: '' }).toEqual({
      title: 'خبر 4',
      author: 'سلمى-نصار',
      date: '2024-01-05T10:00:00+02:00',
      category: 'محليات',
      id: '',
      tags: ['ماء'],
      aliases: ['/2024/01/story-4.html'],
    });
    expect(parse(newsroom.files.get('categories/محليات.yaml') ?? '').aliases).toEqual([
      '/search/label/محليات',
      '/feeds/posts/default/-/محليات',
    ]);
    expect(read(newsroom, 3).matter.category).toBe('general');
  });

  it('has links to articles, and images in their original size with their captions', () => {
    expect(read(newsroom, 7).body).toContain(`[خبر السوق](/${read(newsroom, 1).matter.id}/)`);
    expect(read(newsroom, 2).body).toBe('![المرفأ](port.jpg)\n\nنص بعد الصورة.');
    expect(read(newsroom, 3).body).toBe('![](ship.png "سفينة عند الرصيف")\n\nمتن.');
    expect([...new Set(newsroom.media.values())].sort()).toEqual([
      'https://1.bp.blogspot.com/-x/s0/port.jpg',
      'https://blogger.googleusercontent.com/img/a/AVvXsEx=s0',
      'https://blogger.googleusercontent.com/img/b/R29/AVv/s0/ship.png',
    ]);
  });

  it('has comments with their answers, those of the newsroom as such', () => {
    expect(newsroom.threads.get(read(newsroom, 0).matter.id)).toMatchObject([
      { id: 'b-501', author: 'قارئ', text: 'مبارك\nللمدينة' },
      { id: 'b-502', parent: 'b-501', staff: true },
    ]);
  });

  it('has the letters and digits of each post', async () => {
    for (let number = 0; number < samplePosts; number += 1) {
      expect([number, await shownLetters(read(newsroom, number).body)]).toEqual([number, lettersOfPost(number)]);
    }
  });

  it('is told whole', () => {
    const entries = text.split('<entry>').length - 1;
    const counted = sumByKind(newsroom.tally).filter(({ kind }) =>
      ['articles', 'pages', 'comments', 'others'].includes(kind),
    );
    expect(counted.reduce((sum, { total }) => sum + total, 0)).toBe(entries);
    expect(JSON.stringify([...newsroom.files])).not.toContain('noreply@');
  });
});

it('names of images with many hyphens, labels with commas and comments without a text are read', async () => {
  const image = `https://1.bp.blogspot.com/-x/s24${'-ab'.repeat(60)}.jpg`;
  const backup = await readBackup([writeBackup()]);
  const [post] = backup.entries.filter(({ kind }) => kind === 'post');
  const [comment] = backup.entries.filter(({ kind }) => kind === 'comment');
  if (!post || !comment) throw new Error('The sample has both.');
  const source = readNewsroom({
    ...backup,
    entries: [
      { ...post, labels: ['محليات', 'د، ه'], content: `<img src="${image}">` },
      { ...comment, content: '<img src="x">' },
    ],
  });
  expect(source.tags).toMatchObject([
    { name: 'د ه', addresses: ['https://canal.blogspot.com/search/label/%D8%AF%D8%8C%20%D9%87'] },
  ]);
  expect(source.tally).toContainEqual({
    kind: 'comments',
    name: '',
    fate: 'left',
    reason: 'unreadable-comment',
    count: 1,
  });
  const { media } = composeNewsroom(source, {
    ...{ ids: new Map(), pages: new Set<string>(), records: new Map(), missing: new Set<string>() },
    now: '2026-12-01T00:00:00Z',
  });
  expect([...media.values()]).toEqual([image]);
});

it('what is no backup, or not whole, is refused', async () => {
  await expect(readBackup(['<feed><id>tag:other.example,2020:1</id></feed>'])).rejects.toThrow(OtherSource);
  await expect(readBackup([writeBackup().slice(0, 9000)])).rejects.toThrow(IncompleteSource);
});
