import path from 'node:path';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { formatDate } from '../lib/arabic/dates.ts';
import { localFields } from '../lib/time-zone.ts';
import type { Environment } from '../library/environment.ts';
import { openLibrary, renderBody } from '../library/library.ts';
import { toStory } from '../model/story.ts';

/** Writes the search index of all published articles to `/pagefind/`. Any failure of Pagefind ends the build. */
export function searchIndex(environment: Environment): AstroIntegration {
  return {
    name: 'warraq:search-index',
    hooks: {
      'astro:build:done': async () => {
        const library = await openLibrary(environment);
        const { timeZone, months, digits } = library.site;
        const { index, errors } = await pagefind.createIndex({ forceLanguage: 'ar' });
        if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
        try {
          for (const article of library.articles) {
            const story = toStory(article, library);
            const { text } = await renderBody(article.file, environment);
            const { year } = localFields(article.date, timeZone);
            refuse(
              await index.addCustomRecord({
                url: encodeURI(story.url),
                content: text || story.title,
                language: 'ar',
                meta: { title: story.title, date: formatDate(article.date, { timeZone, months, digits }) },
                filters: {
                  section: [story.section.title],
                  author: story.authors.map(({ title }) => title),
                  year: [String(year)],
                },
                sort: { date: article.date },
              }),
              article.file,
            );
          }
          const outputPath = path.join(environment.outputDirectory, 'pagefind');
          refuse(await index.writeFiles({ outputPath }), outputPath);
        } finally {
          await pagefind.close();
        }
      },
    },
  };
}

function refuse({ errors }: { errors: string[] }, place: string): void {
  if (errors.length > 0) throw new Error(`Pagefind refused ${place}: ${errors.join('; ')}`);
}
