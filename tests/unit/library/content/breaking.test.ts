import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertMoments, readBreaking } from '../../../../src/library/content/breaking.ts';
import type { ArticleMatter } from '../../../../src/schema/article.ts';
import { site } from '../../../support/library.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'breaking-'));
});
afterAll(() => rm(directory, { recursive: true }));

const now = Date.parse('2026-11-30T12:00:00Z');
const soon = '2026-11-30T15:00:00.000Z';
const date = '2026-11-30T08:00:00.000Z';
const withdrawn = { date, reason: 'خطأ' };
const articles = new Map<string, { matter: Partial<ArticleMatter> }>([
  ['k7q3m', { matter: { date } }],
  ['m4t9x', { matter: { date: soon } }],
  ['e2c8p', { matter: { date, expires: soon } }],
  ['r5h8n', { matter: { date, expires: '2026-11-30T09:00:00.000Z' } }],
  ['w6s4k', { matter: { date, withdrawn } }],
  ['w7s4k', { matter: { date: soon, withdrawn } }],
  ['d3f7y', { matter: { date, draft: true, withdrawn } }],
]);

async function read(content: string) {
  const absolute = path.join(directory, 'breaking.yaml');
  await writeFile(absolute, content);
  return readBreaking({ file: 'breaking.yaml', absolute, stamp: '' }, { ...site, timeZone: 'UTC' }, articles, now);
}

const unpublished = (id: string) =>
  `2: المقال «${id}» لا يراه القارئ حين يظهر الخبر العاجل الذي يؤدي إليه. انشره، أو احذف «article» إلى أن يُنشر.`;
const alert = (...lines: string[]) => `- ${lines.join('\n  ')}\n`;

describe('alerts', () => {
  it('hold from their time until their end', async () => {
    const { breaking, problems } = await read(
      alert('text: الآن', 'until: 2026-11-30 12:01') +
        alert('text: انتهى', 'until: 2026-11-30 12:00') +
        alert('text: بدأ', 'time: 2026-11-30 12:00', 'until: 2026-11-30') +
        alert('text: لاحق', 'time: 2026-11-30 12:01', 'until: 2026-11-30 13:00'),
    );
    expect(problems).toEqual([]);
    expect(breaking?.holding.map(({ text }) => text)).toEqual(['الآن', 'بدأ']);
    expect(breaking && alertMoments(breaking).map(({ at, kind, title }) => [at.slice(11, 19), kind, title])).toEqual([
      ['12:01:00', 'alert-ends', 'الآن'],
      ['12:00:00', 'alert-ends', 'انتهى'],
      ['12:00:00', 'alert-appears', 'بدأ'],
      ['23:59:59', 'alert-ends', 'بدأ'],
      ['12:01:00', 'alert-appears', 'لاحق'],
      ['13:00:00', 'alert-ends', 'لاحق'],
    ]);
  });

  it.each<[lines: string[], told: string[]]>([
    [['article: k7q3m', 'until: 2026-12-01'], []],
    [['article: k7q3n', 'until: 2026-12-01'], ['2: لا مقال معرّفه «k7q3n». لعلك تقصد «k7q3m». =>   article: k7q3m']],
    [
      ['article: zzzzz', 'until: 2026-12-01'],
      ['2: لا مقال معرّفه «zzzzz». انسخ المعرّف من «id» في ملف المقال، أو من آخر رابطه.'],
    ],
    [['article: m4t9x', 'until: 2026-12-01'], [unpublished('m4t9x')]],
    [['article: m4t9x', 'time: 2026-11-30 15:00', 'until: 2026-12-01'], []],
    [['article: zzzzz', 'until: 2026-11-29'], []],
    [['article: d3f7y', 'until: 2026-12-01'], [unpublished('d3f7y')]],
    [['article: w7s4k', 'until: 2026-12-01'], [unpublished('w7s4k')]],
  ])('lead to an article that readers see by then: %j', async (lines, told) => {
    const { problems } = await read(alert('text: نبأ', ...lines));
    expect(
      problems.map(({ line, message, suggestion }) => `${line}: ${message}${suggestion ? ` => ${suggestion}` : ''}`),
    ).toEqual(told);
  });

  it.each<[lines: string[], isGone: boolean]>([
    [['article: k7q3m', 'until: 2026-12-01'], false],
    [['article: e2c8p', 'until: 2026-12-01'], false],
    [['article: e2c8p', 'time: 2026-11-30 15:00', 'until: 2026-12-01'], true],
    [['article: r5h8n', 'until: 2026-12-01'], true],
    [['article: w6s4k', 'until: 2026-12-01'], true],
    [['article: w6s4k', 'until: 2026-11-29'], false],
  ])('hold without their link once their article is gone: %j', async (lines, isGone) => {
    const { problems, notices } = await read(alert('text: نبأ', ...lines));
    const told = expect.stringMatching(/^السطر 2 من breaking\.yaml: لا يبقى المقال/);
    expect([problems, notices]).toEqual([[], isGone ? [told] : []]);
  });

  it('have no mistyped years', async () => {
    const { problems } = await read(alert('text: نبأ', 'time: 2062-11-30 10:00', 'until: 2206-12-03'));
    expect(problems.map(({ line, suggestion }) => [line, suggestion])).toEqual([
      [2, '  time: 2026-11-30 10:00'],
      [3, '  until: 2026-12-03'],
    ]);
  });

  it.each<[name: string, second: string[], lines: number[]]>([
    ['while the first one holds', ['until: 2026-12-02'], [3]],
    ['when the first one has ended', ['time: 2026-12-01 10:00', 'until: 2026-12-02'], []],
    ['that has ended', ['until: 2026-11-29'], []],
  ])('are not written twice, the second one %s', async (_name, second, lines) => {
    const { problems } = await read(alert('text: نبأ', 'until: 2026-12-01 10:00') + alert('text: نبأ', ...second));
    expect(problems.map(({ line }) => line)).toEqual(lines);
  });

  it('are none without the file', async () => {
    expect(await readBreaking(undefined, site, articles, now)).toEqual({ problems: [], notices: [] });
  });
});
