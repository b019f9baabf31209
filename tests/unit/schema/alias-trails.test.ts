import { expect, it } from 'vitest';
import { checkAcrossFiles } from '../../../src/schema/cross-file.ts';
import { parseSite } from '../../../src/schema/site.ts';

type Articles = Record<string, { id: string; aliases?: string[] }>;

/** Returns the problems with the aliases of articles, as «file: message». */
function refusals(articles: Articles): string[] {
  const { problems } = checkAcrossFiles({
    now: Date.UTC(2026, 0, 1),
    site: parseSite('title: صدى\ndescription: أخبار\nurl: https://sada.example').site,
    sitePlaces: {},
    articles: Object.entries(articles).map(([file, matter]) => ({
      file,
      matter: { date: '2022-01-13T00:00:00.000Z', ...matter },
      places: {},
      hasAppeared: true,
    })),
    authors: [],
    categories: [{ id: 'world', file: 'categories/world.yaml', aliases: [], places: {} }],
    pages: [{ id: 'about', file: 'pages/about.md', matter: {}, aliases: [], places: {} }],
    series: [],
    tags: [],
    tagPlaces: {},
    rememberedIds: new Map(),
    hasImage: () => true,
    imagesNear: () => [],
  });
  return problems.map(({ file, message }) => `${file}: ${message}`);
}

const collides = (alias: string, owner: string) =>
  `العنوان القديم ${alias} هو عنوان ${owner} اليوم. احذفه من «aliases».`;

it.each<[name: string, articles: Articles, messages: string[]]>([
  [
    'aliases that nothing else uses are accepted',
    { 'a.md': { id: 'k7q3m', aliases: ['/x/'] }, 'b.md': { id: 'm4t9x', aliases: ['/y/'] } },
    [],
  ],
  [
    'an alias that is the URL of another article is refused',
    { 'a.md': { id: 'k7q3m' }, 'b.md': { id: 'm4t9x', aliases: ['/k7q3m'] } },
    [`b.md: ${collides('/k7q3m', 'a.md')}`],
  ],
  [
    'aliases that are the URLs of a page and a section, in any spelling, are refused',
    { 'a.md': { id: 'k7q3m', aliases: ['/about/index.html', '/c/world/'] } },
    [
      `a.md: ${collides('/about/index.html', 'pages/about.md')}`,
      `a.md: ${collides('/c/world/', 'categories/world.yaml')}`,
    ],
  ],
  [
    'an alias that is the URL of its own article is refused',
    { 'a.md': { id: 'k7q3m', aliases: ['/k7q3m/'] } },
    ['a.md: العنوان القديم /k7q3m/ هو عنوان هذا المقال اليوم، فيدور القارئ في مكانه. احذفه من «aliases».'],
  ],
  [
    'aliases that form a loop of three articles are refused with the loop',
    {
      'a.md': { id: 'k7q3m', aliases: ['/m4t9x/'] },
      'b.md': { id: 'm4t9x', aliases: ['/p2w6z/'] },
      'c.md': { id: 'p2w6z', aliases: ['/k7q3m/'] },
    },
    [
      'a.md: العنوان القديم /m4t9x/ هو عنوان b.md اليوم، والقارئ يدور بين هذه الملفات ولا يصل: b.md، a.md، c.md. احذفه من «aliases».',
      'b.md: العنوان القديم /p2w6z/ هو عنوان c.md اليوم، والقارئ يدور بين هذه الملفات ولا يصل: c.md، b.md، a.md. احذفه من «aliases».',
      'c.md: العنوان القديم /k7q3m/ هو عنوان a.md اليوم، والقارئ يدور بين هذه الملفات ولا يصل: a.md، c.md، b.md. احذفه من «aliases».',
    ],
  ],
  [
    'aliases that form a chain of three articles are refused',
    {
      'a.md': { id: 'k7q3m', aliases: ['/m4t9x/'] },
      'b.md': { id: 'm4t9x', aliases: ['/p2w6z/'] },
      'c.md': { id: 'p2w6z' },
    },
    [
      `a.md: ${collides('/m4t9x/', 'b.md')}`,
      'b.md: العنوان القديم /p2w6z/ هو عنوان c.md اليوم، وعنوان هذا الملف نفسه مكتوب في a.md عنوانًا قديمًا، فينتقل القارئ من تحويل إلى تحويل. احذفه من «aliases».',
    ],
  ],
  [
    'aliases that form a chain ending in a loop are refused',
    {
      'a.md': { id: 'k7q3m', aliases: ['/m4t9x/'] },
      'b.md': { id: 'm4t9x', aliases: ['/k7q3m/', '/p2w6z/'] },
      'c.md': { id: 'p2w6z' },
    },
    [
      'a.md: العنوان القديم /m4t9x/ هو عنوان b.md اليوم، والقارئ يدور بين هذه الملفات ولا يصل: b.md، a.md. احذفه من «aliases».',
      'b.md: العنوان القديم /k7q3m/ هو عنوان a.md اليوم، والقارئ يدور بين هذه الملفات ولا يصل: a.md، b.md. احذفه من «aliases».',
      'b.md: العنوان القديم /p2w6z/ هو عنوان c.md اليوم، وعنوان هذا الملف نفسه مكتوب في a.md عنوانًا قديمًا، فينتقل القارئ من تحويل إلى تحويل. احذفه من «aliases».',
    ],
  ],
])('%s', (_name, articles, messages) => {
  expect(refusals(articles)).toEqual(messages);
});
