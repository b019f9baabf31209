import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BenchArticle, type Corpus, timeZone } from './corpus.ts';

/** How a generator reads the corpus. Paths are relative to its content directory. */
export interface ContentFormat {
  /** Returns the texts of all files except articles, by path: settings, authors, sections. */
  otherFiles(corpus: Corpus): Record<string, string>;
  articleFile(article: BenchArticle): string;
  articleText(article: BenchArticle): string;
  /** The file of an article's photo; undefined if the generator shows no photos. */
  photoFile?(article: BenchArticle): string;
  /** The folder and the texts of the entries of an article's live coverage; undefined if the generator has none. */
  liveFolder?(article: BenchArticle): string;
  entryText?(article: BenchArticle, number: number): string;
}

/** Writes the first `count` articles of a corpus, and the other files, into an empty directory. */
export function writeCorpus(corpus: Corpus, count: number, format: ContentFormat, directory: string): void {
  const made = new Set<string>();
  const write = (file: string, text: string | Buffer): void => {
    const absolute = path.join(directory, file);
    const parent = path.dirname(absolute);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(absolute, text);
  };
  for (const [file, text] of Object.entries(format.otherFiles(corpus))) write(file, text);
  for (let number = 0; number < count; number += 1) {
    for (const [file, content] of filesOfArticle(corpus.article(number), format)) write(file, content);
  }
}

/** Returns the contents of an article's file and of its photo, by path. */
export function filesOfArticle(
  article: BenchArticle,
  format: ContentFormat,
): [file: string, content: string | Buffer][] {
  const files: [string, string | Buffer][] = [[format.articleFile(article), format.articleText(article)]];
  if (article.photo && format.photoFile) files.push([format.photoFile(article), article.photo()]);
  return files;
}

/** Returns the name of an article's photo as its front matter has it. */
export function namePhoto({ path: place, photo }: BenchArticle): string | undefined {
  return photo && `${path.posix.basename(place)}.jpg`;
}

/**
 * Formats a Markdown file with YAML front matter. Values are written as they are, because no text of a corpus needs
 * quotes in YAML.
 */
export function frontMatter(
  fields: readonly (readonly [key: string, value: string | undefined])[],
  body: string,
): string {
  const lines = fields.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

export function yamlList(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}

/** Formats a date in the corpus's time zone: `2026-11-19T17:30:00+03:00`. */
export function localDate(date: number): string {
  return new Date(date + timeZone.milliseconds).toISOString().slice(0, 19) + timeZone.offset;
}
