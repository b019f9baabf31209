import path from 'node:path';

const listingSize = 20;

export default function configure(eleventy) {
  eleventy.addFilter('iso', (date) => date.toISOString());
  eleventy.addFilter('day', (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter('rfc822', (date) => date.toUTCString());

  // The plugin and its `sharp` are loaded only by a site with photos.
  eleventy.addAsyncShortcode('picture', async function (photo, alt) {
    const { default: Image } = await import('@11ty/eleventy-img');
    const metadata = await Image(path.join(path.dirname(this.page.inputPath), photo), {
      widths: [320, 800, 1400],
      formats: ['webp', 'jpeg'],
      outputDir: 'site/img/',
      urlPath: '/img/',
    });
    return Image.generateHTML(metadata, { alt, sizes: '(min-width: 64rem) 56rem, 100vw' });
  });

  const newestFirst = (api) => api.getFilteredByGlob('content/articles/**/*.md').reverse();
  const shelves = (api) => {
    const found = new Map();
    for (const article of newestFirst(api)) {
      const { category, authors, subjects = [] } = article.data;
      const keys = [
        ['categories', category],
        ...authors.map((author) => ['authors', author]),
        ...subjects.map((subject) => ['tags', subject]),
      ];
      for (const [kind, name] of keys) {
        const path = `/${kind}/${name.replaceAll(' ', '-')}/`;
        if (!found.has(path)) found.set(path, { kind, name, path, articles: [] });
        found.get(path).articles.push(article);
      }
    }
    return [...found.values()];
  };

  eleventy.addCollection('newest', (api) => newestFirst(api).slice(0, listingSize));
  eleventy.addCollection('listings', (api) =>
    shelves(api).flatMap(({ articles, path, ...shelf }) => {
      const count = Math.ceil(articles.length / listingSize);
      const pathOf = (page) => (page === 0 ? path : `${path}page/${page + 1}/`);
      return Array.from({ length: count }, (_, page) => ({
        ...shelf,
        path: pathOf(page),
        feed: shelf.kind === 'tags' ? undefined : `${path}index.xml`,
        newer: page > 0 ? pathOf(page - 1) : undefined,
        older: page < count - 1 ? pathOf(page + 1) : undefined,
        articles: articles.slice(page * listingSize, (page + 1) * listingSize),
      }));
    }),
  );
  eleventy.addCollection('feeds', (api) => [
    { path: '/', articles: newestFirst(api).slice(0, listingSize) },
    ...shelves(api)
      .filter(({ kind }) => kind !== 'tags')
      .map(({ articles, ...shelf }) => ({ ...shelf, articles: articles.slice(0, listingSize) })),
  ]);

  return {
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    dir: { input: 'content', includes: '../_includes', output: 'site' },
  };
}
