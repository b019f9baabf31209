import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { DomUtils, parseDocument } from 'htmlparser2';
import type { Nodes } from 'mdast';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { type CheckedContent, checkContent, fixContent } from '../../src/commands/check-content.ts';
import { type ReportFormat, reportCheck } from '../../src/commands/check-report.ts';
import { composeNewArticle } from '../../src/commands/new-article.ts';
import type { Finding } from '../../src/editorial/findings.ts';
import { findSourceProse, parseBody, type SourceProse } from '../../src/editorial/markdown-prose.ts';
import { openRulebook, reviewFile } from '../../src/editorial/review-file.ts';
import { messagesOf, ruleTexts } from '../../src/editorial/rules.ts';
import { typographyRules } from '../../src/lib/arabic/typography-rules.ts';
import { collapseSpace } from '../../src/lib/plain-text.ts';
import { articleSchema, parseArticle } from '../../src/schema/article.ts';
import { authorSchema } from '../../src/schema/author.ts';
import { categorySchema } from '../../src/schema/category.ts';
import { findFrontMatter } from '../../src/schema/front-matter.ts';
import { messages } from '../../src/schema/messages.ts';
import { pageSchema } from '../../src/schema/page.ts';
import { type RuleId, ruleIds } from '../../src/schema/rules.ts';
import { unwrap } from '../../src/schema/schema-walk.ts';
import { parseSite, siteSchema } from '../../src/schema/site.ts';
import { parseStyleList } from '../../src/schema/style-list.ts';
import { commandStrings } from '../../src/strings/commands.ts';
import { type BuiltSite, buildSite, projectDirectory } from '../support/build-site.ts';
import {
  collect,
  completeArticle,
  type Example,
  findExamples,
  findSections,
  parseGuide,
  partAlternatives,
  readCorrections,
  showHidden,
} from '../support/guide.ts';
import {
  completeSettings,
  correct,
  guideFiles,
  guideTime,
  isBody,
  isMatter,
  isWholeFile,
  placeExamples,
  placeMistake,
  problemsOf,
  tell,
} from '../support/guide-content.ts';
import { type Files, writeContent } from '../support/write-content.ts';

const guideFolder = path.join(projectDirectory, 'docs/ar');
const pages = [
  'README.md',
  'writing.md',
  'front-matter.md',
  'markdown.md',
  'pasting.md',
  'verse.md',
  'files.md',
  'embeds.md',
  'checker.md',
  'search.md',
  'newsroom/README.md',
  'newsroom/people.md',
  'newsroom/time.md',
  'newsroom/corrections.md',
  'newsroom/live.md',
  'newsroom/popular.md',
  'newsroom/series.md',
  'operator/files.md',
  'operator/logo.md',
  'newsroom/front-page.md',
];
const texts = new Map(pages.map((page) => [page, readFileSync(path.join(guideFolder, page), 'utf8')]));
const examples = [...texts].flatMap(([page, text]) => findExamples(page, text));
const marked = (mark: string) =>
  examples.filter((example) => example.mark === mark || example.mark.startsWith(`${mark} `));
const mistakes = marked('خطأ');
const shown = placeExamples(examples);

const place = ({ page, line }: Example) => `${page}:${line}`;
const named = <Named extends Example>(list: readonly Named[]) =>
  list.map((example) => [place(example), example] as const);

/** Returns the next block of the same page. */
function below(example: Example): Example {
  const next = examples[examples.indexOf(example) + 1];
  if (next?.page !== example.page) throw new Error(`Nothing is below the example at ${place(example)}`);
  return next;
}

const styleList = examples.find(({ mark }) => mark === 'style.yaml')?.text ?? '';
const rulebook = openRulebook([], parseStyleList(styleList).houseStyle);
const review = (file: string, text: string) => reviewFile({ file, text }, rulebook);
const rulesIn = (findings: readonly Finding[]) => findings.map(({ rule, line }) => `${line}: ${rule}`);

let files: Files;
let root: string;
beforeAll(async () => {
  root = inject('temporaryRoot');
  files = await guideFiles(examples);
});

