import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { commandStrings } from '../../src/strings/commands.ts';
import { importTallyStrings } from '../../src/strings/import-tally.ts';
import { openOutput, runBuild, type SiteDirectories, withoutProgress } from '../support/build-site.ts';
import { createReader, parseAddresses } from '../support/old-addresses.ts';
import { runImport as runImportIn } from '../support/run-import.ts';
import { oldSite, writeExport } from '../support/wordpress.ts';
import { writeContent } from '../support/write-content.ts';

const exported = writeExport([
  {
    id: 5,
    title: 'عاد النهر',
    slug: 'عاد-النهر',
    content: `<!-- wp:paragraph --><p>كتب – رامي النجّار:</p><!-- /wp:paragraph --><!-- wp:paragraph --><p>عاد الماء، كما في <a href="${oldSite}/2022/01/الجسر/">خبر الجسر</a>.</p><!-- /wp:paragraph --><!-- wp:image {"id":20} --><figure class="wp-block-image"><img src="${oldSite}/wp-content/uploads/2022/01/نهر.png" alt="نهر" class="wp-image-20"/></figure><!-- /wp:image -->`,
    tags: { نهر: 'نهر' },
    comments: [{ id: 1, content: 'شكرًا على الخبر' }],
  },
  {
    id: 6,
    title: 'الجسر',
    slug: 'الجسر',
    content: 'جسر قديم\n\n[gallery ids="20,20"]\n\nhttps://youtu.be/W4rrAq0x3nE',
  },
  { id: 7, type: 'page', title: 'من نحن', slug: 'من-نحن', content: 'صحيفة.' },
  { id: 20, type: 'attachment', status: 'inherit', attachmentUrl: `${oldSite}/wp-content/uploads/2022/01/نهر.png` },
]);

let root: string;
let directories: SiteDirectories;
const place = (name: string) => path.join(root, name);

/** What a command has said, without the progress and the numbers of what the source holds. */
function sentencesOf(output: string): string {
  const [before = '', after = ''] = output.split(`${importTallyStrings.title}\n`);
  return before + after.replace(/^(?: {2}.*\n)+/, '');
}

/** The part of a report that is about files. */
function filesIn(report: string): string {
  return report.slice(report.indexOf('\n\n') + 2);
}

const runImport = (...given: string[]) => runImportIn(directories, ...given);

beforeAll(async () => {
  root = await mkdtemp(path.join(inject('temporaryRoot'), 'import-'));
  directories = { contentDirectory: place('content'), outputDirectory: place('site'), cacheDirectory: place('cache') };
  const picture = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#a35c2e' } })
    .png()
    .toBuffer();
  await writeContent(root, { 'export.xml': exported, 'uploads/2022/01/نهر.png': picture });
});

