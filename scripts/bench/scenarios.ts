import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ContentFormat, filesOfArticle } from './content-directory.ts';
import type { BenchArticle, Corpus } from './corpus.ts';

/** In the order in which they are measured: each build starts from the state after the build before it. */
export const scenarioNames = [
  'cold',
  'unchanged',
  'edit',
  'edit-old',
  'publish',
  'cover',
  'live',
  'delete',
  'template',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export const scenarioMeanings: Readonly<Record<ScenarioName, string>> = {
  cold: 'Cold build',
  unchanged: 'Nothing changed',
  edit: 'Newest article edited',
  'edit-old': 'Old article edited',
  publish: 'One article published',
  cover: 'Live coverage begun, with 200 entries',
  live: 'One entry saved in live coverage',
  delete: 'One article deleted',
  template: 'Template of all pages edited',
};

/**
 * The articles that the scenarios edit, publish or delete. Nothing links to the newest ones (`linkDistance` in
 * corpus.ts).
 */
export interface ScenarioArticles {
  newest: BenchArticle;
  /** Older than three quarters of the archive. */
  old: BenchArticle;
  /** An hour newer than `newest`, and not in the corpus yet. */
  upcoming: BenchArticle;
}

const hour = 3_600_000;

/** The entries of live coverage before the one that a scenario saves. */
const entryCount = 200;

/** @param count the number of articles in the corpus, at least two */
export function chooseScenarioArticles(corpus: Corpus, count: number): ScenarioArticles {
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

/** Changes the content for a scenario. The text of an edit names the round, so that no two edits are the same. */
export function changeContent(
  scenario: ScenarioName,
  { newest, old, upcoming }: ScenarioArticles,
  format: ContentFormat,
  directory: string,
  round: number,
): void {
  if (scenario === 'edit') writeArticle(addParagraph(newest, round), format, directory);
  if (scenario === 'edit-old') writeArticle(addParagraph(old, round), format, directory);
  if (scenario === 'publish') writeArticle(upcoming, format, directory);
  if (scenario === 'cover') {
    writeArticle({ ...upcoming, isLive: true }, format, directory);
    for (let number = 0; number < entryCount; number += 1) writeEntry(upcoming, number, format, directory);
  }
  if (scenario === 'live') writeEntry(upcoming, entryCount + round, format, directory);
  if (scenario === 'delete') removeArticle(newest, format, directory);
}

/** Undoes everything that `changeContent` did. */
export function restoreContent(
  { newest, old, upcoming }: ScenarioArticles,
  format: ContentFormat,
  directory: string,
): void {
  writeArticle(newest, format, directory);
  writeArticle(old, format, directory);
  removeArticle(upcoming, format, directory);
  const covered = format.liveFolder?.(upcoming);
  if (covered !== undefined) rmSync(path.join(directory, covered), { recursive: true, force: true });
}

/** Puts an empty element at the end of the template, and so of every page. A later round replaces it. */
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
  for (const [name, content] of filesOfArticle(article, format)) {
    const file = path.join(directory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function writeEntry(article: BenchArticle, number: number, format: ContentFormat, directory: string): void {
  const folder = format.liveFolder?.(article);
  const text = format.entryText?.(article, number);
  if (folder === undefined || text === undefined) return;
  mkdirSync(path.join(directory, folder), { recursive: true });
  writeFileSync(path.join(directory, folder, `${String(number).padStart(4, '0')}.md`), text);
}

function removeArticle(article: BenchArticle, format: ContentFormat, directory: string): void {
  for (const [name] of filesOfArticle(article, format)) rmSync(path.join(directory, name), { force: true });
}
