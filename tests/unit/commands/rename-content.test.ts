import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRenaming } from '../../../src/commands/plan-renaming.ts';
import { describeRenaming, renameContent } from '../../../src/commands/rename-content.ts';
import { CommandFailure } from '../../../src/commands/run-command.ts';
import type { Environment } from '../../../src/library/environment.ts';
import { openLibrary } from '../../../src/library/library.ts';
import { findProblems } from '../../../src/site-build/content-problems.ts';
import { projectDirectory } from '../../support/build-site.ts';
import { markdown } from '../../support/newsroom.ts';
import { type Files, writeContent } from '../../support/write-content.ts';

let environment: Environment;

beforeEach(async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'renaming-'));
  environment = {
    contentDirectory: path.join(root, 'content'),
    publicDirectory: path.join(root, 'public'),
    cacheDirectory: path.join(root, 'cache'),
    now: Date.UTC(2026, 0, 1),
    includeUnpublished: false,
    fingerprint: 'engine',
  } as Environment;
});

afterEach(() => rm(path.dirname(environment.contentDirectory), { recursive: true }));

const matter = { title: 'عنوان', author: 'huda', date: '2022-01-13', category: 'local' };
const paper: Files = {
  'site.yaml':
    'title: صدى\ndescription: أخبار\nurl: https://sada.example\nnavigation:\n  - { title: محليات, url: /c/local/ } # الأولى\n  - { title: عنا, url: /about/ }\n',
  'authors/huda.yaml': 'name: هدى\n',
  'authors/omar.yaml': 'name: عمر\nlinks:\n  - { title: زميلته, url: /a/huda/ }\n',
  'categories/local.yaml': '# القسم الأول\nname: محليات\n',
  'categories/sport.yaml': 'name: رياضة\n',
  'series/floods.yaml': 'title: السيول\narticles: [p2w6z]\n',
  'pages/about.md': markdown({ title: 'عنا' }, 'اقرأ [المحليات](/c/local/).'),
  'articles/a.md': markdown({ ...matter, id: 'k7q3m', tags: ['كتب'] }, '[محليات](/c/local/) و[عنا](/about/).'),
  'articles/b.md': markdown({ ...matter, id: 'm4t9x', draft: true, tags: ['قراءة'] }, '[هدى](/a/huda/).'),
  'articles/c.md': markdown(
    { ...matter, id: 'p2w6z', category: 'sport', tags: ['الكتب'], series: 'floods' },
    '[الكتب](/t/الكتب/).',
  ),
};

function read(file: string): string {
  return readFileSync(path.join(environment.contentDirectory, file), 'utf8');
}

async function run(typed: string, isRehearsal = false): Promise<string> {
  const report = await renameContent(environment, readRenaming(typed.split(' ')), isRehearsal);
  return describeRenaming(report, isRehearsal).join('\n');
}

/** Returns what is wrong with the content, and what is told of former names. */
async function told(): Promise<string[]> {
  const library = await openLibrary(environment);
  const problems = await findProblems(library, environment);
  return [...problems.map(({ message }) => message), ...library.notices];
}