describe('the guide', () => {
  it('has examples of every kind, and none of any other kind', () => {
    const kinds: Record<string, readonly Example[]> = {
      files: examples.filter(isWholeFile),
      bodies: examples.filter(isBody),
      matter: examples.filter(isMatter),
      alternatives: marked('سواء'),
      settings: marked('إعدادات'),
      mistakes,
      told: mistakes.map(below),
      seen: marked('يظهر'),
      rules: marked('قاعدة'),
      corrections: marked('تصحيح'),
      typed: marked('قبل الإصلاح'),
      mended: marked('قبل الإصلاح').map(below),
      'hurried article': marked('تقرير'),
      reports: marked('التقرير'),
      terminal: marked('الطرفية'),
      commands: [...examples.filter(({ language }) => language === 'sh'), ...marked('أمر')],
      folders: marked('مجلد'),
    };
    const read = Object.values(kinds).flat();
    expect(examples.filter((example) => !read.includes(example)).map(place)).toEqual([]);
    const counts = Object.fromEntries(Object.entries(kinds).map(([kind, { length }]) => [kind, length]));
    expect(counts).toEqual({
      files: 19,
      bodies: 59,
      matter: 35,
      alternatives: 9,
      settings: 4,
      mistakes: 93,
      told: 93,
      seen: 18,
      rules: 32,
      corrections: 4,
      typed: 1,
      mended: 1,
      'hurried article': 1,
      reports: 3,
      terminal: 3,
      commands: 17,
      folders: 1,
    });
  });

  it.each(pages)('follows its own rules: %s', (page) => {
    const text = `---\ntitle: دليل\n---\n${texts.get(page)}`;
    const { findings } = reviewFile({ file: `pages/${page}`, text }, rulebook);
    expect(findings.map(({ line, rule, excerpt }) => `${line - 3}: ${rule} ${excerpt.typed}`)).toEqual([]);
  });

  it.each(pages)('links only to existing pages and headings: %s', (page) => {
    const urls = collect([parseGuide(texts.get(page) ?? '')], (node) => (node.type === 'link' ? node.url : undefined));
    const broken = urls.filter((url) => {
      const [file = '', fragment = ''] = url.split('#');
      const target = path.join(guideFolder, file === '' ? page : path.join(path.dirname(page), file));
      if (!existsSync(target)) return true;
      const anchors = findSections(parseGuide(readFileSync(target, 'utf8'))).map(({ heading }) =>
        githubAnchor(heading),
      );
      return fragment !== '' && !anchors.includes(decodeURIComponent(fragment));
    });
    expect(broken).toEqual([]);
  });

  it('is linked from the README', () => {
    expect(readFileSync(path.join(projectDirectory, 'README.md'), 'utf8')).toContain('](docs/ar/README.md)');
  });

  it('names only existing commands', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(projectDirectory, 'package.json'), 'utf8'));
    const written = [...texts.values()].flatMap((text) => [...text.matchAll(/npm (?:run (?:--silent )?)?([a-z]+)/g)]);
    const names = new Set(written.map(([, name = '']) => name));
    expect([...names].filter((name) => name !== 'ci' && !(name in scripts))).toEqual([]);
    expect(names.size).toBeGreaterThan(3);
  });

  it('quotes the messages of commands', () => {
    const said = [
      commandStrings.newArticle.title,
      commandStrings.newArticle.author,
      commandStrings.newArticle.category,
      commandStrings.check.errors(0),
      commandStrings.check.findings(0, 0),
      messages.derivedIds(1),
    ];
    expect(marked('الطرفية').flatMap(({ text }) => text.split('\n'))).toEqual(said);
  });

  it('shows the article that `npm run new` writes', () => {
    const { file, text } = composeNewArticle({
      title: 'ساعة السوق تدقّ من جديد',
      author: 'maha',
      category: 'local',
      id: 'h3v8m',
      draft: false,
      format: 'md',
      now: Date.parse('2026-11-21T09:30:00+02:00'),
      timeZone: 'Africa/Cairo',
    });
    expect(examples.find(({ mark }) => mark === file)?.text).toBe(text.trimEnd());
  });

  it('lists only existing files', () => {
    const [{ text } = { text: '' }] = marked('مجلد');
    const paths = [...text.matchAll(/── (.*)/g)].map(([, file]) => file ?? '');
    expect(paths.filter((file) => !(file in files))).toEqual([]);
  });
});

/** Returns the anchor that GitHub generates for a heading. */
function githubAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

