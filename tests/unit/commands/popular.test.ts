import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PopularRequest, writePopular } from '../../../src/commands/popular.ts';
import { parsePopular } from '../../../src/schema/popular.ts';
import { commandStrings } from '../../../src/strings/commands.ts';
import { article, library } from '../../support/library.ts';

const words = commandStrings.popular;
const paper = library([article(1), article(2), article(3, { unpublished: true })].slice(0, 2));
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
const line = (target: string, { status = 200, agent = firefox, day = 23 } = {}) =>
  `203.0.113.7 - - [${day}/Nov/2026:10:00:00 +0200] "GET ${target} HTTP/1.1" ${status} 1 "-" "${agent}"`;
const log = [
  line('/a0002/'),
  line('/a0001/'),
  line('/a0002/?x', { day: 25 }),
  line('/'),
  line('/\u001b[31m/'),
  line('/a0001/', { agent: 'Googlebot/2.1' }),
  line('/a0001/', { status: 404 }),
].join('\n');
const written = '2026-11-23..2026-11-29';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'popular-'));
});
afterEach(() => rm(directory, { recursive: true }));

const popularIn = (folder: string) => path.join(folder, 'popular.yaml');

/** Writes files and runs the command on them; returns its report, or why it failed, without the directory. */
async function run(
  files: Record<string, string | Uint8Array>,
  request: Partial<PopularRequest> = {},
): Promise<string[]> {
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(directory, name), content);
  const paths = Object.keys(files).map((name) => path.join(directory, name));
  const now = Date.UTC(2026, 10, 30, 12);
  const report = await writePopular(paper, {
    files: paths,
    hosts: [],
    contentDirectory: directory,
    now,
    ...request,
  }).catch((error: Error) => error.message.split('\n'));
  return report.map((sentence) => sentence.replaceAll(`${directory}/`, ''));
}

