import { isRemoteImage, mediaPath, placeMedia } from '../lib/media-addresses.ts';
import { checkChangeDates } from './change-dates.ts';
import type { ContentFiles } from './content-files.ts';
import { idMeant, isId } from './file-ids.ts';
import { checkFutureDates } from './future-dates.ts';
import { messages } from './messages.ts';
import { findNearest } from './nearest.ts';
import { checkAddresses } from './page-addresses.ts';
import { atPlace } from './placed-problem.ts';
import type { Problem } from './problem.ts';
import { checkReferences, namesInUse } from './references.ts';
import { checkSeriesOrder, seriesNotices } from './series-order.ts';
import { type SettledIds, settleIds } from './short-ids.ts';
import { siteFile } from './site.ts';
import { checkTags, unusedTags } from './tag-addresses.ts';
import { createTagNames } from './tags.ts';
import type { Places } from './yaml/types.ts';

/** What the rules across files find. */
export interface CheckedFiles extends SettledIds {
  /** Arabic sentences about what is accepted but should be mended. */
  notices: string[];
}

/** Checks the rules that involve several files or the moment of the run: ids, dates, references, images, URLs. */
export function checkAcrossFiles(content: ContentFiles): CheckedFiles {
  const claims = content.articles.map((article) => {
    const { id, date } = article.matter;
    return {
      file: article.file,
      isPublished: article.hasAppeared,
      get places() {
        return article.places;
      },
      ...(id !== undefined && { id }),
      ...(date !== undefined && { date }),
    };
  });
  const settled = settleIds(claims, content.rememberedIds);
  const nameTags = createTagNames(content.tags);
  const problems = [
    ...settled.problems,
    ...checkFutureDates([...content.articles, ...content.pages], content.now, content.site.timeZone),
    ...checkChangeDates(content.articles, content.now, content.site.timeZone),
    ...checkReferences(content),
    ...checkTags(content, nameTags),
    ...checkSeriesOrder(content, settled.ids),
    ...checkImages(content),
    ...checkNames(content),
    ...checkAddresses(content, settled.ids, nameTags),
  ];
  return {
    ...settled,
    problems,
    notices: [...namesInUse(content), ...unusedTags(content, nameTags), ...seriesNotices(content)],
  };
}

function checkImages(content: ContentFiles): Problem[] {
  const { site, sitePlaces, articles, authors, series, hasImage, imagesNear } = content;
  const check = (file: string, places: Places, field: string, src: string | undefined): Problem[] => {
    if (src === undefined || hasImage(src, file)) return [];
    if (isRemoteImage(placeMedia(src, site.images.media)))
      return [atPlace(file, places, field, messages.imageNotMeasured(src), src)];
    const nearest = findNearest(src, imagesNear(src, file));
    const message = nearest === undefined ? explainMissingImage(src) : messages.nearestImage(src, nearest);
    return [atPlace(file, places, field, message, src, nearest)];
  };
  const { logo } = site.publisher;
  return [
    ...(logo?.startsWith('/') ? check(siteFile, sitePlaces, 'publisher.logo', logo) : []),
    ...articles.flatMap((article) => {
      const { image, withdrawn } = article.matter;
      // Whoever withdraws an article may delete its picture too: the notice does not show it.
      const isShown = image !== undefined && !(withdrawn && article.hasAppeared);
      return isShown ? check(article.file, article.places, 'image.src', image.src) : [];
    }),
    ...authors.flatMap(({ file, image, places }) => check(file, places, 'image', image)),
    ...series.flatMap(({ file, image, places }) => check(file, places, 'image.src', image)),
  ];
}

/** Reports file names that are not valid slugs; these names are used in URLs as they are. */
function checkNames({ authors, categories, pages, series }: ContentFiles): Problem[] {
  return [...authors, ...categories, ...pages, ...series].flatMap(({ id, file }) => {
    const message = findBadName(id, file);
    return message === undefined ? [] : [{ file, line: 1, message }];
  });
}

/** Says what is wrong with the name of a file that becomes part of a URL; undefined if nothing is. */
export function findBadName(id: string, file: string): string | undefined {
  if (isId(id)) return undefined;
  const meant = idMeant(id);
  return meant === '' ? messages.emptySlug() : messages.badFileName(meant + (/\.[^.]*$/.exec(file)?.[0] ?? ''));
}

/** A newsroom whose images lie outside the repository may have forgotten to say where. */
export function explainMissingImage(src: string): string {
  return src.startsWith(mediaPath) ? messages.missingMediaImage(src) : messages.missingImage(src);
}
