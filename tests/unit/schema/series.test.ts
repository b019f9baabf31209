import { describe, expect, it } from 'vitest';
import type { ContentFiles } from '../../../src/schema/content-files.ts';
import { checkAcrossFiles } from '../../../src/schema/cross-file.ts';
import { messages } from '../../../src/schema/messages.ts';
import { parseSeries } from '../../../src/schema/series.ts';
import { parseSite } from '../../../src/schema/site.ts';

const parse = (...lines: string[]) =>
  parseSeries('series/rivers.yaml', 'rivers', ['title: ملف الأنهار', ...lines].join('\n'), 'Africa/Cairo');

describe('the file of a series', () => {
  it.each<[lines: string[], read: object]>([
    [['summary: من المنبع إلى المصب.'], { summary: 'من المنبع إلى المصب.' }],
    [['summary: …'], {}],
    [['image: ../articles/nile.jpg'], { image: { src: '../articles/nile.jpg', alt: '' } }],
    [['closed: نعم'], { closed: true }],
    [['closed: لا'], {}],
    [['closed: ٢٠٢٦-١١-٢٠'], { closed: '2026-11-19T22:00:00.000Z' }],
    [['articles: a0001، b0002'], { listed: ['a0001', 'b0002'] }],
  ])('with %j is read', (lines, read) => {
    const { series, problems } = parse(...lines);
    expect(problems).toEqual([]);
    expect(series).toEqual({ id: 'rivers', title: 'ملف الأنهار', listed: [], ...read });
  });

  it.each<[line: string, message: string, suggestion?: string]>([
    ['closed: غدًا', messages.notAClosing('غدًا', 'closed')],
    ['closed: 2026-13-20', messages.impossibleMonth(13)],
    ['ملخص: من المنبع', messages.unknownKey('ملخص', 'summary'), 'summary: من المنبع'],
    ['مقالات: a0001', messages.unknownKey('مقالات', 'articles'), 'articles: a0001'],
    ['parts: [a0001]', messages.unknownKey('parts', 'articles'), 'articles: [a0001]'],
    ['مكتمل: true', messages.unknownKey('مكتمل', 'closed'), 'closed: true'],
  ])('with «%s» has a problem in its line', (line, message, suggestion) => {
    const [problem, ...others] = parse(line).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ line: 2, message, ...(suggestion !== undefined && { suggestion }) });
  });
});

type Matter = ContentFiles['articles'][number]['matter'];

function check(written: string, articles: Record<string, Matter>) {
  const { series, aliases, places } = parse(...written.split('\n'));
  const closing = series.closed === undefined ? {} : { closed: series.closed };
  const { problems, notices } = checkAcrossFiles({
    now: Date.UTC(2026, 10, 30),
    site: parseSite('title: صدى\ndescription: أخبار\nurl: https://sada.example\ntime-zone: Africa/Cairo').site,
    sitePlaces: {},
    articles: Object.entries(articles).map(([name, matter]) => ({
      file: `articles/${name}.md`,
      matter: { date: '2026-11-01T00:00:00.000Z', ...matter },
      places: {},
      hasAppeared: true,
    })),
    authors: [],
    categories: [],
    pages: [],
    series: [
      { id: series.id, file: 'series/rivers.yaml', aliases, places, listed: series.listed, ...closing },
      { id: 'trains', file: 'series/trains.yaml', title: 'على السكة', aliases: [], places: {}, listed: [] },
    ],
    tags: [],
    tagPlaces: {},
    rememberedIds: new Map(),
    hasImage: () => true,
    imagesNear: () => [],
  });
  const told = problems.map(({ file, line, message, suggestion }) => {
    return [`${file}:${line}: ${message}`, suggestion ?? []].flat().join('\n');
  });
  return { told, notices: notices.filter((notice) => !notice.startsWith('series/trains.yaml')) };
}

const at = (line: number, message: string, suggestion?: string) =>
  [`series/rivers.yaml:${line}: ${message}`, suggestion ?? []].flat().join('\n');
const one = { id: 'a0001', series: 'rivers' };

