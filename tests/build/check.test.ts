import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { markdown, smallestSite } from '../support/newsroom.ts';
import { openForCheck } from '../support/run-check.ts';

const article = (id: string, body: string, fields: Record<string, unknown> = {}) =>
  markdown({ title: 'خبر اليوم', author: 'huda', date: '2022-01-13', category: 'world', id, ...fields }, body);

const clean = { ...smallestSite, 'articles/first.md': article('k7q3m', 'متن الخبر.\n\n## ماذا تغيّر؟\n\nنص.') };

describe('the check of content without problems and findings', () => {
  it('reports that there are none, and succeeds', async () => {
    const { run } = await openForCheck(clean);
    expect(await run()).toEqual({
      exitCode: 0,
      output: 'لا أخطاء تمنع بناء الموقع.\nلا ملاحظات على النصوص.\n',
      errors: '',
    });
  });

  it('succeeds even with a damaged cache, and reports the damage separately', async () => {
    const { run, cacheDirectory } = await openForCheck(clean);
    const sound = await run();
    await writeFile(path.join(cacheDirectory, 'warraq.sqlite'), 'not a database');
    for (const log of ['-wal', '-shm']) await rm(path.join(cacheDirectory, `warraq.sqlite${log}`), { force: true });
    const errors = 'وُجدت الذاكرة المؤقتة تالفة أو عائدة إلى برنامج آخر، فحُذفت ويُصنع ما كان فيها من جديد.\n';
    expect(await run()).toEqual({ ...sound, errors });
    expect(await run()).toEqual(sound);
  });
});

describe('the check of texts', () => {
  const files = {
    ...clean,
    'style.yaml': 'spellings:\n  يوتيوب: [اليوتوب]\n',
    'articles/a.md': article('k7q4m', 'قال ، "نعم" ..\n\nذهب الى اليوتوب.\n\n![](a.svg)'),
    'articles/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
  };

  it('reports each finding by file with its place, its line and the correction, and counts the findings', async () => {
    const { run } = await openForCheck(files);
    const { exitCode, output } = await run();
    expect(exitCode).toBe(0);
    expect(output).toBe(
      [
        'articles/a.md',
        '  يُصلَح 9:4: لا مسافة قبل علامة الترقيم. احذفها. (space-before-punct)',
        '      قال ، "نعم" ..',
        '         ^',
        '      قال، «نعم»…',
        '  يُصلَح 9:7: علامتا الاقتباس في العربية «…»، وما كان داخلهما ‹…›. (quotes)',
        '      قال ، "نعم" ..',
        '            ^',
        '      قال، «نعم»…',
        '  يُصلَح 9:12: النقاط المتتابعة علامة واحدة «…» تلي الكلمة بلا مسافة. (ellipsis)',
        '      قال ، "نعم" ..',
        '                 ^',
        '      قال، «نعم»…',
        '  تنبيه 11:5: الهمزة ساقطة من هذه الكلمة. اكتبها. (hamza)',
        '      ذهب الى اليوتوب.',
        '          ^',
        '      ذهب إلى اليوتوب.',
        '  تنبيه 11:9: الصحيفة تكتب هذه الكلمة على وجه آخر. (house-style)',
        '      ذهب الى اليوتوب.',
        '              ^',
        '      ذهب الى يوتيوب.',
        '  تنبيه 13:1: الصورة بلا وصف لمن لا يراها. صِف ما فيها في جملة. (missing-alt)',
        '      ![](a.svg)',
        '      ^',
        '',
        '1 ellipsis',
        '1 hamza',
        '1 house-style',
        '1 missing-alt',
        '1 quotes',
        '1 space-before-punct',
        'لا أخطاء تمنع بناء الموقع.',
        'على النصوص 6 ملاحظات. 3 منها يصلحها الأمر: npm run check -- --fix',
        '',
      ].join('\n'),
    );
  });

  it('annotates a pull request', async () => {
    const { run } = await openForCheck({ ...files, 'articles/b.md': article('k7q5m', 'نص', { date: '2022-13-01' }) });
    const { output } = await run('--format', 'github');
    expect(output).toContain(
      'content/articles/a.md,line=9,col=7,title=quotes::علامتا الاقتباس في العربية «…»، وما كان داخلهما ‹…›.%0Aقال، «نعم»…\n',
    );
    expect(output).toMatch(
      /^::error file=\S*content\/articles\/b\.md,line=4,col=7,title=date::الشهر 13 لا وجود له\..*%0Adate: 2022-01-13$/m,
    );
  });

  it('reports everything as JSON', async () => {
    const { run } = await openForCheck(files);
    const { output } = await run('--format', 'json');
    const { problems, findings } = JSON.parse(output);
    expect(problems).toEqual([]);
    expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual([
      'space-before-punct',
      'quotes',
      'ellipsis',
      'hamza',
      'house-style',
      'missing-alt',
    ]);
  });

  it('refuses an unknown format', async () => {
    const { run } = await openForCheck(clean);
    expect(await run('--format', 'xml')).toEqual({
      exitCode: 1,
      output: '',
      errors: 'لا يُكتب التقرير بالصيغة «xml». الصيغ: text، github، json.\n',
    });
  });

  it('refuses an unknown flag', async () => {
    const { run } = await openForCheck(clean);
    expect(await run('--fx')).toEqual({
      exitCode: 1,
      output: '',
      errors: 'لا يعرف الأمر الخيار --fx. لعلك تقصد --fix. خياراته كلها يعرضها الأمر: npm run check -- --help\n',
    });
  });

  it('skips the rules that the site has turned off', async () => {
    const { run } = await openForCheck({
      ...files,
      'site.yaml': `${smallestSite['site.yaml']}rules: { quotes: لا, hamza: لا, house-style: لا, missing-alt: لا, ellipsis: لا }\n`,
    });
    const { output } = await run();
    expect(output).toContain('على النصوص ملاحظة واحدة. يصلحها الأمر: npm run check -- --fix\n');
  });

  it('fixes only what needs no decision by the author', async () => {
    const { run, read } = await openForCheck(files);
    const { output } = await run('--fix');
    expect(output).toContain('لكل مقال معرّف، ولم يتغير أي ملف.\nأُصلح نص ملف واحد.\n');
    expect(output).toContain('على النصوص 3 ملاحظات.\n');
    expect(await read('articles/a.md')).toContain('قال، «نعم»…\n\nذهب الى اليوتوب.');
    expect(await read('articles/first.md')).toBe(clean['articles/first.md']);
    expect((await run('--fix')).output).toContain('لا شيء في النصوص يُصلَح من غير سؤال كاتبه.');
  });
});