describe('a site of all examples of the guide', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite(
      { ...files, ...Object.fromEntries(shown.map(({ file, text }) => [file, text])) },
      { environment: { SOURCE_DATE_EPOCH: String(guideTime / 1000) } },
    );
  });

  it('builds', () => {
    expect(site.output).not.toMatch(/error/i);
    expect(site.exitCode).toBe(0);
  });

  it.each(shown.filter(({ page }) => page !== undefined).map((one) => [place(one.example), one] as const))(
    'shows the words of the example at %s',
    (_, { text, page = '' }) => {
      const read = textOf(site.read(page));
      const words = wordsOf(text);
      expect(words.length).toBeGreaterThan(0);
      expect(words.filter((run) => !read.includes(run))).toEqual([]);
    },
  );

  it.each(named(marked('يظهر')))('shows the result that the guide describes, at %s', (_, seen) => {
    const example = examples[examples.indexOf(seen) - 1];
    const read = textOf(site.read(shown.find((one) => one.example === example)?.page ?? ''));
    expect(seen.text.split('\n').filter((line) => !read.includes(line))).toEqual([]);
  });

  it.each([
    ['isolated Latin words with their numbers', 'C++', ['<bdi>C++</bdi>', '<bdi>Windows 11</bdi>']],
    [
      'isolated telephone numbers',
      '+20 2',
      ['<bdi dir="ltr">+20 2 5550 0147</bdi>', '<bdi dir="ltr">0122 555 0190</bdi>'],
    ],
    ['a quantity with its unit', '8 GB', ['<bdi>8 GB</bdi>']],
    ['a line break', 'ساحة السوق', ['نافذة الوادي<br>']],
    ['the halves of verse', 'القمر', ['<span class="half">ولم ينم عن حديث الساعة القمر</span>']],
    ['pasted verse', 'كلّهم      ولم', ['<span class="half">دقّي فقد نام أهل الحيّ كلّهم</span>']],
    ['free verse', '<Poem title', ['<span class="line"><span class="indent">', '</span>على مهلٍ</span>']],
    [
      'emphasis beside clitics and quotation marks',
      'و*هذا أخفّ*',
      [
        '<strong>«نافذة الوادي»</strong>',
        'و<strong>«دفتر البرج»</strong>',
        'و<em>هذا أخفّ</em>',
        '<del>يوم الجمعة</del>',
      ],
    ],
    ['a list of Arabic digits', '١. صبّ', ['<ol data-digits="arab">']],
    ['a nested list', 'قبل الصعود', ['<li>قبل الصعود:\n<ul>']],
    ['the boxes of a task list', 'تنظيف الصندوق', ['type="checkbox" checked disabled']],
    ['numbers with dashes', 'يلزم للصعود', ['<p>يلزم للصعود:</p>\n<ol data-digits="arab">\n<li>مصباح</li>']],
    ['letters as typed', 'يلزم للصعود', ['<ul data-marks="typed">\n<li>أ- دفتر آخر</li>']],
    [
      'years as typed',
      'تعطّلت أول مرة',
      ['<ol start="1931" data-numbers="wide">', '<li value="1952">', '<li value="2026">'],
    ],
    ['a year that does not begin a list', '2015', ['<p>2015. في هذا العام']],
    ['a URL that ends before ،', 'والصور عندنا', ['<a href="https://raff.example/2026/saa"']],
    ['footnotes in Arabic digits', '[^١]', ['>١</a></sup>', '>٢</a></sup>', '<ol data-digits="arab">']],
    ['a caption and its credit', '| تصوير رامي', ['<figcaption>', '<span class="credit">تصوير رامي النجّار</span>']],
    ['aligned columns', 'الحصّة', ['data-align="start"', 'data-align="end"', 'data-align="center"']],
    ['a quotation', 'الترس القديم', ['<blockquote>\n<p>الترس القديم']],
    ['two thematic breaks', 'انتهى يوم', ['<p>انتهى يوم السبت.</p>\n<hr>', '<p>في الأحد عاد المطر.</p>\n<hr>']],
    ['unchanged code', 'برنامج نهى', ['<code dir="auto">npm run check</code>', 'let dings = 7;']],
    [
      'unchanged English text',
      'He said',
      ['<p lang="en" dir="ltr">He said "no", and left.</p>', '<mark>310 زوّار</mark>'],
    ],
    ['a video that is not loaded', 'الدقّات السبع', ['data-frame="https://www.youtube-nocookie.com/embed/W4rrAq0x3nE?']],
  ])('shows %s', (_, words, fragments) => {
    const page = shown.find(({ example }) => isBody(example) && example.text.includes(words))?.page ?? '';
    const html = site.read(page);
    expect(fragments.filter((fragment) => !html.includes(fragment))).toEqual([]);
  });
});

