/**
 * Writes a corpus of more articles than there are, to measure what a search of a large archive downloads:
 *
 *     node tests/evaluation/enlarge-corpus.ts OUT.jsonl.gz COUNT CORPUS.jsonl.gz…
 *
 * All documents come first as they are, then copies of them until there are COUNT. Copies of the same articles would
 * make an index look smaller than it is: a real archive has new names and rare words in every year. So in each copy the
 * words that few documents have are other words: their letters are exchanged by a table, one for each copy, in which a
 * letter becomes another one and long vowels, hamza and taa marbuta stay, so that words keep their length and form.
 * Common words stay, and so do prefixes, since «و» or «ال» before a rare word are no part of it. Copies are dated three
 * years before what they are copies of. The same corpora make the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type CorpusDocument, readCorpus } from './search-corpus.ts';

/** Words in more documents than this, of a thousand, are common. */
const commonPerThousand = 2;
const consonants = [...'بتثجحخدذرزسشصضطظعغفقكلمنه'];
const millisecondsOfThreeYears = 3 * 365 * 86_400_000;

/** A word without a conjunction or preposition and the article. */
const wordForm = /(^|[^\p{L}\p{M}])([وف]?(?:[بك]?ال|لل)?)(\p{Script=Arabic}+)/gu;

function countDocuments(documents: readonly CorpusDocument[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, body } of documents) {
    const words = new Set(Array.from(`${title}\n${body}`.matchAll(wordForm), ([, , , word = '']) => word));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Returns a function that exchanges the letters of rare words in a text, in a way of its own for each copy. */
function alterWords(isRare: (word: string) => boolean, copy: number): (text: string) => string {
  const table = new Map(
    consonants.map((letter, index) => [letter, consonants[(index * 3 + 7 * copy) % consonants.length] ?? letter]),
  );
  return (text) =>
    text.replace(wordForm, (whole, before: string, prefix: string, word: string) =>
      isRare(word) ? before + prefix + [...word].map((letter) => table.get(letter) ?? letter).join('') : whole,
    );
}

function copyDocuments(documents: readonly CorpusDocument[], copy: number, isRare: (word: string) => boolean) {
  const alter = alterWords(isRare, copy);
  return documents.map((document) => ({
    ...document,
    id: `${document.id}-${copy}`,
    title: alter(document.title),
    body: alter(document.body),
    date: new Date(Date.parse(document.date) - copy * millisecondsOfThreeYears).toISOString(),
  }));
}

function enlarge(documents: readonly CorpusDocument[], count: number): CorpusDocument[] {
  const counts = countDocuments(documents);
  const limit = (documents.length * commonPerThousand) / 1000;
  const isRare = (word: string) => word.length > 2 && (counts.get(word) ?? 0) <= limit;
  const all = [...documents];
  for (let copy = 1; all.length < count; copy++) all.push(...copyDocuments(documents, copy, isRare));
  return all.slice(0, count);
}

const [out, count, ...corpora] = process.argv.slice(2);
if (out === undefined || !(Number(count) > 0) || corpora.length === 0)
  throw new Error('Usage: node tests/evaluation/enlarge-corpus.ts OUT.jsonl.gz COUNT CORPUS.jsonl.gz…');
const enlarged = enlarge(corpora.flatMap(readCorpus), Number(count));
writeFileSync(out, gzipSync(`${enlarged.map((document) => JSON.stringify(document)).join('\n')}\n`));
console.log(`${enlarged.length} documents`);