describe('the check of links', () => {
  it('reports exactly the broken links, as problems, because the build refuses them', async () => {
    const good = [
      '/k7q3m/',
      '/k7q3m/#ماذا-تغير',
      '#عنوان',
      '/',
      '/c/world/',
      '/a/huda/',
      '/t/مدن/',
      '/rss.xml',
      '/2022/01/',
      '/favicon.svg',
      'https://sada.example/k7q3m/',
      'https://elsewhere.example/x/',
      'mailto:a@b.example',
      '../k7q3m/',
      '/old/',
    ];
    const bad = [
      '/zz9zz/',
      '/k7q3m',
      '/k7q3m/#لا-شيء',
      '#لا-شيء',
      '/c/nothing/',
      'other.md',
      'https://sada.example/zz9zz/',
    ];
    const { run } = await openForCheck({
      ...clean,
      'articles/a.md': article('k7q4m', ['## عنوان', ...good.map((url) => `[نص](${url})`)].join('\n\n'), {
        tags: ['مدن'],
        aliases: ['/old/'],
      }),
      'articles/b.md': article('k7q5m', bad.map((url) => `[نص](${url})`).join('\n\n')),
    });
    const { exitCode, output } = await run('--format', 'json');
    const { problems, findings } = JSON.parse(output);
    expect(problems.map(({ file, source }: Record<string, string>) => `${file} ${source}`)).toEqual(
      bad.map((url) => `articles/b.md [نص](${url})`),
    );
    expect([exitCode, findings]).toEqual([1, []]);
  });

  it('allows a link to a draft in a draft, but not in a published article', async () => {
    const { run } = await openForCheck({
      ...clean,
      'articles/draft.md': article('k7q4m', '[نص](/k7q5m/) و[نص](/zz9zz/)', { draft: true }),
      'articles/other.md': article('k7q5m', '[نص](/zz9zz/) <!-- تجاهل: broken-link -->', { draft: true }),
      'articles/open.md': article('k7q6m', '[نص](/k7q5m/)'),
    });
    const { problems, findings } = JSON.parse((await run('--format', 'json')).output);
    const places = (told: { file: string; column: number }[]) => told.map(({ file, column }) => `${file} ${column}`);
    expect(places(problems)).toEqual(['articles/open.md 1']);
    expect(places(findings)).toEqual(['articles/draft.md 16']);
  });
});

