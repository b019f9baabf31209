import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { SearchRecord } from '../../src/model/search-record.ts';

/** A document of a corpus, which is a file with one JSON object on each line. */
export interface CorpusDocument {
  id: string;
  title: string;
  body: string;
  date: string;
  source?: string;
  category?: string;
}

/** Reads a corpus, plain or gzipped. The newest document comes first; ties are sorted by id. */
export function readCorpus(file: string): CorpusDocument[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  const documents = text
    .trim()
    .split('\n')
    .map((line): CorpusDocument => JSON.parse(line));
  return documents
    .map((document) => ({ ...document, date: instantOf(document.date) }))
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1));
}

/**
 * Converts a date to ISO 8601 in UTC. Corpora have dates in several forms; one without a zone, `2015-07-21 02:16:14`,
 * is read as UTC.
 */
function instantOf(written: string): string {
  const hasZone = /Z|[+-]\d\d:?\d\d$/.test(written);
  return new Date(hasZone || !written.includes(' ') ? written : `${written.replace(' ', 'T')}Z`).toISOString();
}

export function toRecord({ id, title, body, date, source, category }: CorpusDocument): SearchRecord {
  return {
    url: `/${encodeURIComponent(id)}/`,
    title,
    lead: '',
    headings: [],
    text: body,
    date: date.slice(0, 10),
    instant: date,
    section: category ?? source ?? 'أخبار',
    authors: [],
    editors: [],
    year: date.slice(0, 4),
    tags: [],
    names: [],
  };
}

export function idOf(url: string): string {
  return decodeURIComponent(url.slice(1, -1));
}
