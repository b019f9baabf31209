import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuiltSite, buildSite } from '../support/build-site.ts';
import { markdown, smallestSite } from '../support/newsroom.ts';

const year = 365 * 24 * 60 * 60 * 1000;
const nextYear = new Date(Date.now() + year).toISOString();
const matter = { author: 'huda', date: '2021-03-01', category: 'world' };
const drawing = (ink: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><path fill="${ink}" d="M0 0h1200v800H0z"/></svg>`;

/** Strings that each occur in only one content file. */
const secrets = {
  draft: ['مسودةالعنوان', 'مسودةالملخص', 'مسودةالمتن', 'مسودةالوسم', 'd5aft', '#123abc'],
  future: ['مستقبلالعنوان', 'مستقبلالملخص', 'مستقبلالمتن', 'مستقبلالوسم', 'f7t7r', '#456def'],
  page: ['مسودةالصفحة', 'متنالصفحة'],
  entry: ['تحديثمستقبل', 'متنالتحديث', '#abc456'],
};
const published = ['منشورالعنوان', 'منشورالملخص', 'منشورالمتن', 'منشورالوسم', 'p7b1s', '#789abc'];

describe('drafts and future articles', () => {
  let site: BuiltSite;
  let bytes: string;
  beforeAll(async () => {
    site = await buildSite({
      ...smallestSite,
      ...article('draft', secrets.draft, { ...matter, draft: true }),
      ...article('future', secrets.future, { ...matter, date: nextYear }),
      ...article('published', published, { ...matter, live: 'open' }),
      'live/p7b1s/later.md': markdown(
        { time: nextYear, title: secrets.entry[0], key: true, pin: true },
        `${secrets.entry[1]}\n\n![رسم](later.svg)`,
      ),
      'live/p7b1s/later.svg': drawing(secrets.entry[2] ?? ''),
      'pages/secret.md': markdown({ title: secrets.page[0], draft: true }, secrets.page[1] ?? ''),
    });
    bytes = site
      .files()
      .map((file) => `${file}\n${readUnpacked(path.join(site.directories.outputDirectory, file))}`)
      .join('\n');
  });

  it('do not stop the build, which tells what is scheduled', () => {
    expect(site.exitCode).toBe(0);
    expect(site.output.split('\n').filter((line) => line.includes('مؤجل'))).toEqual([
      expect.stringMatching(/^المقال articles\/future\.md مؤجل إلى \d+ .+، الساعة \d\d:\d\d بتوقيت الموقع\.$/),
    ]);
  });

  it.each(published)('would be noticed, because a published article leaves its strings in the output: %s', (word) => {
    expect(bytes).toContain(word);
  });

  it.each([...secrets.draft, ...secrets.future, ...secrets.page, ...secrets.entry])(
    'leave nothing in the output: %s',
    (word) => {
      expect(bytes).not.toContain(word);
    },
  );

  it('have no month, no tag and no page of their own', () => {
    const pages = site.files().filter((file) => file.endsWith('index.html'));
    expect(pages.filter((file) => file.startsWith(nextYear.slice(0, 4)))).toEqual([]);
    expect(pages.filter((file) => file.startsWith('t/'))).toEqual([`t/${published[3]}/index.html`]);
    expect(site.exists('secret/index.html')).toBe(false);
  });
});

function article(name: string, words: readonly string[], fields: Record<string, unknown>) {
  const [title, summary, body, tag, id, ink] = words as [string, string, string, string, string, string];
  const image = { src: `${name}.svg`, alt: 'رسم' };
  return {
    [`articles/${name}.md`]: markdown({ title, summary, id, tags: [tag], image, ...fields }, body),
    [`articles/${name}.svg`]: drawing(ink),
  };
}

/** Reads a file of the search index, which Pagefind compresses with gzip, sometimes after a few bytes of its own. */
function readUnpacked(file: string): string {
  const content = readFileSync(file);
  const isPacked = content[0] === 0x1f && content[1] === 0x8b;
  return (isPacked ? gunzipSync(content) : content).toString('utf8');
}
