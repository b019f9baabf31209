import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkContent } from '../../../../src/commands/check-content.ts';
import { completeAnswers } from '../../../../src/commands/init/answers.ts';
import { composeNewsroom, findPathBelowRoot } from '../../../../src/commands/init/newsroom-files.ts';
import { chooseDirectory, refuseEngineDirectory, writeNewsroom } from '../../../../src/commands/init/write-newsroom.ts';
import { resolveEnvironment } from '../../../../src/library/environment.ts';
import { projectDirectory } from '../../../support/build-site.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'warraq-init-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const { answers } = completeAnswers(
  {
    title: 'الضفة: أخبار «البلدة»',
    description: 'ما يجري في البلدة، كل يوم',
    url: 'https://news.example',
    section: 'أخبار البلدة',
    author: 'مها سليم',
  },
  'Asia/Beirut',
);
const newsroom = { answers, articleId: 'k7q3m', now: Date.parse('2026-07-31T22:30:45Z') };
const article = 'content/articles/2026/08/مقالنا-الأول-كيف-يكتب-مقال-هنا.md';

const everyHost = ['.gitignore', 'README.md', 'content/site.yaml', 'content/authors/mha-slym.yaml'];
const workflows = ['.github/workflows/publish.yml', '.github/workflows/pull-request.yml'];

describe('a new newsroom', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(root, 'paper-'));
  });

  it.each<[host: string, files: string[]]>([
    ['none', []],
    ['gitlab', []],
    ['github', workflows],
    ['cloudflare', [...workflows, 'wrangler.jsonc']],
    ['netlify', [...workflows, 'netlify.toml']],
    ['vercel', [...workflows, 'vercel.json']],
    ['nginx', workflows],
    ['caddy', workflows],
  ])('for the host %s has its files', (host, files) => {
    const written = [...composeNewsroom({ ...newsroom, answers: { ...answers, host } }).keys()];
    const others = ['content/categories/news.yaml', 'content/pages/about.md', article];
    expect(written).toEqual([...everyHost, ...others, ...files]);
  });

  it('has no problem and no finding, and says what was answered', async () => {
    const { files, localEngine } = await writeNewsroom(directory, projectDirectory, newsroom);
    expect(files).toContain('package.json');
    expect(localEngine).toBe(projectDirectory);
    const environment = {
      ...resolveEnvironment(new URL('../../../../', import.meta.url), {}),
      contentDirectory: path.join(directory, 'content'),
      cacheDirectory: path.join(directory, '.cache'),
      now: newsroom.now + 60_000,
    };
    const { problems, findings } = await checkContent(environment);
    expect([...problems, ...findings]).toEqual([]);
    const read = (file: string) => readFileSync(path.join(directory, file), 'utf8');
    expect(parse(read('content/site.yaml'))).toMatchObject({ title: answers.title, months: 'levant', host: 'none' });
    expect(read('README.md')).toContain(`# ${answers.title}\n\n${answers.description}\n`);
    expect(read(article)).toContain('date: 2026-08-01T01:30:00+03:00\ncategory: news\nid: k7q3m\n');
  });

  it('has its address without a slash at the end', () => {
    const settings = composeNewsroom({ ...newsroom, answers: { ...answers, url: 'https://news.example/daily/' } });
    expect(settings.get('content/site.yaml')).toContain('\nurl: https://news.example/daily\n');
  });

  it('keeps out of its repository every folder that the guide builds into', () => {
    const staging = readFileSync(path.join(projectDirectory, 'docs/ar/operator/staging.md'), 'utf8');
    const folders = [...staging.matchAll(/--output (\S+)/g)].map(([, folder]) => `${folder}/`);
    expect(folders.length).toBeGreaterThan(0);
    const inside = folders.filter((folder) => !folder.startsWith('../'));
    expect(composeNewsroom(newsroom).get('.gitignore')?.split('\n')).toEqual(expect.arrayContaining(inside));
  });

  it('is made in one directory', () => {
    expect([chooseDirectory([]), chooseDirectory(['paper'])]).toEqual(['.', 'paper']);
    expect(() => chooseDirectory(['pe', 'pf'])).toThrow(
      'بعد الأمر أكثر من مجلد: «pe»، «pf». اكتب مجلدًا واحدًا، وإن كان في اسمه فراغ فضعه بين علامتي اقتباس.',
    );
  });

  it.each<[host: string, url: string, below: string]>([
    ['cloudflare', 'https://news.example/daily', '/daily'],
    ['netlify', 'https://news.example/', ''],
    ['github', 'https://user.github.io/news', ''],
    ['nginx', 'https://news.example/daily', ''],
  ])('at %s with the address %s has the path «%s» that its host does not serve', (host, url, below) => {
    expect(findPathBelowRoot({ host, url })).toBe(below);
  });

  it('keeps the comments of its settings', () => {
    const settings = composeNewsroom(newsroom).get('content/site.yaml') ?? '';
    expect(settings.split('\n').filter((line) => line.startsWith('#')).length).toBeGreaterThan(15);
  });

  it('is not written over anything, and what is in the way is told', async () => {
    mkdirSync(path.join(directory, 'content'));
    writeFileSync(path.join(directory, 'README.md'), 'x');
    writeFileSync(path.join(directory, 'package.json'), '{"scripts":{"build":"hugo"}}');
    await expect(writeNewsroom(directory, projectDirectory, newsroom)).rejects.toThrow(
      `في المجلد ${directory} ما لا يُكتب فوقه، فلم يُكتب شيء. انقله أو اختر مجلدًا آخر:\n  content\n  README.md\n  package.json`,
    );
    expect(readdirSync(directory).sort()).toEqual(['README.md', 'content', 'package.json']);
    expect(readdirSync(path.join(directory, 'content'))).toEqual([]);
  });

  it('is written beside what npm install has left', async () => {
    writeFileSync(path.join(directory, 'package.json'), '{"dependencies":{"warraq":"file:../warraq.tgz"}}');
    mkdirSync(path.join(directory, 'node_modules'));
    await writeNewsroom(directory, projectDirectory, newsroom);
    const { dependencies } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
    expect(dependencies).toEqual({ warraq: 'file:../warraq.tgz' });
    expect(existsSync(path.join(directory, article))).toBe(true);
  });

  it('is not written into the engine', () => {
    const inside = path.join(projectDirectory, 'papers');
    expect(() => refuseEngineDirectory(inside, projectDirectory)).toThrow(
      `المجلد ${inside} هو مجلد البرنامج نفسه، فلا تُنشأ فيه صحيفة. اكتب بعد الأمر مجلدًا غيره، مثل: npm run init -- ../my-paper`,
    );
    expect(() => refuseEngineDirectory(directory, projectDirectory)).not.toThrow();
  });
});
