import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { openLibrary } from '../../src/library/library.ts';
import type { Problem } from '../../src/schema/problem.ts';
import { completeArticle, type Example, showHidden, withId } from './guide.ts';
import { type Files, writeContent } from './write-content.ts';

/** A fixed clock in epoch milliseconds, later than every date in the guide. */
export const guideTime = Date.UTC(2028, 0, 1);
const folder = 'articles/2026/11';

/**
 * Returns the whole files in the guide and the photos and other files that they refer to. A file that the guide shows twice has its
 * last version.
 */
export async function guideFiles(examples: readonly Example[]): Promise<Files> {
  const shown = examples.filter(isWholeFile).map(({ mark, text }) => [mark, `${text}\n`] as const);
  const photographs = ['tower', 'reading-room', 'gear', 'stairs', 'photos/reading-room'].map(
    (name) => `${folder}/${name}.jpg`,
  );
  const photograph = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#d9c9a3' } })
    .jpeg()
    .toBuffer();
  const attachments = [
    ['tower-report.pdf', { bytes: 12_000 }],
    ['جدول الزوّار.xlsx', { bytes: 4000 }],
    ['bell.mp3', { bytes: 90_000 }],
    ['climb.mp4', { bytes: 900_000 }],
  ] as const;
  return Object.fromEntries([
    ...shown,
    ...photographs.map((file) => [file, photograph] as const),
    ['public/files/report.pdf', { bytes: 20_000 }],
    ...attachments.map(([name, content]) => [`${folder}/${name}`, content] as const),
  ]);
}

export function isWholeFile({ mark }: Example): boolean {
  return /^\S+\.(?:md|mdx|yaml)$/.test(mark);
}

/** True for an example that shows a body without its front matter. */
export function isBody({ language, mark }: Example): boolean {
  return /^mdx?$/.test(language) && (mark === '' || mark.startsWith('متن'));
}

/** True for an example that shows correct lines of front matter. */
export function isMatter({ language, mark }: Example): boolean {
  return language === 'yaml' && (mark === '' || mark === 'مستثنى');
}

export interface ShownExample {
  example: Example;
  /** Relative to the content directory. */
  file: string;
  text: string;
  /** Relative to the output; undefined for settings and the list of spellings, which have no page. */
  page?: string;
}

/** Assigns a file to each example with a page of its own. One site is built from all these files. */
export function placeExamples(examples: readonly Example[]): ShownExample[] {
  const files = examples.filter(isWholeFile).map((example, index, all): ShownExample => {
    const { mark: file, text } = example;
    const isLast = all.findLastIndex(({ mark }) => mark === file) === index;
    if (!isLast) return placeArticle(example, text, `w${String(index).padStart(4, '0')}`);
    return { example, file, text, ...withPage(pageOf(file, text)) };
  });
  const bodies = examples.filter(isBody).map((example, index) => {
    return placeArticle(example, completeArticle('', example.text), `b${String(index).padStart(4, '0')}`);
  });
  return [...files, ...bodies];
}

function placeArticle(example: Example, text: string, id: string): ShownExample {
  return {
    example,
    file: `${folder}/${id}.${example.language}`,
    text: withId(text, id),
    page: `${id}/index.html`,
  };
}

function withPage(page: string | undefined): { page?: string } {
  return page === undefined ? {} : { page };
}

function pageOf(file: string, text: string): string | undefined {
  const [kind, name = ''] = file.replace(/\.\w+$/, '').split('/');
  switch (kind) {
    case 'articles':
      return `${/^id: (.*)$/m.exec(text)?.[1]}/index.html`;
    case 'pages':
      return `${name}/index.html`;
    case 'authors':
      return `a/${name}/index.html`;
    case 'categories':
      return `c/${name}/index.html`;
    case 'series':
      return `s/${name}/index.html`;
    default:
      return undefined;
  }
}

/** Assigns a file of the content directory to a wrong example. */
export function placeMistake({ language, text, mark }: Example, files: Files): { file: string; text: string } {
  const written = showHidden(text);
  const named = mark.slice('خطأ'.length).trim();
  const article = `${folder}/مثال.${language === 'mdx' ? 'mdx' : 'md'}`;
  if (named === 'إعدادات') return { file: 'site.yaml', text: completeSettings(written, files) };
  if (named === 'ملف') return { file: article, text: written };
  if (named !== '') return { file: named, text: written };
  return { file: article, text: language === 'yaml' ? completeArticle(written) : completeArticle('', written) };
}

/** Returns the settings of the guide's site, in which `lines` replace the lines for the same key. */
export function completeSettings(lines: string, files: Files): string {
  const key = lines.split(':')[0];
  const others = String(files['site.yaml']).replace(new RegExp(`^${key}:.*\\n(?: .*\\n)*`, 'm'), '');
  return `${others}${lines}\n`;
}

/** Finds the problems of one file in a content directory that has `files` too. */
export async function problemsOf(file: string, text: string, files: Files, root: string): Promise<Problem[]> {
  const directory = await mkdtemp(path.join(root, 'guide-'));
  const contentDirectory = path.join(directory, 'content');
  await writeContent(contentDirectory, { ...files, [file]: text });
  const { problems } = await openLibrary({
    contentDirectory,
    publicDirectory: path.join(directory, 'public'),
    cacheDirectory: path.join(root, 'guide-cache'),
    now: guideTime,
    includeUnpublished: true,
    fingerprint: 'guide',
  });
  return problems;
}

/** Formats problems as the guide does: the message, and below it the corrected line if there is one. */
export function tell(problems: readonly Pick<Problem, 'message' | 'suggestion'>[]): string {
  return problems
    .flatMap(({ message, suggestion }) => [message, ...(suggestion === undefined ? [] : [`    ${suggestion}`])])
    .join('\n');
}

/** Applies the suggested correction to each line that has one. */
export function correct(text: string, problems: readonly Problem[]): string {
  const lines = text.split('\n');
  for (const { line, suggestion } of problems) if (suggestion !== undefined) lines[line - 1] = suggestion;
  return lines.join('\n');
}
