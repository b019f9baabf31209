import path from 'node:path';
import { createAddressFinder } from '../importers/statistics/addresses.ts';
import { type Measure, reasons } from '../importers/statistics/entries.ts';
import { type Period, periodInName, readPeriod } from '../importers/statistics/periods.ts';
import { composePopularFile, mostListed } from '../importers/statistics/popular-file.ts';
import type { Recognised } from '../importers/statistics/read-lines.ts';
import { type Bounds, type Counted, createTally } from '../importers/statistics/tally.ts';
import { toPrintable } from '../lib/printable-text.ts';
import { localDay } from '../lib/time-zone.ts';
import { writeWhole } from '../library/atomic-file.ts';
import type { Library } from '../library/types.ts';
import { findAddresses } from '../model/addresses.ts';
import { findArticleAddresses } from '../model/article-addresses.ts';
import { popularFile } from '../schema/popular.ts';
import { commandStrings } from '../strings/commands.ts';
import { CommandFailure } from './run-command.ts';
import { findDifferentFiles } from './same-files.ts';
import { nameOf, readStatistics, standardInput } from './statistics-files.ts';

const words = commandStrings.popular;

export interface PopularRequest {
  /** Paths of exports and logs; `-` is the standard input. */
  files: readonly string[];
  /** What was typed after `--period` and `--since`. */
  period?: string | undefined;
  since?: string | undefined;
  /** Hosts of the site besides that of its address. */
  hosts: readonly string[];
  contentDirectory: string;
  now: number;
}

interface ReadFile extends Recognised {
  file: string;
  entries: number;
}

/**
 * Counts in exports and logs how often each article was read, and writes `popular.yaml`. Returns the sentences of the
 * report. Throws a `CommandFailure`, and writes nothing, if no article was read or if it is not known when.
 */
export async function writePopular(library: Library, request: PopularRequest): Promise<string[]> {
  const { files, contentDirectory } = request;
  if (files.length === 0) throw new CommandFailure(words.noFiles);
  if (files.filter((file) => file === standardInput).length > 1) throw new CommandFailure(words.inputTwice);
  const bounds = readBounds(request, library.site.timeZone);
  const different = await findDifferentFiles(files);
  const { read, counted } = await countFiles(library, { ...request, files: different.files }, bounds);
  const repeated = different.repeated.map(({ file, first }) => words.sameFile(file, first));
  const report = [...repeated, ...describeCounted(read, counted)];
  if (counted.articles.length === 0 || counted.period === undefined) {
    throw new CommandFailure([...report, words.nothing].join('\n'));
  }
  const [measure] = read.map((each) => each.measure);
  const source = [...new Set(read.map(({ format }) => words.formats[format]))].join(', ');
  const list = { ...counted.period, source: `${source} (${measure})`, articles: counted.articles };
  const target = path.join(contentDirectory, popularFile);
  await writeWhole(target, composePopularFile(list, words.comment));
  const { from, to } = counted.period;
  return [...report, words.period(from, to), words.written(Math.min(counted.articles.length, mostListed), target)];
}

function readBounds({ period, since, now }: PopularRequest, timeZone: string): Bounds {
  if (period !== undefined && since !== undefined) throw new CommandFailure(words.twoBounds);
  const today = localDay(now, timeZone);
  if (period !== undefined) {
    const bounds = readPeriod(period, today);
    if (bounds === undefined) throw new CommandFailure(words.badPeriod(period));
    if (bounds.to > today) throw new CommandFailure(words.periodNotOver(bounds.to));
    return bounds;
  }
  if (since === undefined) return { to: today };
  const bounds = readPeriod(`${since.trim()}..${today}`, today);
  if (bounds === undefined) throw new CommandFailure(words.badSince(since));
  return bounds;
}

async function countFiles(
  library: Library,
  { files, hosts }: PopularRequest,
  bounds: Bounds,
): Promise<{ read: ReadFile[]; counted: Counted }> {
  const find = createAddressFinder({
    siteUrl: library.site.url,
    hosts,
    articles: findArticleAddresses(library),
    paths: findAddresses(library).keys(),
  });
  const tally = createTally(find, library.site.timeZone, bounds);
  const read: ReadFile[] = [];
  for (const file of files) {
    const before = tally.result().entries;
    const recognised = await readStatistics(file, tally);
    if (!recognised.isDated) {
      const period = periodOf(file, bounds);
      tally.cover(period.from, period.to);
    }
    read.push({ ...recognised, file, entries: tally.result().entries - before });
  }
  refuseMixed(read);
  return { read, counted: tally.result() };
}

/** Returns the days of an export that does not name them: those that were typed, else those in the name of the file. */
function periodOf(file: string, { from, to }: Bounds): Period {
  const period = from !== undefined && to !== undefined ? { from, to } : periodInName(path.resolve(file));
  if (period === undefined) throw new CommandFailure(words.noPeriod(nameOf(file)));
  return period;
}

function refuseMixed(read: readonly ReadFile[]): void {
  const byMeasure = new Map<Measure, string>(read.map(({ measure, file }) => [measure, nameOf(file)]));
  const [first, second] = [...byMeasure];
  if (first && second) {
    throw new CommandFailure(words.mixed(first[1], words.measures[first[0]], second[1], words.measures[second[0]]));
  }
}

function describeCounted(read: readonly ReadFile[], counted: Counted): string[] {
  const named = (list: readonly string[]) => list.map(toPrintable);
  return [
    ...read.map(({ file, format, entries }) => words.read(nameOf(file), words.formats[format], entries)),
    words.counted(counted.counted, counted.articles.length),
    ...reasons.flatMap((reason) => {
      const count = counted.skipped.get(reason) ?? 0;
      if (count === 0) return [];
      const examples = reason === 'unknown' || reason === 'otherHosts' ? named(counted[reason]) : [];
      return [words.skipped(count, words.reasons[reason], examples)];
    }),
    ...(read.some(({ isAnonymous }) => isAnonymous) ? [words.anonymous] : []),
  ];
}
