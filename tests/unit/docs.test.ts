import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectDirectory } from '../support/build-site.ts';

const documents = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs').filter((file) => file.endsWith('.md'))];
const sources = ['src', 'scripts', 'tests'].flatMap(filesBelow);
const fileNames = new Set(sources.map((file) => path.posix.basename(file)));
const rooms = readdirSync(path.join(projectDirectory, 'src'));
/** Examples of file names in CONTRIBUTING, and files that `npm run init` writes into newsrooms. */
const namesOfNoFile = new Set([
  ...['.ts', 'kebab-case.ts', 'PascalCase.astro'],
  ...['.github/workflows/publish.yml', '.github/workflows/pull-request.yml'],
]);
const fencedCode = /^( *)(```|~~~)[\s\S]*?^\1\2/gm;
const codeSpan = /`([^`\n]+)`/g;

describe('documents', () => {
  it.each(documents)('name files in backticks that exist: %s', (document) => {
    expect(findPaths(read(document)).filter((found) => !isThere(found))).toEqual([]);
  });

  it.each(documents)('link to files that exist: %s', (document) => {
    const targets = findLinks(read(document)).map((link) => path.posix.join(path.posix.dirname(document), link));
    expect(targets.filter((target) => !existsSync(path.join(projectDirectory, target)))).toEqual([]);
  });

  it.each<[text: string, paths: string[]]>([
    [
      '`src/lib/arabic/slug.ts`, `lib/arabic`, `urls.ts` and `pages/`',
      ['src/lib/arabic/slug.ts', 'lib/arabic', 'urls.ts', 'pages/'],
    ],
    ['`build/coded-records.ts` and `../src/lib/digest.ts`', ['build/coded-records.ts', '../src/lib/digest.ts']],
    ['`content/site.yaml`, `pages/about.md`, `npm run check`, `/k7q3m/`, `and/or`, `src/build/*.ts`', []],
    ['```sh\nnode `src/none.ts`\n```', []],
  ])('%j names its files', (text, paths) => {
    expect(findPaths(text)).toEqual(paths);
  });

  it.each<[found: string, exists: boolean]>([
    ['src/lib/arabic/slug.ts', true],
    ['lib/arabic/slug.ts', true],
    ['slug.ts', true],
    ['src/build/slug.ts', false],
    ['lib/slug.ts', false],
    ['no-such-file.ts', false],
  ])('%s exists: %s', (found, exists) => {
    expect(isThere(found)).toBe(exists);
  });
});

describe('the walk of an article', () => {
  const stops = [...read('docs/architecture.md').matchAll(/^\| \d+ \| `([^`]+)` \| `(\w+)` \|/gm)];

  it.each(stops.map(([, file = '', name = '']) => [file, name]))('stops in %s at %s, which is there', (file, name) => {
    expect(read(file)).toMatch(new RegExp(`^(?:export )?(?:async )?function ${name}\\b`, 'm'));
  });

  it('has twenty stops', () => {
    expect(stops).toHaveLength(20);
  });
});

describe('the table of features', () => {
  const rows = [...read('docs/features.md').matchAll(/^\| (.+?) \| ([YPN]) \| (.*?) \| (.*?) \|$/gm)];

  it('has the 70 rows of the comparison, and counts them rightly', () => {
    const count = (state: string) => rows.filter(([, , found]) => found === state).length;
    expect(rows).toHaveLength(70);
    expect(count('Y')).toBeGreaterThanOrEqual(60);
    expect(read('docs/features.md')).toContain(`Of 70 rows ${count('Y')} are Y, ${count('P')} P and ${count('N')} N;`);
  });

  it('names a file for every feature that is there, and a reason for every other', () => {
    const unproven = rows.filter(([, , state, files = '', note = '']) =>
      state === 'Y' ? !files.includes('`') : !note.includes('(decisions/'),
    );
    expect(unproven.map(([, feature]) => feature)).toEqual([]);
  });
});

describe('a decision', () => {
  const directory = 'docs/decisions';
  const decisions = readdirSync(path.join(projectDirectory, directory)).filter((file) => /^\d/.test(file));
  const index = read(`${directory}/README.md`);

  it.each(decisions)('has the prescribed header and sections and a line in the index: %s', (file) => {
    const text = read(`${directory}/${file}`);
    const number = file.slice(0, 4);
    const [, title] = new RegExp(`^# ${number}: (.+)\n\nStatus: (?:accepted|superseded)\\b.*\n\n## `).exec(text) ?? [];
    expect(title).toBeDefined();
    expect(index).toContain(`* [${number}](${file}) ${title}`);
    const sections = [...text.matchAll(/^## (.+)$/gm)].map(([, section]) => section);
    expect(sections).toEqual(['Context', 'Decision', 'Consequences'].slice(0, sections.length));
    expect(sections).toContain('Decision');
  });
});

/**
 * Finds the code spans that name a file or a folder of the project; patterns such as `*.ts` and files of a newsroom are
 * left out.
 */
function findPaths(markdown: string): string[] {
  const text = markdown.replace(fencedCode, '');
  return [...text.matchAll(codeSpan)].map(([, span = '']) => span).filter(isPath);
}

function isPath(span: string): boolean {
  if (!/^[\w.@/[\]-]+$/.test(span) || namesOfNoFile.has(span)) return false;
  if (/\.(?:ts|mjs|astro)$/.test(span)) return true;
  if (/^(?:\.\.\/)*(?:src|scripts|tests|docs|\.github)\//.test(span)) return true;
  const [room = '', ...rest] = span.split('/');
  return rooms.includes(room) && rest.length > 0 && !span.includes('.');
}

/**
 * Whether a file exists. Documents write `lib/digest.ts` for `src/lib/digest.ts`, and `digest.ts` if they have named
 * the folder before.
 */
function isThere(found: string): boolean {
  if (!found.includes('/')) return fileNames.has(found) || existsSync(path.join(projectDirectory, found));
  return ['', 'src'].some((base) => existsSync(path.join(projectDirectory, base, found.replace(/^(?:\.\.\/)+/, ''))));
}

/** Finds the targets of links within the project, without their anchors. */
function findLinks(markdown: string): string[] {
  const text = markdown.replace(fencedCode, '').replace(codeSpan, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => decodeURI(target).replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^(?:[a-z]+:|\/)/.test(target));
}

function filesBelow(directory: string): string[] {
  return readdirSync(path.join(projectDirectory, directory), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.posix.join(path.relative(projectDirectory, parentPath), name));
}

function read(file: string): string {
  return readFileSync(path.join(projectDirectory, file), 'utf8');
}