describe('the command that renames', () => {
  beforeEach(() => writeContent(environment.contentDirectory, paper));

  it('a section: changes its file, the articles and the links, and keeps the old address', async () => {
    expect(await run('category local city')).toBe(
      [
        'الملف categories/local.yaml يصير categories/city.yaml، وعنوانه القديم يؤدي إلى الجديد.',
        'تغيّر الاسم في مقالين.',
        'وتغيّرت الروابط إليه في 3 ملفات.',
      ].join('\n'),
    );
    expect(existsSync(path.join(environment.contentDirectory, 'categories/local.yaml'))).toBe(false);
    expect(read('categories/city.yaml')).toBe('# القسم الأول\nname: محليات\naliases: [local]\n');
    expect(read('site.yaml')).toBe(String(paper['site.yaml']).replace('/c/local/', '/c/city/'));
    expect(read('articles/a.md')).toBe(String(paper['articles/a.md']).replaceAll('local', 'city'));
    expect(read('articles/b.md')).toBe(String(paper['articles/b.md']).replace('local', 'city'));
    expect(read('articles/c.md')).toBe(paper['articles/c.md']);
    expect(await told()).toEqual([]);
  });

  it('an author', async () => {
    await run('author huda huda-salem');
    expect(read('authors/huda-salem.yaml')).toBe('name: هدى\naliases: [huda]\n');
    expect(read('authors/omar.yaml')).toContain('url: /a/huda-salem/');
    expect(read('articles/b.md')).toContain('[هدى](/a/huda-salem/)');
    expect(await told()).toEqual([]);
  });

  it('a series: changes its file, its articles and the links', async () => {
    await writeContent(environment.contentDirectory, {
      'articles/d.md': markdown({ ...matter, id: 'k8r4m' }, 'بقية [الملف](/s/floods/).'),
    });
    await run('series floods nile-floods');
    expect(read('series/nile-floods.yaml')).toBe('title: السيول\narticles: [p2w6z]\naliases: [floods]\n');
    expect(read('articles/c.md')).toContain('series: nile-floods\n');
    expect(read('articles/d.md')).toContain('[الملف](/s/nile-floods/)');
    expect(await told()).toEqual([]);
  });

  it('a standalone page', async () => {
    expect(await run('page about us')).toContain('ليس الاسم القديم في أي مقال.');
    expect(read('pages/us.md')).toBe('---\ntitle: عنا\naliases: [about]\n---\n\nاقرأ [المحليات](/c/local/).\n');
    expect(read('site.yaml')).toContain('url: /us/');
    expect(read('articles/a.md')).toContain('[عنا](/us/)');
    expect(await told()).toEqual([]);
  });

  it('a tag, which becomes a spelling of another', async () => {
    expect(await run('tag الكتب كتب')).toBe(
      [
        'الوسم «الكتب» يصير «كتب»، كما يقول tags.yaml، وصفحته القديمة تؤدي إلى الجديدة.',
        'تغيّر الاسم في مقال واحد.',
        'وتغيّرت الروابط إليه في ملف واحد.',
      ].join('\n'),
    );
    expect(read('tags.yaml')).toBe('- tag: كتب\n  also: [الكتب]\n');
    expect(read('articles/c.md')).toContain('tags:\n  - كتب\n');
    expect(read('articles/c.md')).toContain('[الكتب](/t/كتب/)');
    expect(await told()).toEqual([]);
  });

  it('back: the name of today is no former one', async () => {
    await run('category local city');
    await run('category city local');
    expect(read('categories/local.yaml')).toBe('# القسم الأول\nname: محليات\naliases: [city]\n');
    expect(await told()).toEqual([]);
  });

  it('nothing in a rehearsal, which lists the files', async () => {
    expect(await run('category local city', true)).toBe(
      [
        'هذه تجربة، ولم يتغيّر شيء. وهذا ما يفعله الأمر بلا --dry-run:',
        'الملف categories/local.yaml يصير categories/city.yaml، وعنوانه القديم يؤدي إلى الجديد.',
        'يتغيّر الاسم في مقالين.',
        'وتتغيّر الروابط إليه في 3 ملفات.',
        '  articles/a.md\n  articles/b.md\n  site.yaml\n  pages/about.md',
      ].join('\n'),
    );
    for (const [file, text] of Object.entries(paper)) expect(read(file)).toBe(text);
  });

  it.each<[when: string, changes: Record<string, string | null>]>([
    ['the old name was written down', { 'categories/local.yaml': 'name: محليات\naliases: [local]\n' }],
    [
      'the file was renamed',
      { 'categories/local.yaml': null, 'categories/city.yaml': 'name: محليات\naliases: [local]\n' },
    ],
    ['the file was renamed by hand', { 'categories/local.yaml': null, 'categories/city.yaml': 'name: محليات\n' }],
  ])('what is left, if it was interrupted after %s', async (_, changes) => {
    for (const [file, text] of Object.entries(changes)) {
      if (text === null) await rm(path.join(environment.contentDirectory, file));
      else await writeContent(environment.contentDirectory, { [file]: text });
    }
    await run('category local city');
    expect(read('categories/city.yaml')).toBe('name: محليات\naliases: [local]\n');
    expect(read('articles/a.md')).toContain('category: city');
    expect(await told()).toEqual([]);
    expect(await run('category local city')).toBe('لم يبق من «local» شيء يصير «city».');
  });

  it('a file that was renamed by hand: the old name is written down in it', async () => {
    await rm(path.join(environment.contentDirectory, 'categories/local.yaml'));
    await writeContent(environment.contentDirectory, { 'categories/city.yaml': 'name: محليات\n' });
    expect(await run('category local city')).toBe(
      [
        'الاسم القديم «local» يُكتب في categories/city.yaml، فيؤدي عنوانه إلى الجديد.',
        'تغيّر الاسم في مقالين.',
        'وتغيّرت الروابط إليه في 3 ملفات.',
      ].join('\n'),
    );
  });

  it('a section in the settings of slots, which are understood before that too', async () => {
    const slots = 'footer:\n  sections: [local, sport] # معًا\nhead:\n  except-sections: "sport، local"\n';
    await writeContent(environment.contentDirectory, {
      'theme/slots.yaml': slots,
      'theme/slots/footer.html': '<p>تابعونا</p>\n',
      'theme/slots/head.html': '<meta name="x" content="y">\n',
    });
    const renamed = slots.replaceAll('local', 'city');
    expect(await run('category local city')).toContain('وتغيّرت الروابط إليه في 4 ملفات.');
    expect(read('theme/slots.yaml')).toBe(renamed);
    await writeContent(environment.contentDirectory, { 'theme/slots.yaml': slots });
    expect(await told()).toEqual([]);
    await run('category local city');
    expect(read('theme/slots.yaml')).toBe(renamed);
  });

  it('links in the theme and in public, and lists the files that have the old address otherwise', async () => {
    await writeContent(environment.contentDirectory, {
      'theme/slots/footer.html': '<a href=/c/local/>محليات</a>\n',
      'theme/components/Box.astro': '---\n---\n<a href="/c/local/">محليات</a>\n',
      'public/old.html': '<a href="/c/local/">محليات</a><script>go(`/c/local/`)</script>\n',
      'public/go.js': "go('/c/local/');\n",
    });
    const said = await run('category local city');
    expect(said).toContain('وتغيّرت الروابط إليه في 6 ملفات.');
    expect(said).toContain(
      'العنوان القديم /c/local مكتوب أيضًا في ما يلي، ولم يغيّره الأمر. راجعه بنفسك:\n  public/go.js\n  public/old.html',
    );
    expect(read('theme/slots/footer.html')).toBe('<a href=/c/city/>محليات</a>\n');
    expect(read('theme/components/Box.astro')).toContain('href="/c/city/"');
    expect(read('public/old.html')).toBe('<a href="/c/city/">محليات</a><script>go(`/c/local/`)</script>\n');
    expect(read('public/go.js')).toBe("go('/c/local/');\n");
  });

  it('all but an article whose front matter it cannot change, which it names', async () => {
    await writeContent(environment.contentDirectory, {
      'articles/d.md': '---\ntitle: ع\ncategory:local\nauthor: huda\ndate: 2022-01-13\n---\nمتن.\n',
    });
    expect(await run('category local city')).toContain(
      'لم يتغيّر الاسم في ما يلي، لأنه مكتوب هناك على وجه لا يُغيَّر به وحده. اكتب فيه «city» مكان «local»:\n  articles/d.md',
    );
  });

  it.each([
    ['', 'اكتب بعد الأمر النوع، ثم الاسم القديم، ثم الجديد: npm run rename -- category local city'],
    ['category local', 'اكتب بعد الأمر النوع، ثم الاسم القديم، ثم الجديد: npm run rename -- category local city'],
    [
      'categry local city',
      'لا يُغيَّر بهذا الأمر اسم «categry». لعلك تقصد category. ما يُغيَّر: category، author، series، page، tag.',
    ],
    [
      'article k7q3m m4t9x',
      'معرّف المقال لا يتغيّر، لأنه عنوانه الذي نُشر ورابطه المختصر. غيّر العنوان في «title» أو اسم الملف كما تشاء، فالمعرّف باقٍ.',
    ],
    ['category local local', 'الاسم الجديد هو القديم نفسه: local'],
    ['category local sport', 'الاسم «sport» لملف موجود، وهو categories/sport.yaml. اختر اسمًا آخر.'],
    ['category locla city', 'لا قسم باسم «locla». لعلك تقصد «local».'],
    ['category weather city', 'لا قسم باسم «weather». الموجود: local، sport.'],
    ['author weather city', 'لا كاتب باسم «weather». الموجود: huda، omar.'],
    ['series weather city', 'لا ملف صحفيًّا باسم «weather». الموجود: floods.'],
    ['page weather city', 'لا صفحة باسم «weather». الموجود: about.'],
    ['tag طقس مناخ', 'لا وسم باسم «طقس».'],
    [
      'category local City',
      '«City» لا يصلح اسمًا، لأنه يصير عنوان صفحة: حروف صغيرة وأرقام، وبين الكلمات شَرطة. اكتبه هكذا: city',
    ],
    ['category local !', '«!» لا يصلح اسمًا، فليس فيه حرف ولا رقم.'],
    ['page about search', 'العنوان /search/ محجوز للموقع نفسه أو لمقال. اختر للصفحة اسمًا آخر.'],
    ['page about k7q3m', 'العنوان /k7q3m/ محجوز للموقع نفسه أو لمقال. اختر للصفحة اسمًا آخر.'],
    ['tag كتب كتب،أدب', '«كتب،أدب» لا يصلح وسمًا واحدًا. اكتب كلمة أو كلمات فيها حرف، بلا فاصلة ولا علامة # في أولها.'],
  ])('refuses %j', async (typed, sentence) => {
    await expect(run(typed)).rejects.toThrow(new CommandFailure(sentence));
    for (const [file, text] of Object.entries(paper)) expect(read(file)).toBe(text);
  });

  it('what the guide says, command by command', async () => {
    const guide = readFileSync(path.join(projectDirectory, 'docs/ar/operator/renaming.md'), 'utf8');
    const commands = [...guide.matchAll(/^npm run rename -- (.*)$/gm)].map(([, typed = '']) =>
      typed.replaceAll('"', ''),
    );
    expect(commands).toHaveLength(6);
    for (const command of commands) {
      const isRehearsal = command.endsWith(' --dry-run');
      expect(await run(command.replace(' --dry-run', ''), isRehearsal)).not.toBe('');
    }
    expect(await told()).toEqual([]);
  });

  it.each<[files: Files, typed: string, sentence: string]>([
    [
      { 'categories/sport.yaml': 'name: رياضة\naliases: [city]\n' },
      'category local city',
      '«city» اسم قديم لـ «sport». احذفه من «aliases» في ملفه أولًا، أو اختر اسمًا آخر.',
    ],
    [
      { 'categories/local.yaml': 'name: "محليات\n' },
      'category local city',
      'لا يُضاف الاسم القديم إلى categories/local.yaml وحده كما هو مكتوب، فلم يتغيّر شيء. افحصه بالأمر npm run check، واكتب فيه local تحت «aliases»، ثم أعد الأمر.',
    ],
    [
      { 'tags.yaml': '- tag: قراءة\n  also: [كتب]\n' },
      'tag كتب مطالعة',
      '«كتب» كتابة أخرى للوسم «قراءة» في tags.yaml. اكتب في الأمر «قراءة» نفسه.',
    ],
    [
      { 'tags.yaml': '- tag: قراءة\n  also: [مطالعة]\n- tag: كتب\n' },
      'tag كتب مطالعة',
      'لكل من «كتب» و«مطالعة» موضع في tags.yaml. اجمعهما فيه بنفسك: انقل ما تحت الأول إلى «also» تحت الثاني، ثم أعد الأمر.',
    ],
    [
      { 'tags.yaml': 'كتب: الكتب\n' },
      'tag كتب مطالعة',
      'لا يُقرأ tags.yaml على وجه يُغيَّر به وحده، فلم يتغيّر شيء. افحصه بالأمر: npm run check',
    ],
  ])('refuses what would break %j: %s', async (files, typed, sentence) => {
    await writeContent(environment.contentDirectory, files);
    await expect(run(typed)).rejects.toThrow(new CommandFailure(sentence));
    expect(read('articles/a.md')).toBe(paper['articles/a.md']);
  });
});
