import { nameSize } from './options.ts';
import { compareWithPeers, costOfPhotos, type SizeResult, summarize } from './results.ts';
import { scenarioMeanings } from './scenarios.ts';

/** Rows of cells. The first row holds the headings. */
export type Table = string[][];

/** Makes the table of costs, with one row for each scenario and generator. */
export function costTable({ measurements, generators }: SizeResult): Table {
  const headings = [
    'Scenario',
    'Generator',
    'Wall s',
    'least',
    'CPU s',
    'Peak MB',
    'Files',
    'Added',
    'Changed',
    'Removed',
    'Same',
  ];
  const rows = measurements.map(({ scenario, generator, runs }) => {
    const title = generators.find(({ name }) => name === generator)?.title ?? generator;
    const summary = summarize(runs);
    if (summary === undefined) return [scenarioMeanings[scenario], title, 'failed', ...Array(8).fill('')];
    const { wallSeconds, leastWallSeconds, cpuSeconds, peakMemory, change, files } = summary;
    const { added, changed, removed, rewritten } = change;
    return [
      scenarioMeanings[scenario],
      title,
      formatNumber(wallSeconds),
      formatNumber(leastWallSeconds),
      formatNumber(cpuSeconds),
      formatNumber(peakMemory && peakMemory / 1e6, 0),
      ...[files, added, changed, removed, rewritten].map((count) => formatNumber(count, 0)),
    ];
  });
  return [headings, ...rows];
}

/** Makes the table of what a photo costs each generator. Undefined if the articles have none. */
export function photoTable(result: SizeResult): Table | undefined {
  const rows = costOfPhotos(result).map(({ generator, cpuSeconds, files }) => [
    result.generators.find(({ name }) => name === generator)?.title ?? generator,
    formatNumber(cpuSeconds),
    formatNumber(files, 1),
  ]);
  return rows.length === 0 ? undefined : [['Generator', 'CPU s a photo', 'Files a photo'], ...rows];
}

/** Makes a table of our costs as multiples of each peer's cold build. Undefined if no peer took part. */
export function ratioTable(result: SizeResult, ours: string): Table | undefined {
  const ratios = compareWithPeers(result, ours);
  const peers = [...new Set(ratios.map(({ peer }) => peer))];
  if (peers.length === 0) return undefined;
  const title = (peer: string): string => result.generators.find(({ name }) => name === peer)?.title ?? peer;
  const headings = [
    'Scenario',
    ...peers.flatMap((peer) => ['wall', 'CPU', 'memory'].map((kind) => `${title(peer)} ${kind}`)),
  ];
  const scenarios = [...new Set(ratios.map(({ scenario }) => scenario))];
  const rows = scenarios.map((scenario) => [
    scenarioMeanings[scenario],
    ...peers.flatMap((peer) => {
      const ratio = ratios.find((other) => other.scenario === scenario && other.peer === peer);
      return [ratio?.wall, ratio?.cpu, ratio?.memory].map((value) =>
        value === undefined ? '–' : `${formatNumber(value)}×`,
      );
    }),
  ]);
  return [headings, ...rows];
}

/**
 * Formats a number with `decimals`, or else with three significant digits: 0.123, 4.57, 38.2; whole numbers from 100.
 * Undefined is –.
 */
export function formatNumber(value: number | undefined, decimals?: number): string {
  if (value === undefined) return '–';
  const places = decimals ?? (value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3);
  return value.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** Aligns texts to the left and numbers to the right. */
export function formatForTerminal(table: Table): string {
  const widths = columnsOf(table).map((cells) => Math.max(...cells.map((cell) => cell.length)));
  const isText = textColumns(table);
  return table
    .map((row) =>
      row
        .map((cell, column) => (isText[column] ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function formatAsMarkdown(table: Table): string {
  const [headings = [], ...rows] = table;
  const rule = textColumns(table).map((isText) => (isText ? '---' : '---:'));
  return [headings, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function columnsOf([headings = [], ...rows]: Table): string[][] {
  return headings.map((heading, column) => [heading, ...rows.map((row) => row[column] ?? '')]);
}

function textColumns(table: Table): boolean[] {
  return columnsOf(table).map(([, ...cells]) => !cells.some((cell) => /^[\d–]/.test(cell)));
}

/** Writes the section of one size in `docs/benchmarks.md`. */
export function describeResult(result: SizeResult, ours: string): string {
  const { articles, seed, date, machine, generators, measurements } = result;
  const rounds = Math.max(0, ...measurements.map(({ runs }) => runs.length));
  const ratios = ratioTable(result, ours);
  const photos = photoTable(result);
  return [
    `## ${articles.toLocaleString('en')} articles${photos ? ' with photos' : ''}`,
    `${date}, ${machine}. ${generators.map(({ title }) => title).join(', ')}. Rounds: ${rounds}; corpus: seed ${seed}.`,
    formatAsMarkdown(costTable(result)),
    ...(ratios ? ['Our builds over the full builds of the others:', formatAsMarkdown(ratios)] : []),
    ...(photos ? ['What a photo adds to a cold build:', formatAsMarkdown(photos)] : []),
  ].join('\n\n');
}

/** Returns the name of a result in files and in the document: `1k`, `1k photos`. */
export function nameResult({ articles, withoutPhotos }: SizeResult): string {
  return `${nameSize(articles)}${withoutPhotos ? ' photos' : ''}`;
}

/** Replaces the section of a result, or appends it if the document has none. */
export function placeSection(document: string, name: string, section: string): string {
  const [start, end] = [`<!-- bench ${name} -->`, `<!-- end of bench ${name} -->`];
  const block = `${start}\n${section}\n${end}`;
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from === -1 || to < from) return `${document.trimEnd()}\n\n${block}\n`;
  return document.slice(0, from) + block + document.slice(to + end.length);
}