describe('an export of WordPress', () => {
  const words = commandStrings.importer;
  const counts = { articles: 2, drafts: 0, pages: 1, authors: 1, categories: 1, comments: 1 };
  const river = 'articles/2022/01/عاد-النهر.md';

  it('becomes a newsroom that builds', async () => {
    const { exitCode, output, errors } = withoutProgress(
      await runImport(place('export.xml'), '--uploads', place('uploads')),
    );
    expect([errors, exitCode]).toEqual(['', 0]);
    expect(output).toContain('\n  المقالات: 2 (كما كان: 2، متغيّر: 0، لم يأتِ: 0)\n');
    expect(sentencesOf(output)).toBe(
      `${[words.done(counts, place('content')), words.settled('Asia/Riyadh'), words.next].join('\n')}\n`,
    );
    const built = await runBuild(directories);
    expect([built.output, built.exitCode]).toEqual([expect.stringContaining('بُني الموقع'), 0]);
  });

  it('keeps its articles reachable at their old URLs, with their pictures and comments', async () => {
    const site = openOutput(directories.outputDirectory);
    const text = await readFile(place(`content/${river}`), 'utf8');
    const id = /^id: (\w+)$/m.exec(text)?.[1];
    const page = site.read(`${id}/index.html`);
    expect(page).toContain('رامي النجّار');
    expect(page).toContain('شكرًا على الخبر');
    expect(page).toMatch(/<img[^>]+src="\/_images\/[^"]+" alt="نهر"/);
    expect(page).toContain('>خبر الجسر</a>');
    expect(site.read('2022/01/عاد-النهر/index.html')).toContain(`content="0; url=/${id}/"`);
    expect(site.read('من-نحن/index.html')).toContain('صحيفة.');
  });

  it('answers at each of its old paths with the page that took its place', async () => {
    const site = openOutput(directories.outputDirectory);
    const arriveAt = createReader(site);
    const { paths, queries } = parseAddresses(await readFile(place('cache/import-addresses.tsv'), 'utf8'));
    const pages = paths.filter(([, to]) => !to.endsWith('.xml') && to !== '/archive/');
    expect(pages.map(([from]) => [from, arriveAt(from)])).toEqual(pages);
    const feeds = paths
      .filter(([, to]) => to.endsWith('.xml'))
      .map(([from]) => site.read(`${from.slice(1)}index.html`));
    expect(feeds).toHaveLength(4);
    expect(feeds.filter((feed) => !feed.includes('<rss'))).toEqual([]);
    expect(queries.map(([from]) => from)).toEqual(
      expect.arrayContaining(['/?p=5', '/?page_id=7', '/?cat=7', '/?author=2']),
    );
  });

  it('can be imported again without overwriting what an editor has changed', async () => {
    const edited = (await readFile(place(`content/${river}`), 'utf8')).replace('عاد الماء', 'عاد الماء صافيًا');
    await writeFile(place(`content/${river}`), edited);
    const thread = place(`content/.comments/${/^id: (\w+)$/m.exec(edited)?.[1]}.jsonl`);
    await writeFile(thread, '');
    const { exitCode, output } = withoutProgress(await runImport(place('export.xml'), '--uploads', place('uploads')));
    expect(exitCode).toBe(0);
    expect(sentencesOf(output)).toBe(
      `${[words.nothingNew, words.unchanged(2), words.kept(1), words.next].join('\n')}\n`,
    );
    expect(await readFile(place(`content/${river}`), 'utf8')).toBe(edited);
    expect(await readFile(thread, 'utf8')).toBe('');
  });

  it('brings what has changed there since, and leaves what was edited or deleted here', async () => {
    const bridge = place('content/articles/2022/01/الجسر.mdx');
    const changed = exported.replaceAll('جسر قديم', 'جسر جديد').replaceAll('عاد الماء', 'رجع الماء');
    await writeContent(root, { 'changed.xml': changed });
    await rm(place('content/pages/من-نحن.md'));
    const { output } = withoutProgress(await runImport(place('changed.xml')));
    expect(sentencesOf(output)).toBe(
      `${[words.nothingNew, words.updated(1), words.kept(1), words.notes(1, place('cache/import-report.txt')), words.next].join('\n')}\n`,
    );
    expect(await readFile(bridge, 'utf8')).toContain('جسر جديد');
    expect(await readFile(place(`content/${river}`), 'utf8')).toContain('عاد الماء صافيًا');
    expect(filesIn(await readFile(place('cache/import-report.txt'), 'utf8'))).toBe(
      `${river}\n  ${words.changedOnBothSides}\n`,
    );
    expect(existsSync(place('content/pages/من-نحن.md'))).toBe(false);
  });

  it('is refused if what came before cannot be read', async () => {
    const record = place('content/imported.jsonl');
    await writeFile(record, `<<<<<<< ours\n${await readFile(record, 'utf8')}`);
    const { exitCode, errors } = await runImport(place('export.xml'));
    expect([exitCode, errors]).toEqual([1, `${words.unreadableRecord('imported.jsonl', 1)}\n`]);
  });

  it.each<[what: string, given: string[], told: string]>([
    ['without a file', [], words.usage],
    [
      'with an unknown flag',
      ['--images', 'x'],
      'لا يعرف الأمر الخيار --images. خياراته يعرضها الأمر: npm run import -- --help',
    ],
    ['of a missing file', ['nowhere.xml'], 'لا ملف هنا: nowhere.xml'],
    ['of a file that is not an export', ['package.json'], words.notAnExport('package.json')],
  ])('%s is refused in Arabic', async (_what, given, told) => {
    expect(await runImport(...given)).toEqual({ exitCode: 1, output: '', errors: `${told}\n` });
  });
});

describe('what needs an editor', () => {
  it('is listed in a report, by file, and does not stop the import', async () => {
    directories = { ...directories, contentDirectory: place('others'), cacheDirectory: place('other-cache') };
    await writeContent(root, {
      'others.xml': writeExport([
        {
          id: 1,
          slug: 'a',
          title: '',
          password: 'سر',
          content: `<a href="${oldSite}/x.pdf">ملف</a><script>1</script>[box a="1"]نص[/box]`,
        },
        {
          id: 2,
          slug: 'b',
          content:
            '<iframe src="https://map.example/1"></iframe><!-- wp:calendar /--><img src="data:image/png;base64,AA">',
        },
        { id: 3, slug: 'search', type: 'page' },
      ]),
    });
    const { exitCode, output } = await runImport(place('others.xml'));
    expect(exitCode).toBe(0);
    const report = place('other-cache/import-report.txt');
    expect(output).toContain(`9 أشياء تحتاج إلى نظرك، وهي مذكورة في: ${report}`);
    expect(filesIn(await readFile(report, 'utf8'))).toBe(
      [
        'articles/2022/01/a.md',
        '  حُذف رمز من رموز النظام القديم وإضافاته، وبقي ما بين طرفيه: [box a="1"]',
        '  حُذف الوسم <script>، لأنه يشغّل برنامجًا عند القارئ أو يرسل ما يكتبه.',
        `  الرابط إلى ما ليس في هذا الموقع، فبقي نصه وحده: ${oldSite}/x.pdf`,
        '  ليس له عنوان في المصدر، فأُخذ من أول نصه. اكتب له عنوانًا.',
        '  كان محميًّا بكلمة مرور، فصار مسودة لئلا يقرأه كل الناس.',
        '',
        'articles/2022/01/b.md',
        '  حُذف مكوّن يملؤه ووردبريس حين يعرض الصفحة: calendar',
        '  إطار من موقع آخر صار رابطًا: https://map.example/1',
        '  تعذّر جلب الصورة، وبقي مكانها وصفها: data:image/png;base64,AA',
        '',
        'pages/search-2.md',
        '  كان عنوان هذه الصفحة /search/، فحوّل القارئ منه في إعدادات المضيف.',
        '',
      ].join('\n'),
    );
  });
});
