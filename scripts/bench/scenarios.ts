import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ContentFormat } from './content-directory.ts';
import type { BenchArticle, Corpus } from './corpus.ts';

/** In the order in which they are measured: each build finds what the one before it has left. */
export const scenarioNames = ['cold', 'unchanged', 'edit', 'edit-old', 'publish', 'delete', 'template'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export const scenarioMeanings: Readonly<Record<ScenarioName, string>> = {
  cold: 'Cold build',
  unchanged: 'Nothing changed',
  edit: 'Newest article edited',
  'edit-old': 'Old article edited',
  publish: 'One article published',
  delete: 'One article deleted',
  template: 'Template of all pages edited',
};

/** The articles that the scenarios touch. No other article links to the newest ones, so that one may be deleted. */
export interface Cast {
  newest: BenchArticle;
  /** A quarter of the archive is older. */
  old: BenchArticle;
  /** Not in the corpus yet. */
  upcoming: BenchArticle;
}

const hour = 3_600_000;

/** @param count articles in the corpus, at least two */
export function castArticles(corpus: Corpus, count: number): Cast {
  const byDate = Array.from({ length: count }, (_, number) => ({ number, date: corpus.publishedAt(number) })).sort(
    (a, b) => a.date - b.date || a.number - b.number,
  );
  const newest = byDate.at(-1);
  const old = byDate[Math.floor(count / 4)];
  if (newest === undefined || old === undefined || newest === old) throw new RangeError('Two articles are needed.');
  return {
    newest: corpus.article(newest.number),
    old: corpus.article(old.number),
    upcoming: corpus.article(count, newest.date + hour),
  };
}

/** Brings the content to the state that a scenario builds. The edits of another round are other edits. */
export function changeContent(
  scenario: ScenarioName,
  { newest, old, upcoming }: Cast,
  format: ContentFormat,
  directory: string,
  round: number,
): void {
  if (scenario === 'edit') writeArticle(addParagraph(newest, round), format, directory);
  if (scenario === 'edit-old') writeArticle(addParagraph(old, round), format, directory);
  if (scenario === 'publish') writeArticle(upcoming, format, directory);
  if (scenario === 'delete') removeArticle(newest, format, directory);
}

/** Takes back all that `changeContent` has done. */
export function restoreContent({ newest, old, upcoming }: Cast, format: ContentFormat, directory: string): void {
  writeArticle(newest, format, directory);
  writeArticle(old, format, directory);
  removeArticle(upcoming, format, directory);
}

/** Puts an empty element at the end of every page. */
export function changeTemplate(file: string, round: number): void {
  const markup = readFileSync(file, 'utf8');
  const marked = markup.replace(
    /(?:<span hidden data-round="\d+"><\/span>)?<\/body>/,
    `<span hidden data-round="${round}"></span></body>`,
  );
  if (marked === markup) throw new Error(`${file} has no </body> that can be edited.`);
  writeFileSync(file, marked);
}

function addParagraph(article: BenchArticle, round: number): BenchArticle {
  return { ...article, body: `${article.body}\n\nأُضيفت هذه الفقرة في الجولة ${round} من القياس.` };
}

function writeArticle(article: BenchArticle, format: ContentFormat, directory: string): void {
  const file = path.join(directory, format.articleFile(article));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, format.articleText(article));
}

function removeArticle(article: BenchArticle, format: ContentFormat, directory: string): void {
  rmSync(path.join(directory, format.articleFile(article)), { force: true });
}
