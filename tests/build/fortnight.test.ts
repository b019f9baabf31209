import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type BuildResult, listFiles, runBuild } from '../support/build-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';
import { type Files, writeContent } from '../support/write-content.ts';

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2031, 4, 4, 12);
/** The days of the fortnight on which the site is built. */
const buildDays = [0, 2, 5, 14] as const;
const lastDay = 14;

const at = (days: number) => new Date(start + days * day).toISOString();

/** Something that readers see on some days only. */
interface Passing {
  name: string;
  /** The first day on which readers see it. */
  from: number;
  /** The day from which they no longer see it. */
  until: number;
  files: Files;
  /** Strings that nothing else has: none of them may be in the output while readers must not see it. */
  marks: readonly string[];
  /** Strings that must be in the output while readers see it. */
  shown: readonly string[];
}

/** One row for each thing that comes or goes by itself. */
const passing: readonly Passing[] = [
  article('qamar', { from: 3, until: Number.POSITIVE_INFINITY }),
  article('shams', { from: -30, until: 4 }),
  article('barad', { from: 1, until: 9 }),
  article('ghaym', { from: -40, until: -1 }),
  article('bahr', { from: -60, until: Number.POSITIVE_INFINITY }),
  withdrawnArticle('nahar'),
  {
    name: 'mawj',
    from: 3,
    until: Number.POSITIVE_INFINITY,
    marks: ['mawj'],
    shown: ['mawjtitle', 'mawjtext', 'mawjentry'],
    files: { 'live/a1b2e/mawjentry.md': markdown({ time: at(3), title: 'عنوان mawjtitle' }, 'متن mawjtext.') },
  },
  {
    name: 'barq',
    from: 1,
    until: 9,
    marks: ['barq'],
    shown: ['barqalert'],
    files: { 'breaking.yaml': `- { text: خبر barqalert, time: "${at(1)}", until: "${at(9)}" }\n` },
  },
];

/** Makes an article with its name in every part. */
function article(
  name: string,
  { from, until, ...fields }: Pick<Passing, 'from' | 'until'> & Record<string, unknown>,
): Passing {
  const id = `${name.slice(0, 2)}${name.length}${name.slice(-2)}`;
  const ink = `#${Buffer.from(name.slice(0, 3)).toString('hex')}`;
  const matter = {
    title: `عنوان ${name}title`,
    author: 'huda',
    date: at(from),
    ...(until < Number.POSITIVE_INFINITY && { expires: at(until) }),
    category: 'world',
    id,
    kicker: `${name}kicker`,
    summary: `ملخص ${name}summary`,
    reporter: `${name}reporter`,
    dateline: `${name}dateline`,
    image: { src: `${name}.svg`, alt: `${name}alt`, caption: `${name}caption`, credit: `${name}credit` },
    tags: [`${name}tag`],
    source: `${name}source`,
    aliases: [`/old-${name}/`],
    ...fields,
  };
  const parts = ['title', 'kicker', 'summary', 'reporter', 'dateline', 'alt', 'caption', 'credit', 'tag', 'source'];
  return {
    name,
    from,
    until,
    marks: [name, id, ink],
    shown: [
      ...parts.map((part) => name + part),
      `${name}text`,
      `${name}slug`,
      `old-${name}`,
      `PDF-1.4 ${name}`,
      id,
      ink,
    ],
    files: {
      [`articles/${name}slug.md`]: markdown(matter, `متن ${name}text، و[ملف](${name}.pdf).`),
      [`articles/${name}.svg`]: `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><path fill="${ink}" d="M0 0h1200v800H0z"/></svg>`,
      [`articles/${name}.pdf`]: `%PDF-1.4 ${name}`,
    },
  };
}

/** Makes an article of which readers see nothing but its addresses. */
function withdrawnArticle(name: string): Passing {
  const withdrawn = { date: at(-10), reason: 'لم يثبت.' };
  const whole = article(name, { from: -20, until: Number.POSITIVE_INFINITY, withdrawn });
  const addresses = [`${name}slug`, `old-${name}`, whole.marks[1]];
  const marks = whole.shown.filter((word) => !addresses.includes(word));
  return { ...whole, from: Number.POSITIVE_INFINITY, marks, shown: [] };
}

const [, expiring] = passing as [Passing, Passing];
const idOfExpiring = expiring.marks[1] ?? '';
const expiringUrl = `https://sada.example/${idOfExpiring}/`;
const links = `[الرابط الأول](/${idOfExpiring}/) و[الرابط الثاني](/t/${expiring.name}tag/) و[الثالث](/archive/) و[الرابع](/t/nahartag/).`;