/** Returns the text of HTML, including the alternative texts of images. */
function textOf(html: string): string {
  return collapseSpace(DomUtils.textContent(parseDocument(html.replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, '$1'))));
}

/**
 * Returns from each visible string of a file its longest run of letters, digits and spaces, which typesetting does not
 * change. A URL alone on its line is not among them: its page is embedded under a title.
 */
function wordsOf(text: string): string[] {
  const start = findFrontMatter(text)?.bodyStart ?? 0;
  const tree = parseBody(text.slice(start), 'md');
  const title = /^(?:title|name): (.*)$/m.exec(text)?.[1] ?? '';
  const blocks = tree && start > 0 ? findSourceProse(tree, text.slice(start)) : [];
  return [title, ...blocks.flatMap(linesOf)].flatMap((block) => {
    const runs =
      collapseSpace(block.replace(/<[^>]*>|\{[^}]*\}|\t| {3,}|^https:\S+$/gm, '|')).match(/[\p{L}\p{M}\p{N} ]+/gu) ??
      [];
    const [longest = ''] = runs.map((run) => run.trim()).sort((a, b) => b.length - a.length);
    return longest === '' ? [] : [longest];
  });
}

/** Verse has its lines one by one, without the word that says it is verse. */
function linesOf({ text, isVerse }: SourceProse): string[] {
  return isVerse ? text.split('\n').filter((line) => line.includes(' ')) : [text];
}

describe('a correct example in the guide', () => {
  const isAsTyped = ({ mark }: Example) => mark === 'متن كما يُكتب';
  const isExempted = ({ mark }: Example) => mark.endsWith('مستثنى');

  it.each(named(examples.filter(isMatter)))('is read without a problem, at %s', async (_, { text }) => {
    expect(tell(await problemsOf('articles/2026/11/مثال.md', completeArticle(text), files, root))).toBe('');
  });

  it.each(named(marked('سواء')))('means the same in each of its spellings, at %s', (_, { text }) => {
    const read = partAlternatives(text).map((one) => {
      const { matter, problems } = parseArticle('articles/a.md', completeArticle(one), 'Africa/Cairo');
      return { matter, told: tell(problems) };
    });
    expect(read.length).toBeGreaterThan(1);
    expect(read).toEqual(read.map(() => ({ ...read[0], told: '' })));
  });

  it.each(named(marked('إعدادات')))('is an accepted setting, at %s', (_, { text }) => {
    const { site, problems } = parseSite(completeSettings(text, files));
    expect(problems).toEqual([]);
    expect(site).not.toEqual(parseSite(String(files['site.yaml'])).site);
  });

  const clean = [
    ...shown.filter(({ example }) => !isAsTyped(example)),
    ...examples.filter(isMatter).map((example) => ({
      example,
      file: 'articles/a.md',
      text: completeArticle(example.text),
    })),
  ];
  it.each(clean.map((one) => [place(one.example), one] as const))('breaks no rule, at %s', (_, { file, text }) => {
    expect(rulesIn(review(file, text).findings)).toEqual([]);
  });

  it.each(named(examples.filter(isAsTyped)))('has findings before it is typeset on the page, at %s', (_, { text }) => {
    const { findings } = review('articles/a.md', completeArticle('', text));
    expect(findings.length).toBeGreaterThan(0);
  });

  it.each(named(examples.filter(isExempted)))('has findings without its comment, at %s', (_, { text, language }) => {
    const unexcused = text.replace('تجاهل', 'انتبه');
    const article = language === 'yaml' ? completeArticle(unexcused) : completeArticle('', unexcused);
    expect(review(`articles/a.${language === 'mdx' ? 'mdx' : 'md'}`, article).findings.length).toBeGreaterThan(0);
  });
});

describe('a wrong example in the guide', () => {
  it.each(named(mistakes))('is reported in the words of the guide, at %s', async (_, mistake) => {
    const { file, text } = placeMistake(mistake, files);
    const problems = await problemsOf(file, text, files, root);
    expect(tell(problems)).toBe(below(mistake).text);
    expect(problems.map((problem) => problem.file)).toEqual(problems.map(() => file));

    const isMended = mistake.language === 'yaml' && problems.every(({ suggestion }) => suggestion !== undefined);
    if (isMended) expect(tell(await problemsOf(file, correct(text, problems), files, root))).toBe('');
  });
});

