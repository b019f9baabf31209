import { servesAt } from '../lib/image-services.ts';
import { fileFolder, imageFolder, searchFolder } from '../lib/paths.ts';
import { shareCardFolder } from '../lib/share-card.ts';
import { ContentError } from '../library/content/content-error.ts';
import type { Library } from '../library/types.ts';
import { type Excess, findExcess, hostLimits, type OutputSize } from '../model/host.ts';
import { drawsCardsOfArticles } from '../model/share-card.ts';
import { stubPaths } from '../model/static-paths.ts';
import { textsOf } from '../model/texts-by-file.ts';
import type { Problem } from '../schema/problem.ts';
import type { Site } from '../schema/site.ts';
import { commandStrings } from '../strings/commands.ts';

/**
 * Throws a `ContentError` with advice if the site's host would refuse the output. `sizes` has the size in bytes of
 * every file, by output-relative path.
 */
export function checkHostLimits(library: Library, sizes: ReadonlyMap<string, number>): void {
  const { site } = library;
  const excess = findExcess(measure(sizes), hostLimits(site));
  if (excess.length === 0) return;
  const parts = countParts([...sizes.keys()], stubPaths(library).length);
  throw new ContentError(
    [...excess.map((found) => describe(found, site, parts)), commandStrings.build.failed].join('\n\n'),
  );
}

/** Finds the files beside articles and pages that the site's host would refuse because of their size. */
export function findRefusedFiles(library: Library): Problem[] {
  const { site } = library;
  const { fileBytes: limit } = hostLimits(site);
  if (limit === undefined) return [];
  return textsOf(library).flatMap(({ file, bodyFiles }) =>
    bodyFiles
      .filter(({ bytes }) => bytes > limit)
      .map(({ source, bytes, line }) => ({
        file,
        line,
        message: commandStrings.host.tooLargeAttachment(site.host.name, source, bytes, limit),
      })),
  );
}

type Parts = Record<Parameters<typeof commandStrings.host.part>[0], number>;

function describe(excess: Excess, site: Site, parts: Parts): string {
  const host = site.host.name;
  if (excess.kind === 'file-bytes') {
    return [
      commandStrings.host.tooLargeFile(host, excess.path, excess.bytes, excess.limit),
      commandStrings.host.makeSmaller,
    ].join('\n');
  }
  if (excess.kind === 'total-bytes') {
    return [commandStrings.host.tooLargeSite(host, excess.bytes, excess.limit), commandStrings.host.makeSmaller].join(
      '\n',
    );
  }
  const counted = (Object.keys(parts) as (keyof Parts)[]).filter((part) => parts[part] > 0);
  return [
    commandStrings.host.tooManyFiles(host, excess.count, excess.limit),
    ...counted.map((part) => `    ${commandStrings.host.part(part, parts[part])}`),
    commandStrings.host.raiseLimit(host),
    ...(parts.images > 0 && couldServeImages(site) ? [commandStrings.host.serveImages(host)] : []),
    ...(drawsCardsOfArticles(site) && parts.cards > 0 ? [commandStrings.host.fewerCards] : []),
    commandStrings.host.chooseAnother,
  ].join('\n');
}

function couldServeImages({ host, url, images }: Site): boolean {
  const isChosen = images.service !== undefined;
  return host.name === 'cloudflare' && !isChosen && servesAt('cloudflare', new URL(url).hostname);
}

function countParts(output: readonly string[], redirects: number): Parts {
  const count = (fits: (path: string) => boolean) => output.filter(fits).length;
  const isIn = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
  const parts = {
    pages: count((path) => path.endsWith('.html')) - redirects,
    redirects,
    images: count(isIn(imageFolder)),
    files: count(isIn(fileFolder)),
    cards: count(isIn(shareCardFolder)),
    search: count(isIn(searchFolder)),
  };
  const known = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return { ...parts, rest: output.length - known };
}

function measure(sizes: ReadonlyMap<string, number>): OutputSize {
  const size: OutputSize = { files: sizes.size, bytes: 0 };
  for (const [path, bytes] of sizes) {
    size.bytes += bytes;
    if (bytes > (size.largest?.bytes ?? 0)) size.largest = { path, bytes };
  }
  return size;
}
