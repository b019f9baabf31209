import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../../../../src/library/library.ts';
import type { Library } from '../../../../src/library/types.ts';
import { messages } from '../../../../src/schema/messages.ts';
import { markdown, smallestSite } from '../../../support/newsroom.ts';
import { type Files, writeContent } from '../../../support/write-content.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'live-'));
});

afterEach(() => rm(root, { recursive: true }));

const matter = { title: 'عاصفة', author: 'huda', date: '2026-01-01', category: 'world', id: 'k7q3m' };
const covered = (live: string, more: Record<string, unknown> = {}): Files => ({
  ...smallestSite,
  'articles/first.md': markdown({ ...matter, live, ...more }, 'مقدمة.'),
});
const entry = (fields: Record<string, unknown>, body = 'نص.') => markdown(fields, body);

async function open(
  files: Files,
  { includeUnpublished = false, now = Date.UTC(2026, 0, 1, 12) } = {},
): Promise<Library> {
  const contentDirectory = path.join(root, 'content');
  await rm(contentDirectory, { recursive: true, force: true });
  await writeContent(contentDirectory, files);
  return openLibrary({
    contentDirectory,
    publicDirectory: path.join(root, 'public'),
    cacheDirectory: path.join(root, 'cache'),
    now,
    includeUnpublished,
    fingerprint: 'engine',
  });
}

const entriesOf = ({ live }: Library) => live.get('k7q3m')?.entries.map(({ id }) => id);