describe('the check of content that the build refuses', () => {
  it('fails, and reports the problems beside the findings', async () => {
    const { run } = await openForCheck({
      ...clean,
      'articles/a.md': article('k7q4m', 'قال ، ثم\u202e مضى', { author: 'hudaa' }),
    });
    const { exitCode, output } = await run();
    expect(exitCode).toBe(1);
    expect(output).toContain('لا كاتب في authors باسم «hudaa».');
    expect(output).toContain('محرف خفيّ يقلب ترتيب ما بعده');
    expect(output).toContain('(space-before-punct)');
    expect(output).not.toContain('(bidi-override)');
    expect(output).toContain(
      'في المحتوى خطآن، ولن يُبنى الموقع قبل إصلاحهما.\nعلى النصوص ملاحظة واحدة. يصلحها الأمر: npm run check -- --fix\n',
    );
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('reports unreadable files and does not change them', async () => {
    const bytes = new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xc7, 0xe1, 0x0a]);
    const { run, read } = await openForCheck({
      ...clean,
      'articles/old.md': bytes,
      'articles/bare.md': 'قال ، ثم',
      'articles/deep.md': article('k7q5m', `${'> '.repeat(4000)}نص`),
    });
    const { exitCode, output, errors } = await run('--fix');
    expect([exitCode, errors]).toEqual([1, '']);
    expect(output).toContain('الملف ليس بترميز UTF-8');
    expect(output).toContain('لا يبدأ الملف ببياناته.');
    expect(await read('articles/bare.md')).toBe('قال ، ثم');
  });
});

describe('the check of chosen files', () => {
  const files = {
    ...clean,
    'articles/a.md': article('k7q4m', 'قال ، ثم'),
    'articles/b.md': article('k7q5m', 'قال ؛ ثم', { author: 'hudaa', aliases: ['/k7q4m/'] }),
  };

  it('tells what is wrong with them alone, by rules across all files', async () => {
    const { run, contentDirectory } = await openForCheck(files);
    const chosen = await run(path.join(contentDirectory, 'articles/a.md'));
    expect([chosen.exitCode, chosen.errors]).toEqual([0, '']);
    expect(chosen.output).not.toContain('articles/b.md');
    expect(chosen.output).toMatch(
      /لا أخطاء في ما فُحص\.\nوفي سائر المحتوى خطآن لم يُذكرا هنا، يمنعان بناء الموقع\.\nعلى النصوص ملاحظة واحدة\. .*\n$/,
    );
    const { exitCode, output } = await run('articles/b.md', '--format', 'json');
    const { problems, findings } = JSON.parse(output);
    expect(problems.map(({ field }: { field: string }) => field)).toEqual(['author', 'aliases']);
    expect([exitCode, findings.length]).toEqual([1, 1]);
  });

  it('mends them alone', async () => {
    const { run, read } = await openForCheck(files);
    await run('articles/a.md', '--fix');
    expect(await read('articles/a.md')).toContain('قال، ثم');
    expect(await read('articles/b.md')).toContain('قال ؛ ثم');
  });

  it('is refused for files that are not of the content', async () => {
    const { run } = await openForCheck(files);
    expect(await run('articles/c.md')).toEqual({
      exitCode: 1,
      output: '',
      errors: 'لا ملف ولا مجلد في articles/c.md. يُكتب المسار من حيث أنت، أو من مجلد المحتوى.\n',
    });
  });
});

test('annotations of GitHub name files from the repository that the content lies in', async () => {
  const { run, contentDirectory } = await openForCheck({ ...clean, 'articles/a.md': article('k7q4m', 'قال ، ثم') });
  await mkdir(path.join(contentDirectory, '../.git'));
  const { output } = await run('--format', 'github');
  expect(output).toMatch(/^::warning file=content\/articles\/a\.md,line=9,col=4,/);
});

test('`--fix` mends a file whose name is as long as the disk accepts', async () => {
  const file = `articles/${'ن'.repeat(126)}.md`;
  const article = String(smallestSite['articles/first.md']).replace('عبر الناس', 'عبر ، الناس');
  const { run, read } = await openForCheck({ ...smallestSite, [file]: article });
  expect((await run('--fix')).exitCode).toBe(0);
  expect(await read(file)).toContain('عبر، الناس');
});