const content: Files = {
  ...smallestSite,
  'site.yaml': [
    smallestSite['site.yaml'],
    'permalink: readable',
    'time-zone: Africa/Cairo',
    'host: nginx',
    'share-cards: articles',
    `front-page: { lead: [${idOfExpiring}] }`,
  ].join('\n'),
  'articles/linking.md': markdown(
    { title: 'مقال فيه روابط', author: 'huda', date: at(-50), category: 'world', id: 'a1b2c', source: expiringUrl },
    links,
  ),
  'articles/compiled.mdx': markdown(
    { title: 'مقال آخر فيه روابط', author: 'huda', date: at(-51), category: 'world', id: 'a1b2d' },
    links,
  ),
  'articles/covered.md': markdown(
    { title: 'تغطية', author: 'huda', date: at(-52), category: 'world', id: 'a1b2e', live: 'open' },
    'متن.',
  ),
  'pages/about.md': markdown({ title: 'عنا' }, links),
  ...(Object.assign({}, ...passing.map(({ files }) => files)) as Files),
};

interface Moment extends BuildResult {
  /** The names and bytes of all files of the output. */
  bytes: string;
  files: Map<string, string>;
}

let moments: Map<number, Moment>;
let whole: Map<string, string>;

beforeAll(async () => {
  const directory = await mkdtemp(path.join(inject('temporaryRoot'), 'fortnight-'));
  await writeContent(path.join(directory, 'content'), content);
  const build = async (today: number, name: string): Promise<Moment> => {
    const directories = {
      contentDirectory: path.join(directory, 'content'),
      outputDirectory: path.join(directory, name),
      cacheDirectory: path.join(directory, `${name}-cache`),
    };
    const result = await runBuild(directories, { SOURCE_DATE_EPOCH: String((start + today * day) / 1000) });
    if (result.exitCode !== 0) throw new Error(result.output);
    const files = readUnpackedFiles(directories.outputDirectory);
    return { ...result, files, bytes: [...files].flat().join('\n') };
  };
  const scratch = build(lastDay, 'scratch');
  moments = new Map();
  for (const today of buildDays) moments.set(today, await build(today, 'site'));
  whole = (await scratch).files;
});

describe('in every byte of the output over a fortnight', () => {
  const rows = buildDays.flatMap((today) =>
    passing.map((each) => [each.name, today, each.from <= today && today < each.until, each] as const),
  );

  it.each(rows)('what belongs to %s on day %d is there: %s', (_name, today, isShown, { marks, shown }) => {
    const { bytes } = momentOf(today);
    if (isShown) for (const word of shown) expect(bytes).toContain(word);
    else for (const mark of marks) expect(bytes.includes(mark), mark).toBe(false);
  });

  it('a build from scratch at the end has the same files', () => {
    expect([...whole]).toEqual([...momentOf(lastDay).files]);
  });
});

describe('a link to an article that expires', () => {
  it.each(['2031/03/linking', '2031/03/compiled', 'about'])('becomes plain text in %s, and others stay', (page) => {
    const linkOn = (today: number, text: string) =>
      new RegExp(`<a([^>]*)>${text}</a>`).exec(momentOf(today).files.get(`${page}/index.html`) ?? '')?.[1];
    expect(linkOn(2, 'الرابط الأول')).toBe(` href="/${idOfExpiring}/"`);
    expect(linkOn(5, 'الرابط الأول')).toBe('');
    expect(linkOn(5, 'الرابط الثاني')).toBe('');
    expect(linkOn(5, 'الثالث')).toBe(' href="/archive/"');
    expect(linkOn(2, 'الرابع')).toBe('');
  });

  it('does not break the build, which tells each', () => {
    const told = (today: number) =>
      momentOf(today)
        .output.split('\n')
        .filter((line) => line.includes('وقد انتهت مدته'));
    expect(told(2)).toEqual([]);
    expect(told(5)).toEqual([
      expect.stringMatching(/^articles\/linking\.md، السطر 7: الرابط «https:\/\/sada\.example\/sh5ms\/» /),
      expect.stringMatching(/^articles\/linking\.md، السطر 10: الرابط «\/sh5ms\/» إلى .*فيراه القارئ نصًّا بلا رابط/),
      expect.stringMatching(/^articles\/compiled\.mdx، السطر 9: /),
      expect.stringMatching(/^pages\/about\.md، السطر 5: /),
    ]);
  });
});

function momentOf(today: number): Moment {
  const moment = moments.get(today);
  if (moment === undefined) throw new Error(`No build on day ${today}.`);
  return moment;
}

/** Reads all files. Pagefind compresses those of the search index with gzip. */
function readUnpackedFiles(directory: string): Map<string, string> {
  return new Map(
    listFiles(directory).map((file) => {
      const bytes = readFileSync(path.join(directory, file));
      const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
      return [file, (isPacked ? gunzipSync(bytes) : bytes).toString('utf8')];
    }),
  );
}