describe('the order of a series', () => {
  it.each<[name: string, written: string, articles: Record<string, Matter>, told: string[]]>([
    ['may name some of its articles', 'articles: [a0001]', { one, two: { id: 'a0002', series: 'rivers' } }, []],
    [
      'may name an article that has its former id',
      'aliases: [nile]\narticles: [a0001]',
      { one: { ...one, series: 'nile' } },
      [],
    ],
    ['may name a draft', 'articles: [a0001]', { one: { ...one, draft: true } }, []],
    [
      'names no article that does not say so itself',
      'articles:\n  - a0001\n  - a0002\n  - a0003',
      { one, two: { id: 'a0002' }, three: { id: 'a0003', series: 'trains' } },
      [
        at(4, messages.notOfSeries('a0002', 'articles/two.md', 'rivers')),
        at(5, messages.notOfSeries('a0003', 'articles/three.md', 'rivers')),
      ],
    ],
    [
      'may name an id that is refused in the file of its article: it is told there',
      'articles: [A0001, a0002]',
      { one: { ...one, id: 'A0001' }, two: { ...one, id: 'a0002' }, two2: { id: 'a0002' } },
      [
        expect.stringContaining(`articles/one.md:1: ${messages.malformedId('A0001')}`),
        expect.stringContaining('articles/two2.md:1:'),
      ],
    ],
    ['names each article once', 'articles: [a0001, a0001]', { one }, [at(2, messages.twiceInSeries('a0001'))]],
    [
      'names articles that there are',
      'articles: [a0001, a00012, q9z8y]',
      { one },
      [
        at(2, messages.nearestArticle('a00012', 'a0001'), 'articles: [a0001, a0001, q9z8y]'),
        at(2, messages.unknownArticle('q9z8y')),
      ],
    ],
  ])('%s', (_, written, articles, told) => {
    expect(check(written, articles).told).toEqual(told);
  });

  it('is read in a moment if it is hostile', () => {
    const listed = Array.from({ length: 20_000 }, (_, index) => `x${index}`);
    expect(check(`articles: [${listed.join(', ')}]`, { one }).told).toHaveLength(100);
  });
});

describe('a series that an article names', () => {
  it('by its title is told with its id', () => {
    const { told } = check('', { one: { ...one, series: 'على السكّة' } });
    expect(told).toEqual([`articles/one.md:1: ${messages.unknownSeries('على السكّة', ['rivers', 'trains'])}`]);
  });

  it('by its former id is told with the command', () => {
    expect(check('aliases: [nile]', { one: { ...one, series: 'nile' } }).notices).toEqual([
      messages.formerIdNamed('series', 'nile', 'rivers', 1),
    ]);
  });
});

describe('the notices of a series', () => {
  const added = [messages.addedToClosed('series/rivers.yaml', 'articles/one.md')];
  it.each<[name: string, written: string, matter: Matter | undefined, notices: string[]]>([
    ['tell that no article names it', '', undefined, [messages.emptySeries('series/rivers.yaml', 'rivers')]],
    ['say nothing of an open series', '', { ...one, date: '2027-01-01T00:00:00.000Z' }, []],
    ['say nothing of a closed series', 'closed: true', one, []],
    [
      'tell of an article that is scheduled in a closed series',
      'closed: true',
      { ...one, date: '2027-01-01T00:00:00.000Z' },
      added,
    ],
    ['say nothing of a draft in a closed series', 'closed: true', { ...one, draft: true }, []],
    [
      'say nothing of an article whose time is over',
      'closed: 2026-10-01',
      { ...one, date: '2026-10-02T00:00:00.000Z', expires: '2026-10-03T00:00:00.000Z' },
      [],
    ],
    [
      'say nothing of an article of the day of the closing',
      'closed: 2026-11-01',
      { ...one, date: '2026-11-01T21:30:00.000Z' },
      [],
    ],
    [
      'tell of an article after the day of the closing',
      'closed: 2026-11-01',
      { ...one, date: '2026-11-01T22:30:00.000Z' },
      added,
    ],
  ])('%s', (_, written, matter, notices) => {
    expect(check(written, matter ? { one: matter } : {}).notices).toEqual(notices);
  });
});
