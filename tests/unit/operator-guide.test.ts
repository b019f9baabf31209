import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/commands/command-line.ts';
import { commands } from '../../src/commands/commands.ts';
import { openRulebook, reviewFile } from '../../src/editorial/review-file.ts';
import { parseArticle } from '../../src/schema/article.ts';
import { parseCategory } from '../../src/schema/category.ts';
import { parseSite, siteSchema } from '../../src/schema/site.ts';
import { parseTags, tagsFile } from '../../src/schema/tags.ts';
import { type CommandName, commandLines } from '../../src/strings/command-lines.ts';
import { projectDirectory } from '../support/build-site.ts';
import { collect, completeArticle, findExamples, findSections, parseGuide } from '../support/guide.ts';
import { splitWords } from '../support/shell-words.ts';

const folder = 'docs/ar/operator';
const pages = readdirSync(path.join(projectDirectory, folder)).sort();
const read = (page: string) => readFileSync(path.join(projectDirectory, folder, page), 'utf8');
const rulebook = openRulebook([], []);

/** The commands of the operator's guide that are not Warraq's. */
const otherCommands = [
  ...['npm install', 'npm ci', 'npm start', 'cd', 'mkdir', 'cp', 'git'],
  ...['ssh-keygen', 'ssh-copy-id', 'ssh-keyscan', 'rclone', 'exiftool'],
];

describe('the guide of operators', () => {
  it.each(pages)('follows the rules of the paper: %s', (page) => {
    const text = `---\ntitle: دليل\n---\n${read(page)}`;
    const lines = text.split('\n');
    // The table of the interface's words has them as readers see them, with the spaces of the reference page.
    const isWord = (line: number) => page === 'labels.md' && lines[line - 1]?.startsWith('| `');
    const findings = reviewFile({ file: `pages/${page}`, text }, rulebook).findings.filter(({ line }) => !isWord(line));
    expect(findings.map(({ line, rule, excerpt }) => `${line - 3}: ${rule} ${excerpt.typed}`)).toEqual([]);
  });

  it.each(pages)('has only commands that the program reads, with flags that it knows: %s', (page) => {
    const unknown = commandsIn(read(page)).filter((command) => !isRead(command));
    expect(unknown).toEqual([]);
  });

  it.each(pages)('shows only settings and front matter that are accepted: %s', (page) => {
    const faults = findExamples(page, read(page))
      .filter(({ language, mark }) => language === 'yaml' && /^(?:tags\.yaml|categories\/.*)?$/.test(mark))
      .flatMap(({ text, mark }) => {
        if (mark === tagsFile) return parseTags(text).problems;
        if (mark.startsWith('categories/')) return parseCategory(mark, 'city', text).problems;
        const isMatter = text.startsWith('date:');
        if (isMatter) return parseArticle('articles/a.md', completeArticle(text), 'Asia/Amman').problems;
        return parseSite(completeSettings(text)).problems;
      });
    expect(faults).toEqual([]);
  });

  it('is linked from the README of the repository, and links all its pages', () => {
    expect(readFileSync(path.join(projectDirectory, 'README.md'), 'utf8')).toContain(`](${folder}/README.md)`);
    const linked = collect([parseGuide(read('README.md'))], (node) => (node.type === 'link' ? node.url : undefined));
    expect(pages.filter((page) => page !== 'README.md' && !linked.includes(page))).toEqual([]);
  });

  it.each(pages.filter((page) => page !== 'README.md'))('names the page as it names itself: %s', (page) => {
    const [, title = ''] = /^# (.+)\n/.exec(read(page)) ?? [];
    expect(read('README.md')).toContain(`| [${title}](${page}) |`);
  });
});

describe('the table of what an operator changes', () => {
  const section = findSections(parseGuide(read('README.md'))).find(({ heading }) => heading.startsWith('ما يغيّره'));
  const rows = collect(section?.nodes ?? [], (node) => (node.type === 'tableRow' ? node : undefined)).slice(1);
  const codeIn = (row: TableRow, cell: number) =>
    collect(row.children[cell] ? [row.children[cell]] : [], (node) =>
      node.type === 'inlineCode' ? node.value : undefined,
    );
  const changed = rows.map((row) => ({ what: textOf(row.children[0]), where: codeIn(row, 1), tests: codeIn(row, 2) }));

  it.each(changed.map(({ what, where }) => [what, where] as const))('names what there is: %s', (_, where) => {
    const [first = '', second] = where;
    if (second === 'content/site.yaml') expect(Object.keys(siteSchema.shape)).toContain(first.split('.')[0]);
    else expect(newsroomFiles.some((name) => (second ?? first).startsWith(name))).toBe(true);
    if (first === 'aliases') expect(second).toMatch(/^content\//);
  });

  it.each(changed.map(({ what, tests }) => [what, tests] as const))('names its test: %s', (_, tests) => {
    expect(tests).toHaveLength(1);
    expect(tests.filter((file) => !existsSync(path.join(projectDirectory, file)))).toEqual([]);
  });

  it('has a row for every setting', () => {
    const named = changed.flatMap(({ where: [first = '', second] }) =>
      second === 'content/site.yaml' ? [first.split('.')[0]] : [],
    );
    expect(Object.keys(siteSchema.shape).filter((key) => !named.includes(key))).toEqual([]);
  });
});

/** The files and folders of a newsroom besides `site.yaml`. */
const newsroomFiles = [
  ...['categories/', 'authors/', 'pages/', 'public/', 'theme/', '.comments/', 'articles/'].map(
    (folder) => `content/${folder}`,
  ),
  ...['style', 'search-aliases', 'tags', 'front-page'].map((name) => `content/${name}.yaml`),
  ...['content/comment-terms.md', 'package.json', 'warraq.yaml', 'wrangler.jsonc', 'netlify.toml', 'vercel.json'],
  ...['.github/workflows/publish.yml', '.github/workflows/pull-request.yml'],
];

/** Lists the commands in blocks for the shell, and those of Warraq in the text. */
function commandsIn(text: string): string[] {
  const blocks = findExamples('', text).filter(({ language }) => language === 'sh');
  const inline = collect([parseGuide(text)], (node) =>
    node.type === 'inlineCode' && /^(?:npm run|npx warraq) \w/.test(node.value) ? node.value : undefined,
  );
  const lines = blocks.flatMap((block) => block.text.replace(/ \\\n/g, ' ').split('\n'));
  return [...lines, ...inline].filter((line) => line !== '' && !line.startsWith('#'));
}

/** Whether a command is Warraq's, with words that it reads, or one of another program that the guide needs. */
function isRead(command: string): boolean {
  const typed = command.replace(/^(?:[A-Z_]+=\S+ )+/, '');
  const [, name, rest = ''] = /^(?:npm run|npx warraq) (\S+)(?: (.*))?$/.exec(typed) ?? [];
  if (name === undefined) return otherCommands.some((other) => typed === other || typed.startsWith(`${other} `));
  if (!Object.hasOwn(commandLines, name)) return Object.hasOwn(commands, name) && rest === '';
  const words = splitWords(rest);
  readCommandLine(name as CommandName, words[0] === '--' ? words.slice(1) : words);
  return true;
}

const settings = { title: 'نافذة', description: 'أخبار', url: 'https://nafidha.example' };

/** Returns settings that have these lines and what is required besides. */
function completeSettings(lines: string): string {
  const others = Object.entries(settings).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(lines));
  return `${others.map(([key, value]) => `${key}: ${value}\n`).join('')}${lines}\n`;
}
