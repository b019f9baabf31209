import { slugify } from '../lib/arabic/slug.ts';
import { isoWithOffset, localFields } from '../lib/time-zone.ts';

export interface ArticleDraft {
  title: string;
  author: string;
  category: string;
  id: string;
  reporter?: string;
  summary?: string;
  draft: boolean;
  format: 'md' | 'mdx';
  /** Epoch milliseconds. */
  now: number;
  timeZone: string;
}

/** The file of a new article: where it goes in the content directory, and its text. */
export function composeDraft(article: ArticleDraft): { file: string; text: string } {
  const instant = new Date(Math.floor(article.now / 60_000) * 60_000).toISOString();
  const { year, month } = localFields(instant, article.timeZone);
  const slug = slugify(article.title) || article.id;
  const quoted = JSON.stringify;
  const lines = [
    '---',
    `title: ${quoted(article.title)}`,
    `author: ${article.author}`,
    `date: ${isoWithOffset(instant, article.timeZone)}`,
    `category: ${article.category}`,
    `id: ${article.id}`,
    article.summary ? `summary: ${quoted(article.summary)}` : '# summary: جملة تظهر تحت العنوان وفي القوائم',
    article.reporter ? `reporter: ${quoted(article.reporter)}` : '# reporter: { name: من كتب الخبر, gender: female }',
    '# kicker: كلمات فوق العنوان',
    '# dateline: المدينة التي كُتب منها',
    '# image: { src: photo.jpg, alt: وصف الصورة لمن لا يراها, caption: التعليق, credit: المصوّر }',
    '# tags: [وسم, وسم آخر]',
    '# last-updated: 2026-01-31 14:05',
    ...(article.draft ? ['draft: true'] : []),
    '---',
    '',
    'اكتب نص المقال هنا.',
    '',
  ];
  const folder = `articles/${year}/${String(month).padStart(2, '0')}`;
  return { file: `${folder}/${slug}.${article.format}`, text: lines.join('\n') };
}
