import { openRulebook, type ReviewedFile, reviewFile } from '../../../src/editorial/review-file.ts';
import type { RuleId } from '../../../src/schema/rules.ts';

const houseStyle = [{ preferred: 'يوتيوب', avoid: ['يوتوب', 'اليوتوب'] }];
const matter = ['title: عنوان الخبر', 'author: huda', 'date: 2026-11-20', 'category: world'];

/** Reviews an article with this body, which begins on line 7. */
export function reviewBody(body: string, { off = [], format = 'md' }: ReviewOptions = {}): ReviewedFile {
  const text = `---\n${matter.join('\n')}\n---\n${body}`;
  return reviewFile({ file: `articles/a.${format}`, text }, openRulebook(off, houseStyle));
}

/** Reviews an article with these lines of front matter, the first on line 2. */
export function reviewMatter(...lines: string[]): ReviewedFile {
  return reviewFile(
    { file: 'articles/a.md', text: `---\n${lines.join('\n')}\n---\n\nمتن.\n` },
    openRulebook([], houseStyle),
  );
}

export function fixBody(body: string, options: ReviewOptions = {}): string {
  return reviewBody(body, options)
    .fixed.split('\n')
    .slice(matter.length + 2)
    .join('\n');
}

export function told({ findings }: ReviewedFile): [place: string, rule: string, isFixable: boolean][] {
  return findings.map(({ line, column, rule, isFixable }) => [`${line}:${column}`, rule, isFixable]);
}

export interface ReviewOptions {
  off?: RuleId[];
  format?: 'md' | 'mdx';
}