describe('live coverage', () => {
  it('has its entries newest first, those of one moment by the names of their files', async () => {
    const { live, problems } = await open({
      ...covered('open'),
      'live/k7q3m/0900.md': entry({ time: '2026-01-01 09:00' }),
      'live/k7q3m/b.md': entry({ time: '2026-01-01 10:00' }),
      'live/k7q3m/a.md': entry({ time: '2026-01-01 10:00' }),
      'live/k7q3m/وصول الرئيس.md': entry({ time: '2026-01-01T10:30:00+00:00', title: 'وصل', key: 'نعم' }),
    });
    expect(problems).toEqual([]);
    expect(live.get('k7q3m')).toMatchObject({
      state: 'open',
      entries: [
        { id: 'live-وصول-الرئيس', title: 'وصل', time: '2026-01-01T10:30:00.000Z', isKey: true, excerpt: 'نص.' },
        { id: 'live-b', isKey: false, isPinned: false, unpublished: false },
        { id: 'live-a' },
        { id: 'live-0900' },
      ],
    });
  });

  it('is there before its first entry, and not without `live` in the article', async () => {
    expect((await open(covered('open'))).live.get('k7q3m')).toEqual({ state: 'open', entries: [] });
    expect((await open(smallestSite)).live.size).toBe(0);
  });

  it('holds entries of the future back, except for editors', async () => {
    const files = {
      ...covered('open'),
      'live/k7q3m/now.md': entry({ time: '2026-01-01 09:00' }),
      'live/k7q3m/later.md': entry({ time: '2026-01-01 20:00' }),
    };
    expect(entriesOf(await open(files))).toEqual(['live-now']);
    expect(entriesOf(await open(files, { now: Date.UTC(2026, 0, 2) }))).toEqual(['live-later', 'live-now']);
    const { live } = await open(files, { includeUnpublished: true });
    expect(live.get('k7q3m')?.entries.map(({ unpublished }) => unpublished)).toEqual([true, false]);
  });

  it('leaves the pin to the newest entry that has one', async () => {
    const { live } = await open({
      ...covered('open'),
      'live/k7q3m/a.md': entry({ time: '2026-01-01 09:00', pin: true }),
      'live/k7q3m/b.md': entry({ time: '2026-01-01 10:00', pin: true }),
    });
    expect(live.get('k7q3m')?.entries.map(({ isPinned }) => isPinned)).toEqual([true, false]);
  });

  it.each<[name: string, author: unknown, authors: unknown[]]>([
    ['an id', 'huda', [{ id: 'huda' }]],
    ['a name of an author, with tashkeel or without', 'هُدى السالم', [{ id: 'huda' }]],
    ['any other name', 'مها ناصر', [{ name: 'مها ناصر' }]],
    ['several', 'huda، مها ناصر', [{ id: 'huda' }, { name: 'مها ناصر' }]],
  ])('has the authors of its entries by %s', async (_name, author, authors) => {
    const { live } = await open({
      ...covered('open'),
      'live/k7q3m/a.md': entry({ time: '2026-01-01 09:00', author }),
    });
    expect(live.get('k7q3m')?.entries[0]?.authors).toEqual(authors);
  });

  it.each<[name: string, file: string, text: string, problem: Record<string, unknown>]>([
    [
      'no time',
      'live/k7q3m/a.md',
      entry({ title: 'خبر' }),
      { message: 'ينقص المفتاح «time»، ولا بدّ منه. اكتب له سطرًا.' },
    ],
    ['an unknown key', 'live/k7q3m/a.md', '---\ntime: 2026-01-01 09:00\nوقت: 9\n---\nنص.', { line: 3, field: 'وقت' }],
    [
      'an unknown id',
      'live/k7q3m/a.md',
      entry({ time: '2026-01-01 09:00', author: 'hudaa' }),
      { line: 3, suggestion: 'author: huda' },
    ],
    [
      'a year too far',
      'live/k7q3m/a.md',
      entry({ time: '2062-01-01 09:00' }),
      { line: 2, field: 'time', suggestion: 'time: 2026-01-01 09:00' },
    ],
    ['a year long before its article', 'live/k7q3m/a.md', entry({ time: '2006-01-01 09:00' }), { line: 2 }],
    ['a missing image', 'live/k7q3m/a.md', entry({ time: '2026-01-01 09:00' }, '![صورة](a.jpg)'), { line: 5 }],
    ['MDX', 'live/k7q3m/a.mdx', entry({ time: '2026-01-01 09:00' }), { line: 1 }],
    ['a folder below', 'live/k7q3m/x/a.md', entry({ time: '2026-01-01 09:00' }), { line: 1 }],
  ])('reports an entry with %s', async (_name, file, text, problem) => {
    expect((await open({ ...covered('open'), [file]: text })).problems).toMatchObject([{ file, ...problem }]);
  });

  it('reports an id that is refused only in its article', async () => {
    const { problems } = await open({
      ...covered('open', { id: 'K7Q3M' }),
      'live/K7Q3M/a.md': entry({ time: '2026-01-01 09:00' }),
      'breaking.yaml': '- text: نبأ\n  article: K7Q3M\n  until: 2026-02-01\n',
      'front-page.yaml': 'lead: K7Q3M\n',
    });
    expect(problems).toMatchObject([{ file: 'articles/first.md', field: 'id' }]);
  });

  it('says how the names of entries end', async () => {
    const { notices } = await open({ ...covered('open'), 'live/k7q3m/a.MD': entry({ time: '2026-01-01 09:00' }) });
    expect(notices).toEqual(['live/k7q3m/a.MD لا يُقرأ: ملفات هذا المجلد تنتهي بـ .md.']);
  });

  it('changes the digests of its article only once it is finished', async () => {
    const digestsOf = async (files: Files) => {
      const { articles } = await open(files);
      return articles.map(({ digest, listDigest, lastUpdated }) => [digest, listDigest, lastUpdated]);
    };
    const more = { 'live/k7q3m/a.md': entry({ time: '2026-01-01 09:00' }) };
    expect(await digestsOf({ ...covered('open'), ...more })).toEqual(await digestsOf(covered('open')));
    const [before] = await digestsOf(covered('closed'));
    const [after] = await digestsOf({ ...covered('closed'), ...more });
    expect(after?.[2]).toBe('2026-01-01T09:00:00.000Z');
    expect([before?.[0] === after?.[0], before?.[1] === after?.[1]]).toEqual([false, false]);
  });

  it.each<[more: Record<string, unknown>, isTold: boolean]>([
    [{}, true],
    [{ live: 'closed' }, false],
    [{ draft: true }, false],
    [{ expires: '2026-01-03' }, false],
    [{ withdrawn: { date: '2026-01-01', reason: 'خطأ' } }, false],
  ])('reminds of coverage that was left open, unless readers do not see it: %j', async (more, isTold) => {
    const files = { ...covered('open', more), 'live/k7q3m/a.md': entry({ time: '2026-01-01 09:00' }) };
    const { notices } = await open(files, { now: Date.UTC(2026, 0, 5) });
    expect(notices.includes(messages.liveLeftOpen('live/k7q3m'))).toBe(isTold);
  });

  it.each<[more: Record<string, unknown>, isTold: boolean]>([
    [{}, true],
    [{ date: '2026-01-02' }, true],
    [{ date: '2026-01-04' }, false],
    [{ draft: true }, false],
    [{ expires: '2026-01-03' }, false],
    [{ withdrawn: { date: '2026-01-01', reason: 'خطأ' } }, false],
  ])('tells the agenda of an entry if its article is shown by then: %j', async (more, isTold) => {
    const { agenda } = await open({
      ...covered('open', more),
      'live/k7q3m/later.md': entry({ time: '2026-01-03T10:00:00Z' }),
    });
    const item = { at: '2026-01-03T10:00:00.000Z', file: 'live/k7q3m/later.md', title: 'عاصفة' };
    const told = agenda.filter(({ kind }) => kind === 'live-entry-appears');
    expect(told).toEqual(isTold ? [{ ...item, kind: 'live-entry-appears' }] : []);
  });
});
