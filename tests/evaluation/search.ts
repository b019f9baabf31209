import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CorpusDocument, readCorpus } from './search-corpus.ts';
import { buildIndexes, type EvaluatedIndexes, type FindIds } from './search-indexes.ts';
import { readKinds, reportKinds } from './search-kinds.ts';
import { drawKnownItems } from './search-known-items.ts';
import { reportOffers } from './search-offers.ts';
import { readQueries, tokenize } from './search-oracle.ts';
import { drawVerbatim, reportVerbatim } from './search-verbatim.ts';

const usage = `npm run eval:search -- --corpus FILE [--queries FILE] [--kinds FILE] [--known-items COUNT]
    [--verbatim COUNT] [--offers COUNT] [--seed NUMBER]… [--misses]

  --corpus       documents, a JSON object a line: id, title, body, date; may be gzipped
  --queries      lines of «category | query | lexemes»: see tests/evaluation/search-oracle.ts
  --kinds        lines of «kind | query | words»: tests/evaluation/search-kinds.txt, or others in its format
  --known-items  how many queries to draw from titles for each --seed (a random seed by default)
  --verbatim     how many documents to copy the headline and three sentences of, as queries, for each --seed
  --offers       how many completions and corrections to draw and list for each --seed, to be read by a reader
  --misses       lists the queries that found less than all`;

/** Queries with more relevant documents than this are left out: they say little about what a reader looks for. */
const mostRelevant = 60;
const resultsCounted = 10;

interface Rated {
  group: string;
  query: string;
  relevant: ReadonlySet<string>;
}

interface Score {
  recall: number;
  reciprocalRank: number;
  isEmpty: boolean;
}

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    queries: { type: 'string' },
    kinds: { type: 'string' },
    'known-items': { type: 'string' },
    verbatim: { type: 'string' },
    offers: { type: 'string' },
    seed: { type: 'string', multiple: true },
    misses: { type: 'boolean' },
  },
});
if (values.corpus === undefined) {
  console.error(usage);
  process.exit(2);
}
const corpus = readCorpus(values.corpus);
const indexes = await buildIndexes(corpus);
console.log(
  `${corpus.length} documents, indexed in ${indexes.seconds.plain.toFixed(0)} s plain and ${indexes.seconds.ours.toFixed(0)} s coded`,
);
if (values.queries !== undefined) {
  await report('by category', rateQueries(corpus, readFileSync(values.queries, 'utf8')), indexes);
}
if (values.kinds !== undefined) {
  const kinds = readKinds(corpus, readFileSync(values.kinds, 'utf8'));
  await reportKinds(kinds, indexes, values.misses ?? false);
}
const seeds = values.seed ?? [String(Math.floor(Math.random() * 1e9))];
if (values['known-items'] !== undefined) {
  for (const seed of seeds) {
    const drawn = drawKnownItems(corpus, Number(values['known-items']), Number(seed));
    const rated = drawn.map(({ typing, text, id }) => ({ group: typing, query: text, relevant: new Set([id]) }));
    await report(`known items, seed ${seed}`, rated, indexes);
  }
}
if (values.verbatim !== undefined) {
  for (const seed of seeds) {
    console.log(`\nheadlines and sentences, seed ${seed}`);
    await reportVerbatim(drawVerbatim(corpus, Number(values.verbatim), Number(seed)), indexes, values.misses ?? false);
  }
}
if (values.offers !== undefined) {
  for (const seed of seeds) await reportOffers(corpus, indexes, Number(values.offers), Number(seed));
}
await indexes.close();
process.exit();

function rateQueries(documents: readonly CorpusDocument[], text: string): Rated[] {
  const tokens = documents.map(({ id, title, body }) => ({ id, tokens: tokenize(`${title} ${body}`) }));
  return readQueries(text).flatMap(({ category, text: query, isRelevant }) => {
    const relevant = new Set(tokens.filter((document) => isRelevant(document.tokens)).map(({ id }) => id));
    return relevant.size === 0 || relevant.size > mostRelevant ? [] : [{ group: category, query, relevant }];
  });
}

async function report(title: string, queries: readonly Rated[], { plain, ours }: EvaluatedIndexes): Promise<void> {
  console.log(`\n${title}: recall@10, MRR, empty`);
  const rows = new Map<string, { plain: Score[]; ours: Score[] }>();
  for (const { group, query, relevant } of queries) {
    const scores = { plain: await score(plain, query, relevant), ours: await score(ours, query, relevant) };
    for (const name of [group, 'all']) {
      const row = rows.get(name) ?? { plain: [], ours: [] };
      rows.set(name, { plain: [...row.plain, scores.plain], ours: [...row.ours, scores.ours] });
    }
    if (values.misses && scores.ours.recall < 1) {
      console.log(`  ${scores.ours.recall.toFixed(2)} (plain ${scores.plain.recall.toFixed(2)}) ${group}: ${query}`);
    }
  }
  console.log(`${'category'.padEnd(16)} queries   plain                 ours`);
  for (const [name, row] of [...rows]
    .filter(([name]) => name !== 'all')
    .concat([...rows].filter(([name]) => name === 'all'))) {
    console.log(`${name.padEnd(16)} ${String(row.ours.length).padStart(7)}   ${line(row.plain)}   ${line(row.ours)}`);
  }
}

async function score(find: FindIds, query: string, relevant: ReadonlySet<string>): Promise<Score> {
  const found = await find(query);
  const rank = found.findIndex((id) => relevant.has(id));
  return {
    recall: found.filter((id) => relevant.has(id)).length / Math.min(resultsCounted, relevant.size),
    reciprocalRank: rank === -1 ? 0 : 1 / (rank + 1),
    isEmpty: found.length === 0,
  };
}

function line(scores: readonly Score[]): string {
  const mean = (of: (score: Score) => number) =>
    (scores.reduce((sum, each) => sum + of(each), 0) / scores.length).toFixed(3);
  const empty = `${((scores.filter(({ isEmpty }) => isEmpty).length / scores.length) * 100).toFixed(1)} %`;
  return `${mean(({ recall }) => recall)} ${mean(({ reciprocalRank }) => reciprocalRank)} ${empty.padStart(7)}`;
}
