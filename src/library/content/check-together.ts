import { placeMedia } from '../../lib/media-addresses.ts';
import { type CheckedFiles, checkAcrossFiles } from '../../schema/cross-file.ts';
import type { Cache } from '../cache/cache.ts';
import { imagesNear } from '../images/images.ts';
import { locateFile } from '../located-files.ts';
import { hasAppeared } from '../publication.ts';
import type { LibraryOptions } from '../types.ts';
import { fileId } from './content-files.ts';
import { derivedIdTable } from './derived-ids.ts';
import type { Names } from './names.ts';
import { describeSeriesFile } from './series.ts';
import type { Settings } from './settings.ts';
import type { Texts } from './texts.ts';

/** Checks the rules across files: ids, URLs, dates, references and images. */
export function checkTogether(
  { site, places: sitePlaces, tags, tagPlaces, mediaLock }: Settings,
  texts: Texts,
  names: Names,
  cache: Cache,
  options: LibraryOptions,
): CheckedFiles {
  const { places } = texts.tables;
  const faultyLines = new Set(texts.problems.map(({ file, line }) => `${file}:${line}`));
  return checkAcrossFiles({
    now: options.now,
    site,
    sitePlaces,
    articles: texts.articles.map(({ file, entry: { parsed } }) => ({
      file,
      matter: parsed.matter,
      get places() {
        return places.get(file) ?? {};
      },
      // An article that is not shown any more keeps the id that it appeared with.
      hasAppeared: hasAppeared(parsed.matter, options.now),
    })),
    authors: names.authors.map(({ file, id, parsed }) => ({
      file,
      id,
      aliases: parsed.aliases,
      places: parsed.places,
      ...(parsed.author.image !== undefined && { image: parsed.author.image }),
    })),
    categories: names.categories.map(({ file, id, parsed: { aliases, places: own } }) => {
      return { file, id, aliases, places: own };
    }),
    pages: texts.pages.map(({ file, entry: { parsed } }) => ({
      file,
      id: fileId(file),
      matter: parsed.matter,
      aliases: parsed.matter.aliases ?? [],
      get places() {
        return places.get(file) ?? {};
      },
    })),
    series: names.series.map(describeSeriesFile),
    tags,
    tagPlaces,
    rememberedIds: new Map(derivedIdTable(cache).entries()),
    hasProblemAt: (file, line) => faultyLines.has(`${file}:${line}`),
    hasImage: (src, from) =>
      mediaLock?.has(placeMedia(src, site.images.media)) || locateFile(src, from, options) !== undefined,
    imagesNear: (src, from) => imagesNear(src, from, options),
  });
}