describe('the command that counts readings', () => {
  it.each<[what: string, content: string | Uint8Array]>([
    ['a log', log],
    ['a packed log', gzipSync(log)],
    ['two packed logs in one file', Buffer.concat([gzipSync(`${log.slice(0, 300)}`), gzipSync(log.slice(300))])],
    ['a log with Windows line ends and a byte order mark', `\ufeff${log.replaceAll('\n', '\r\n')}\r\n`],
  ])('reads %s, writes the list, and tells what was read and what was not', async (_, content) => {
    expect(await run({ 'access.log': content })).toEqual([
      'access.log من nginx/Apache، وفيه 7 قيود.',
      'عُدّت 3 قيود، وهي قراءات لمقالين.',
      'لم يُعدّ قيد واحد، والسبب: برامج لا قراء.',
      'لم يُعدّ قيد واحد، والسبب: خطأ ردّ به الخادم.',
      'لم يُعدّ قيد واحد، والسبب: صفحات غير المقالات.',
      'لم يُعدّ قيد واحد، والسبب: عناوين ليست في الموقع اليوم (مثل /[31m/).',
      'والمدة من 2026-11-23 إلى 2026-11-25',
      'في القائمة مقالان، وهما مكتوبان في: popular.yaml',
    ]);
    const text = readFileSync(popularIn(directory), 'utf8');
    expect(text).toBe(
      `# ${words.comment}\nfrom: 2026-11-23\nto: 2026-11-25\nsource: nginx/Apache (views)\narticles:\n  - id: a0002\n    count: 2\n  - id: a0001\n    count: 1\n`,
    );
    expect(parsePopular(text).popular?.ids).toEqual(['a0002', 'a0001']);
  });

  it.each<[what: string, name: string, request: Partial<PopularRequest>, from: string, to: string]>([
    ['typed', 'pages.csv', { period: written }, '2026-11-23', '2026-11-29'],
    ['typed as a number', 'pages.csv', { period: '7d' }, '2026-11-24', '2026-11-30'],
    ['typed as the first of them', 'pages.csv', { since: '2026-11-28' }, '2026-11-28', '2026-11-30'],
    ['in the name of the file', 'Plausible 2026-11-16 to 2026-11-22.csv', {}, '2026-11-16', '2026-11-22'],
  ])('takes the days of an export as %s', async (_, name, request, from, to) => {
    await run({ [name]: 'name,visitors\n/a0001/,12\n' }, request);
    expect(readFileSync(popularIn(directory), 'utf8')).toContain(
      `from: ${from}\nto: ${to}\nsource: Plausible (visitors)\n`,
    );
  });

  it('adds up several files, and counts only the days that are asked for', async () => {
    const report = await run({ 'a.log': log, 'b.log': line('/a0001/', { day: 24 }) }, { since: '2026-11-24' });
    expect(report.slice(0, 3)).toEqual([
      'a.log من nginx/Apache، وفيه 7 قيود.',
      'b.log من nginx/Apache، وفيه قيد واحد.',
      'عُدّ قيدان، وهما قراءتان لمقالين.',
    ]);
    expect(parsePopular(readFileSync(popularIn(directory), 'utf8')).popular).toEqual({
      from: '2026-11-24',
      to: '2026-11-25',
      ids: ['a0001', 'a0002'],
    });
  });

  it('counts a file once that is given twice, or of which there is a copy', async () => {
    const files = ['a.log', 'a.log', 'b.log'].map((name) => path.join(directory, name));
    expect((await run({ 'a.log': log, 'b.log': log }, { files })).slice(0, 4)).toEqual([
      words.sameFile('a.log', 'a.log'),
      words.sameFile('b.log', 'a.log'),
      'a.log من nginx/Apache، وفيه 7 قيود.',
      'عُدّت 3 قيود، وهي قراءات لمقالين.',
    ]);
  });

  it('says that a log without names of programs may have robots in it', async () => {
    const bare = line('/a0001/').replace(/ "-" ".*/, '');
    expect(await run({ 'access.log': bare })).toContain(words.anonymous);
  });

  it('reads a value in JSON', async () => {
    await run({
      'hits.json': JSON.stringify({ hits: [{ path: '/a0001/', count: 4, stats: [{ day: '2026-11-23' }] }] }, null, 2),
    });
    expect(readFileSync(popularIn(directory), 'utf8')).toContain('source: GoatCounter (visits)');
  });

  it.each<
    [fault: string, files: Record<string, string | Uint8Array>, request: Partial<PopularRequest>, sentence: string]
  >([
    ['nothing to read', {}, {}, words.noFiles],
    ['the standard input twice', {}, { files: ['-', '-'] }, words.inputTwice],
    ['two first days', { 'a.log': log }, { period: '7d', since: '2026-11-23' }, words.twoBounds],
    ['a period of no days', { 'a.log': log }, { period: 'week' }, words.badPeriod('week')],
    ['a period to come', { 'a.log': log }, { period: '2026-11-23..2026-12-05' }, words.periodNotOver('2026-12-05')],
    ['a first day to come', { 'a.log': log }, { since: '2026-12-05' }, words.badSince('2026-12-05')],
    ['an archive', { 'a.zip': 'PK\u0003\u0004…' }, {}, words.archive('a.zip')],
    ['half a packed log', { 'a.gz': gzipSync(log).subarray(0, 100) }, {}, words.damaged('a.gz')],
    ['an empty file', { 'a.log': '' }, {}, words.unrecognised('a.log')],
    ['an essay', { 'a.txt': 'نص\n'.repeat(500) }, {}, words.unrecognised('a.txt')],
    ['a picture', { 'a.png': new Uint8Array(100_000).fill(200) }, {}, words.unrecognised('a.png')],
    ['JSON of something else', { 'a.json': '{"a": [1]}' }, {}, words.unrecognised('a.json')],
    ['JSON that is none', { 'a.json': '[{' }, {}, words.unrecognised('a.json')],
    ['a table in Arabic', { 'a.csv': 'الصفحة,الزوار\n/a0001/,12\n' }, {}, words.unknownColumns('a.csv')],
    ['a version to come', { 'a.csv': '4Path,Event,FirstVisit,Date\n' }, {}, words.unknownVersion('a.csv', '4')],
    ['an export without days', { 'pages.csv': 'name,visitors\n/a0001/,1' }, {}, words.noPeriod('pages.csv')],
    ['no reading of an article', { 'a.log': line('/') }, {}, words.nothing],
    [
      'readings of other sites only',
      { 'a.csv': 'Path,Visits\nhttps://x.example/a0001/,5' },
      { period: '7d' },
      words.nothing,
    ],
    [
      'numbers of two kinds',
      { 'a.log': log, 'b.csv': 'x,y\n/a0001/,2' },
      { period: '7d' },
      words.mixed('a.log', 'المشاهدات', 'b.csv', 'الزوار'),
    ],
  ])('fails on %s, and leaves what was written before', async (_, files, request, sentence) => {
    await writeFile(popularIn(directory), 'as it was');
    expect(await run(files, request)).toContain(sentence);
    expect(readFileSync(popularIn(directory), 'utf8')).toBe('as it was');
  });

  it('passes over lines of any length, in bounded memory', async () => {
    const report = await run({
      'a.log': `${line('/a0001/')}\n${'x'.repeat(3_000_000)}\n${line('/a0002/')}\n${'y'.repeat(90_000)}`,
    });
    expect(report.slice(0, 3)).toEqual([
      'a.log من nginx/Apache، وفيه 4 قيود.',
      'عُدّ قيدان، وهما قراءتان لمقالين.',
      'لم يُعدّ قيدان، والسبب: لا يُعرف المقروء.',
    ]);
    expect(existsSync(popularIn(directory))).toBe(true);
  });

  it.each([
    [1, 'لم يُعدّ قيد واحد، والسبب: x.'],
    [2, 'لم يُعدّ قيدان، والسبب: x.'],
    [3, 'لم تُعدّ 3 قيود، والسبب: x.'],
    [11, 'لم يُعدّ 11 قيدًا، والسبب: x.'],
    [100, 'لم يُعدّ 100 قيد، والسبب: x.'],
  ])('tells %d entries in the right plural', (count, sentence) => {
    expect(words.skipped(count, 'x', [])).toBe(sentence);
  });
});
