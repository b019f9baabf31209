import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  type GeneratorName,
  readNewsroom,
  recogniseGenerator,
} from '../../../../src/importers/markdown-sites/newsroom.ts';
import type { ProjectFiles } from '../../../../src/importers/markdown-sites/project.ts';
import { composeNewsroom, type ImportedNewsroom } from '../../../../src/importers/newsroom/compose.ts';
import { hugoProject, jekyllProject, lettersOf, sampleCount } from '../../../support/markdown-sites.ts';
import { render } from '../../markdown/render.ts';

function compose(project: ProjectFiles, name = recogniseGenerator(project) as GeneratorName) {
  const { newsroom: source, files } = readNewsroom(project, name);
  const state = { ids: new Map(), pages: new Set<string>(), records: new Map(), missing: new Set<string>() };
  return { source, localFiles: files, newsroom: composeNewsroom(source, { ...state, now: '2026-12-01T00:00:00Z' }) };
}

function read({ files }: ImportedNewsroom, title: string) {
  for (const [file, text] of files) {
    const [, matter = '', body = ''] = /^---\n([\s\S]*?)---\n\n([\s\S]*)$/.exec(text) ?? [];
    if (file.endsWith('.md') && parse(matter).title === title) return { file, matter: parse(matter), body };
  }
  throw new Error(title);
}

/** Returns the letters and digits that readers see, without those of footnote marks and of what plays a video. */
async function shownLetters(body: string): Promise<string> {
  const { html, problems } = await render(body.replace(/^https:\/\/www\.youtube\S*$/m, ''));
  expect(problems).toEqual([]);
  return html
    .replace(
      /<sup>.*?<\/sup>|<span class="visually-hidden"[^>]*>.*?<\/span>|<h2[^>]*footnote-label.*?<\/h2>|<a [^>]*data-footnote-backref.*?<\/a>/gs,
      '',
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&#x[0-9a-f]+;|&\w+;/gi, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const text = (project: Record<string, string>, ...others: string[]): ProjectFiles => ({
  texts: new Map(Object.entries(project)),
  others,
});

describe.each([
  ['hugo', hugoProject()],
  ['jekyll', jekyllProject()],
] as const)('a project of %s', (name, project) => {
  const { newsroom, source, localFiles } = compose(project);

  it('is recognised, and all its articles come', () => {
    expect(recogniseGenerator(project)).toBe(name);
    expect(source.articles.length).toBe(name === 'hugo' ? sampleCount : sampleCount + 1);
    expect(source.pages.map(({ title }) => title)).toEqual(['من نحن']);
    expect(parse(newsroom.files.get('site.yaml') ?? '')).toMatchObject({
      title: 'صحيفة القناة',
      description: 'أخبار الوادي',
      url: 'https://old.example',
      'time-zone': 'Africa/Cairo',
    });
  });

  it('has the letters and digits of each article', async () => {
    for (let number = 0; number < sampleCount; number += 1) {
      const shown = await shownLetters(read(newsroom, `خبر ${number}`).body);
      expect([number, shown]).toEqual([number, lettersOf(number)]);
    }
  });

  it('takes its images from the project', () => {
    expect([...new Set(newsroom.media.values())].every((address) => localFiles.has(address))).toBe(true);
    expect(newsroom.media.size).toBeGreaterThan(0);
  });

  it('tells what is lost: shortcodes that nobody knows', () => {
    const losses = newsroom.notes.filter((note) => note.kind === 'loss').map(({ loss }) => loss);
    expect(losses.every(({ kind }) => kind === 'shortcode')).toBe(true);
    expect(losses).toHaveLength(sampleCount / 6);
  });
});

describe('a project of Hugo', () => {
  const { newsroom } = compose(hugoProject());

  it('has sections, several authors, aliases and lead images of bundles', () => {
    const { file, matter } = read(newsroom, 'خبر 5');
    expect(file).toBe('articles/2024/01/story-5.md');
    expect({ ...matter, id: '' }).toEqual({
      title: 'خبر 5',
      author: ['سلمى', 'رائد'],
      date: '2024-01-06T10:00:00+02:00',
      category: 'reports',
      id: '',
      image: { src: 'cover.png', alt: 'غلاف', caption: 'صورة الغلاف' },
      tags: ['ماء', 'زراعة'],
      aliases: ['/2024/01/خبر-5/', '/old/5/', '/2024/01/older-5'],
    });
    expect(parse(newsroom.files.get('categories/reports.yaml') ?? '').name).toBe('التقارير');
  });

  it('has its dates, categories and own addresses', () => {
    expect(read(newsroom, 'خبر 4').matter).toMatchObject({ category: 'اقتصاد', aliases: ['/special/4.html'] });
    expect(read(newsroom, 'خبر 0').matter).toMatchObject({
      author: 'هيئة-التحرير',
      date: '2024-01-01T09:30:00+02:00',
      'last-updated': '2024-02-01T00:00:00+02:00',
      category: 'محليات',
      kicker: 'عنوان صغير',
      summary: 'ملخص 0',
      aliases: ['/posts/story-0/'],
    });
    expect(read(newsroom, 'خبر 30').matter.draft).toBe(true);
  });

  it('counts the fields that do not come', () => {
    expect(newsroom.tally).toContainEqual({
      kind: 'fields',
      name: 'mood',
      fate: 'left',
      reason: 'unknown-field',
      count: 24,
    });
  });

  it('links articles by their new addresses', () => {
    const { matter } = read(newsroom, 'خبر 1');
    expect(read(newsroom, 'خبر 7').body).toContain(`[خبر السوق](/${matter.id}/)`);
    expect(read(newsroom, 'خبر 11').body).toContain(`[خبر 3](/${read(newsroom, 'خبر 3').matter.id}/)`);
  });
});

