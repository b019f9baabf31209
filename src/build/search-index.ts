import * as pagefind from 'pagefind';
import { formatDate } from '../lib/arabic/dates.ts';
import { localFields } from '../lib/time-zone.ts';
import type { Environment } from '../library/environment.ts';
import { type Library, renderBody } from '../library/library.ts';
import { createPageKeys } from '../model/page-keys.ts';
import { toStory } from '../model/story.ts';
import type { OutputFolder } from './output.ts';

/** The search index of all published articles, in `/pagefind/`. Any failure of Pagefind ends the build. */
export function planSearch(library: Library, environment: Environment): OutputFolder[] {
  const key = `${environment.fingerprint} ${createPageKeys(library).ofTexts(library.articles)}`;
  return [{ folder: 'pagefind', key, make: (directory) => writeSearchIndex(library, environment, directory) }];
}

async function writeSearchIndex(library: Library, environment: Environment, outputPath: string): Promise<void> {
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
    refuse(await index.writeFiles({ outputPath }), outputPath);
  } finally {
    await pagefind.close();
  }
}

function refuse({ errors }: { errors: string[] }, place: string): void {
  if (errors.length > 0) throw new Error(`Pagefind refused ${place}: ${errors.join('; ')}`);
}
