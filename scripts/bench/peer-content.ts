import { type ContentFormat, frontMatter, localDate, namePhoto, yamlList } from './content-directory.ts';
import type { BenchArticle } from './corpus.ts';

/**
 * The corpus as content for Hugo, with sections, authors and tags as taxonomies. Ids are quoted, because Hugo reads
 * `5e317` and `01234` as numbers.
 */
export const hugoContent: ContentFormat = {
  otherFiles: ({ authors, sections }) => ({
    ...Object.fromEntries(
      [
        ...authors.map((author) => ({ kind: 'authors', ...author })),
        ...sections.map((section) => ({ kind: 'categories', ...section })),
      ].map(({ kind, id, name }) => [`${kind}/${id}/_index.md`, `---\ntitle: ${name}\n---\n`]),
    ),
    'tags/_index.md': '---\ntitle: الوسوم\ncascade:\n  outputs: [HTML]\n---\n',
  }),
  articleFile: ({ path }) => `${path}.md`,
  articleText: (article) =>
    frontMatter(
      [
        ['slug', `"${article.id}"`],
        ['authors', yamlList(article.authors)],
        ['categories', yamlList([article.category])],
        ['tags', article.tags.length === 0 ? undefined : yamlList(article.tags)],
        ...commonFields(article),
      ],
      article.body,
    ),
};

/** The corpus as content for Eleventy. Tags are called `subjects`, because `tags` means collections in Eleventy. */
export const eleventyContent: ContentFormat = {
  otherFiles: ({ authors, sections }) => ({
    '_data/people.json': namesById(authors),
    '_data/sections.json': namesById(sections),
  }),
  articleFile: ({ path }) => `${path}.md`,
  photoFile: ({ path }) => `${path}.jpg`,
  articleText: (article) =>
    frontMatter(
      [
        ['layout', 'article.njk'],
        ['permalink', `/${article.id}/`],
        ['authors', yamlList(article.authors)],
        ['category', article.category],
        ['photo', namePhoto(article)],
        ['subjects', article.tags.length === 0 ? undefined : yamlList(article.tags)],
        ...commonFields(article),
      ],
      article.body,
    ),
};

function commonFields({ title, date, updated, kicker, summary, reporter, dateline }: BenchArticle) {
  return [
    ['title', title],
    ['date', localDate(date)],
    ['lastmod', updated === undefined ? undefined : localDate(updated)],
    ['kicker', kicker],
    ['summary', summary],
    ['reporter', reporter?.name],
    ['dateline', dateline],
  ] as const;
}

function namesById(entries: readonly { id: string; name: string }[]): string {
  return `${JSON.stringify(Object.fromEntries(entries.map(({ id, name }) => [id, name])), undefined, 2)}\n`;
}