describe('the keys in the guide', () => {
  const page = 'front-matter.md';
  const sections = findSections(parseGuide(texts.get(page) ?? ''));
  const within = (heading: string) => {
    const around = sections.find((section) => section.heading === heading);
    const inside = sections.filter(({ nodes }) => nodes.every((node) => around?.nodes.includes(node)));
    return inside.filter(({ depth, heading: key }) => depth === 3 && /^[a-z-]+$/.test(key));
  };
  const codeIn = (nodes: readonly Nodes[]) =>
    collect(nodes, (node) => (node.type === 'inlineCode' ? node.value : undefined));

  it.each([
    ['بيانات المقال', articleSchema],
    ['بيانات الصفحة', pageSchema],
    ['بيانات الكاتب', authorSchema],
    ['بيانات القسم', categorySchema],
  ])('are complete and in order: %s', (heading, schema: z.ZodObject) => {
    expect(within(heading).map((section) => section.heading)).toEqual(Object.keys(schema.shape));
    for (const section of within(heading)) {
      const value = schema.shape[section.heading] as z.ZodType;
      const isRequired = !value.safeParse(undefined).success;
      const [first] = collect(section.nodes, (node) => (node.type === 'strong' ? node : undefined));
      const [word] = collect(first?.children ?? [], (node) => (node.type === 'text' ? node.value : undefined));
      expect([section.heading, word]).toEqual([section.heading, isRequired ? 'لازم.' : 'اختياري.']);
      expect(codeIn(section.nodes)).toEqual(expect.arrayContaining(keysInside(value)));
    }
  });

  it('are all in one example article', () => {
    const whole = examples.find(({ mark }) => mark === 'articles/2026/11/night-library.md')?.text ?? '';
    const keys = [...whole.matchAll(/^([a-z-]+):/gm)].map(([, key]) => key);
    // The page of a withdrawn article shows nothing else of it.
    expect(keys).toEqual(Object.keys(articleSchema.shape).filter((key) => key !== 'withdrawn'));
  });

  it('include only existing settings', () => {
    const section = sections.find(({ heading }) => heading === 'إعدادات الموقع');
    const table = section?.nodes.filter(({ type }) => type === 'table') ?? [];
    const rows = collect(table, (node) => (node.type === 'tableRow' ? node : undefined));
    const settings = rows.flatMap(({ children: [cell] }) => (cell ? codeIn([cell]) : []));
    expect(settings.filter((key) => !(key in siteSchema.shape))).toEqual([]);
    expect(settings).toEqual(expect.arrayContaining(['time-zone', 'digits', 'permalink', 'typesetting', 'rules']));
  });
});

