import type { CorpusDocument } from './search-corpus.ts';
import type { EvaluatedIndexes } from './search-indexes.ts';
import { readQueries, tokenize } from './search-oracle.ts';

/** A query of a kind of typing (`category`), with the documents that it should find. */
export interface KindQuery {
  kind: string;
  text: string;
  /** The line of the file, for a list of misses. */
  words: string;
  relevant: ReadonlySet<string>;
  /** Every second query of a kind is held: nothing should be tuned on it. */
  isHeld: boolean;
}

interface Outcome extends KindQuery {
  isFound: { plain: boolean; ours: boolean };
}

/**
 * Reads queries in the format of search-oracle.ts, their category being the kind of typing. Returns those that have a
 * relevant document in the corpus, and the number of the others.
 */
export function readKinds(
  corpus: readonly CorpusDocument[],
  text: string,
): { queries: KindQuery[]; withoutRelevant: number } {
  const documents = corpus.map(({ id, title, body }) => ({ id, tokens: [...new Set(tokenize(`${title} ${body}`))] }));
  const places = new Map<string, number>();
  const queries = readQueries(text).map(({ category: kind, text: query, words, isRelevant }): KindQuery => {
    const place = places.get(kind) ?? 0;
    places.set(kind, place + 1);
    const relevant = new Set(documents.filter(({ tokens }) => isRelevant(tokens)).map(({ id }) => id));
    return { kind, text: query, words, relevant, isHeld: place % 2 === 1 };
  });
  const answerable = queries.filter(({ relevant }) => relevant.size > 0);
  return { queries: answerable, withoutRelevant: queries.length - answerable.length };
}

/** Reports for each kind how many queries have a relevant document among the first ten results. */
export async function reportKinds(
  { queries, withoutRelevant }: ReturnType<typeof readKinds>,
  { plain, ours }: Pick<EvaluatedIndexes, 'plain' | 'ours'>,
  showMisses: boolean,
): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    const holds = (ids: readonly string[]) => ids.some((id) => query.relevant.has(id));
    const isFound = { plain: holds(await plain(query.text)), ours: holds(await ours(query.text)) };
    outcomes.push({ ...query, isFound });
    if (showMisses && !isFound.ours) console.log(`  ${query.kind}: ${query.text} | ${query.words}`);
  }
  console.log(`\nkinds of typing: success@10 (${withoutRelevant} queries without a relevant document left out)`);
  console.log(`${'kind'.padEnd(18)} queries   plain    ours     ours: open half, held half`);
  for (const kind of new Set(outcomes.map((outcome) => outcome.kind))) {
    console.log(
      lineOf(
        kind,
        outcomes.filter((outcome) => outcome.kind === kind),
      ),
    );
  }
  console.log(lineOf('all', outcomes));
}

function lineOf(name: string, outcomes: readonly Outcome[]): string {
  const share = (some: readonly Outcome[], engine: 'plain' | 'ours') =>
    (some.filter(({ isFound }) => isFound[engine]).length / some.length).toFixed(3);
  const open = outcomes.filter(({ isHeld }) => !isHeld);
  const held = outcomes.filter(({ isHeld }) => isHeld);
  const shares = `${share(outcomes, 'plain')}    ${share(outcomes, 'ours')}    ${share(open, 'ours')}  ${share(held, 'ours')}`;
  return `${name.padEnd(18)} ${String(outcomes.length).padStart(7)}   ${shares}`;
}