it('keys of Hugo are known whatever their capitals, and two fields of one meaning are both read', () => {
  const { newsroom, source } = compose(
    text({
      'hugo.toml': 'title = "ص"',
      'content/posts/a.md':
        '---\nTitle: خبر\nDraft: true\nPublishDate: 2024-03-05\nTags: [ماء]\nkeywords: [نهر]\ncategories: [أ]\ncategory: ب\n---\nنص',
    }),
  );
  expect(source.articles).toMatchObject([{ title: 'خبر', isDraft: true, section: 'أ', tags: ['ب', 'ماء', 'نهر'] }]);
  expect(read(newsroom, 'خبر').matter.date).toBe('2024-03-05T00:00:00+00:00');
});

it('files that are neither articles nor pages are counted by their folder', () => {
  const { newsroom } = compose(
    text({
      '_config.yml': 'title: ص',
      '_posts/2024-01-01-a.md': '---\ntitle: خبر\n---\nنص',
      '_events/e.md': '---\ntitle: موعد\n---\nنص',
    }),
  );
  expect(newsroom.tally).toContainEqual({
    kind: 'others',
    name: '_events',
    fate: 'left',
    reason: 'no-entry',
    count: 1,
  });
});

describe('a project of Jekyll', () => {
  const { newsroom } = compose(jekyllProject());

  it('has dates and old addresses from the names of files, and categories from folders', () => {
    expect(read(newsroom, 'خبر 5').matter).toMatchObject({
      author: 'سلمى-نصار',
      date: '2024-01-06T00:00:00+02:00',
      category: 'reports',
      aliases: ['/reports/2024/01/06/story-5.html', '/old/5/'],
      image: { src: 'port.png' },
    });
    expect(read(newsroom, 'لاحقًا').matter.draft).toBe(true);
  });
});

it.each<[name: GeneratorName, project: ProjectFiles, matter: object, body: string]>([
  [
    'hexo',
    text(
      {
        '_config.yml': 'title: ص\nurl: https://old.example\npermalink: :year/:month/:title/\nauthor: نور\n',
        'source/_posts/story.md':
          '---\ntitle: خبر\ndate: 2024-03-05 10:00:00\nupdated: 2024-03-06 10:00:00\ncategories:\n- محليات\ntags:\n- ماء\n---\nنص.\n\n{% asset_img a.png صورة %}\n\n{% blockquote نور %}\nقول\n{% endblockquote %}',
      },
      'source/_posts/story/a.png',
    ),
    {
      author: 'نور',
      category: 'محليات',
      tags: ['ماء'],
      aliases: ['/2024/03/story/'],
      'last-updated': '2024-03-06T10:00:00+00:00',
    },
    'نص.\n\n![صورة](a.png)\n\n> قول\n>\n> – نور',
  ],
  [
    'eleventy',
    text(
      {
        'eleventy.config.js': '',
        'posts/2024-03-05-story.md':
          '---\ntitle: خبر\ntags: [posts, ماء]\n---\nفي [غيره](/posts/other/) و{{ "/x/" | url }}.\n\n![أ](./a.png)',
        'posts/other.md': '---\ntitle: آخر\ndate: 2024-03-01\n---\nنص',
      },
      'posts/a.png',
    ),
    { date: '2024-03-05T00:00:00+00:00', tags: ['ماء'], aliases: ['/posts/story/'] },
    'في [غيره](/ID/) و/x/.\n\n![أ](a.png)',
  ],
  [
    'astro',
    text(
      {
        'astro.config.mjs': 'export default defineConfig({ site: "https://old.example" })',
        'src/content/blog/story.mdx':
          '---\ntitle: خبر\npubDate: 2024-03-05\nheroImage: ../../assets/a.png\n---\nimport Box from "../Box.astro";\n\n<Box kind="x">\n\nنص **داخل**\n\n</Box>\n\n[آخر](./other.md)',
        'src/content/blog/other.md': '---\ntitle: آخر\npubDate: 2024-03-01\n---\nنص',
      },
      'src/assets/a.png',
    ),
    { image: { src: 'a.png' }, aliases: ['/blog/story/'] },
    'نص **داخل**\n\n[آخر](/ID/)',
  ],
])('a project of %s is read', (name, project, matter, body) => {
  expect(recogniseGenerator(project)).toBe(name);
  const { newsroom } = compose(project);
  const article = read(newsroom, 'خبر');
  expect(article.matter).toMatchObject(matter);
  const other = name === 'hexo' ? undefined : read(newsroom, 'آخر').matter.id;
  expect(
    article.body
      .trim()
      .replaceAll(`/${other}/`, '/ID/')
      .replace(/\n{3,}/g, '\n\n'),
  ).toBe(body);
});