/** Returns the keys inside an object, or inside the objects of a list. */
function keysInside(schema: z.ZodType): string[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return keysInside(inner.element as z.ZodType);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

describe('the rules in the guide', () => {
  const page = 'checker.md';
  const sections = findSections(parseGuide(texts.get(page) ?? ''));
  const ruleOf = ({ mark }: Example) => mark.slice('قاعدة '.length) as RuleId;

  it('are complete and in order, each under a heading of its own', () => {
    const headings = sections.map(({ heading }) => heading).filter((heading) => /^[a-z-]+$/.test(heading));
    expect(headings).toEqual([...ruleIds]);
    expect(marked('قاعدة').map(ruleOf)).toEqual([...ruleIds]);
  });

  it('are fixed and typeset as the table says', () => {
    const rows = collect([parseGuide(texts.get(page) ?? '')], (node) => (node.type === 'tableRow' ? node : undefined));
    const words = rows
      .slice(1)
      .map(({ children: [rule, , fixed, set] }) =>
        [rule, fixed, set].map((cell) =>
          collect(cell ? [cell] : [], (node) => ('value' in node ? node.value : undefined)).join(''),
        ),
      );
    const say = (is: boolean) => (is ? 'نعم' : 'لا');
    const rule = new Map<string, boolean>(typographyRules.map(({ id, setsType }) => [id, setsType]));
    const isPartly = (id: RuleId) => id === 'visible-marks' || id === 'lost-text';
    expect(words).toEqual(
      ruleIds.map((id) => [id, isPartly(id) ? 'بعضها' : say(rule.has(id)), say(rule.get(id) === true)]),
    );
  });

  it.each(marked('قاعدة').map((example) => [ruleOf(example), example] as const))(
    'have the message and the corrections of the rule: %s',
    async (id, { text }) => {
      expect(text.split('\n')[0]).toBe(ruleTexts[id].message);
      const corrections = readCorrections(text);
      expect(corrections.length).toBeGreaterThan(0);
      for (const { before, after } of corrections) {
        const found = await check(before);
        const finding = found.findings.find(({ rule }) => rule === id);
        const messagesOfRule = id === 'broken-link' ? [messages.brokenLink('/zz9zz/')] : messagesOf(id);
        expect(messagesOfRule).toContain(finding?.message);
        if (typographyRules.some((rule) => rule.id === id)) expect(found.fixed).toContain(`\n${after}\n`);
        else if (finding?.suggestion !== undefined) expect(finding.suggestion).toBe(after);
        expect(rulesIn((await check(after)).findings)).toEqual([]);
      }
    },
  );

  it.each(named(marked('تصحيح')))('are corrected by --fix as the guide says, at %s', (_, { text }) => {
    const corrections = readCorrections(text);
    expect(corrections.length).toBeGreaterThan(0);
    for (const { before, after } of corrections)
      expect(review('articles/a.md', completeArticle('', before)).fixed).toBe(completeArticle('', after));
  });

  it.each(named(marked('قبل الإصلاح')))('turn the text at %s into the one below it', (_, example) => {
    const { fixed } = review('articles/a.md', completeArticle('', showHidden(example.text)));
    expect(fixed).toBe(completeArticle('', below(example).text));
  });

  /**
   * Checks a line of a body or of front matter as `npm run check` does. A line with links is checked in a draft of the
   * guide's site.
   */
  async function check(line: string): Promise<{ findings: Finding[]; fixed: string }> {
    const file = 'articles/2026/11/مثال.md';
    const isMatter = /^[a-z-]+: /.test(line);
    const text = `${isMatter ? completeArticle(line) : completeArticle('', line)}`;
    const { findings, fixed } = review(file, text);
    if (!line.includes('](')) return { findings, fixed };
    const { findings: all } = await checkWith(file, completeArticle('draft: true', line));
    return { findings: all.filter((finding) => finding.file === file), fixed };
  }
});

describe('the report in the guide', () => {
  const [hurried] = marked('تقرير');
  let before: CheckedContent;
  let after: CheckedContent;
  beforeAll(async () => {
    const file = hurried?.mark.slice('تقرير '.length) ?? '';
    const environment = await prepare(file, `${hurried?.text}\n`);
    before = await checkContent(environment);
    await fixContent(environment, () => undefined);
    after = await checkContent(environment);
  });
  // Without the notices that other files of the guide earn as time passes, such as coverage that was left open.
  const report = (checked: CheckedContent, format: ReportFormat) =>
    stripVTControlCharacters(reportCheck({ ...checked, notices: [] }, format, 'content'));

  it('is the report of the check on the article above it', () => {
    expect(marked('التقرير')[0]?.text).toBe(report(before, 'text'));
  });

  it('is the report of the check after --fix', () => {
    expect(marked('التقرير بعد الإصلاح')[0]?.text).toBe(report(after, 'text'));
  });

  it('is the report of the check for GitHub', () => {
    expect(marked('التقرير github')[0]?.text).toBe(report(before, 'github'));
  });
});

async function checkWith(file: string, text: string): Promise<CheckedContent> {
  return checkContent(await prepare(file, text));
}

/** Writes the guide's site with one more file into a new directory, and returns its environment. */
async function prepare(file: string, text: string) {
  const directory = await mkdtemp(path.join(root, 'guide-check-'));
  const contentDirectory = path.join(directory, 'content');
  const publicDirectory = path.join(directory, 'public');
  await writeContent(contentDirectory, { ...files, [file]: text });
  await writeContent(publicDirectory, { 'robots.txt': '' });
  return {
    engineDirectory: directory,
    newsroomDirectory: directory,
    contentDirectory,
    publicDirectory,
    outputDirectory: path.join(directory, 'site'),
    cacheDirectory: path.join(directory, 'cache'),
    renderersDirectory: path.join(directory, 'cache/renderers'),
    now: guideTime,
    includeUnpublished: false,
    fingerprint: 'guide',
  };
}
