import { toLatinDigits } from '../lib/arabic/digits.ts';
import { compareText } from '../lib/compare.ts';
import { deriveShortId, isShortId } from '../lib/short-id.ts';
import { messages } from './messages.ts';
import type { Problem } from './problem.ts';
import { correctLine, placeIn } from './yaml/places.ts';
import { problemAtPlace } from './yaml/problem-at.ts';
import type { Places } from './yaml/types.ts';

/** What an article's id depends on. */
export interface IdClaim {
  file: string;
  /** As written in the file. */
  id?: string;
  /** ISO 8601 in UTC; undefined if it cannot be read. */
  date?: string;
  /** Neither a draft nor dated in the future. */
  isPublished: boolean;
  places: Places;
}

export interface DerivedId {
  file: string;
  id: string;
}

export interface SettledIds {
  /** By file; an article whose written id is invalid has none. */
  ids: Map<string, string>;
  /** The ids that `npm run check -- --fix` may write into their files. */
  derived: DerivedId[];
  problems: Problem[];
}

/**
 * Gives every article its short id: the one written in its file, or one derived from its path. If the same id is
 * derived from two paths, the article that was published first (the earlier date, then the path) has it and the other
 * takes its next candidate, so that a newer article never changes a short link. See docs/decisions/0001-short-ids.md.
 * @param remembered the derived ids of an earlier build, by file: an article keeps this id, and if another one would
 * now be derived, that is a problem
 */
export function settleIds(claims: readonly IdClaim[], remembered: ReadonlyMap<string, string> = new Map()): SettledIds {
  const byFile = claims.toSorted((a, b) => compareText(a.file, b.file));
  const { written, problems } = readWrittenIds(byFile);
  const unnamed = byFile.filter(({ id }) => id === undefined).sort(byPublication);
  const byRule = deriveIds(unnamed, written);
  const known = unnamed.filter(({ file }) => remembered.has(file));
  const settled = known.length === 0 ? byRule : deriveIds([...known, ...unnamed], written, remembered);

  for (const { file, places } of unnamed) {
    const id = settled.ids.get(file);
    if (id === undefined || id !== remembered.get(file) || id === byRule.ids.get(file)) continue;
    problems.push(idProblem(file, places, messages.derivedIdWouldChange(id), id));
  }
  for (const { file, places } of unnamed) {
    const taken = settled.blocked.get(file);
    if (taken === undefined) continue;
    const message = messages.derivedIdIsWritten(taken.id, taken.owner);
    problems.push(idProblem(file, places, message, settled.ids.get(file)));
  }
  return {
    ids: new Map([...[...written].map(([id, file]) => [file, id] as const), ...settled.ids]),
    derived: [...settled.ids]
      .filter(([file]) => !settled.blocked.has(file))
      .map(([file, id]) => ({ file, id }))
      .sort((a, b) => compareText(a.file, b.file)),
    problems,
  };
}

interface WrittenIds {
  /** File by id. */
  written: Map<string, string>;
  problems: Problem[];
}

function readWrittenIds(claims: readonly IdClaim[]): WrittenIds {
  const written = new Map<string, string>();
  const refused: (IdClaim & { id: string; message: string })[] = [];
  for (const claim of claims) {
    const { file, id } = claim;
    if (id === undefined) continue;
    const other = written.get(id);
    if (!isShortId(id)) refused.push({ ...claim, id, message: messages.malformedId(id) });
    else if (other !== undefined) refused.push({ ...claim, id, message: messages.duplicateId(id, other) });
    else written.set(id, file);
  }
  const offered = new Set(written.keys());
  const problems = refused.map(({ file, id, places, message }) => {
    const offer = [readAsCrockford(id), ...candidates(file)].find((other) => isShortId(other) && !offered.has(other));
    if (offer !== undefined) offered.add(offer);
    return idProblem(file, places, message, offer);
  });
  return { written, problems };
}

interface Derivation {
  ids: Map<string, string>;
  /** By file: a candidate of its path that is the written id of another file but no candidate of that file's path. */
  blocked: Map<string, { id: string; owner: string }>;
}

function deriveIds(
  claims: readonly IdClaim[],
  written: ReadonlyMap<string, string>,
  remembered: ReadonlyMap<string, string> = new Map(),
): Derivation {
  const ids = new Map<string, string>();
  const blocked: Derivation['blocked'] = new Map();
  const taken = new Set(written.keys());
  for (const { file } of claims) {
    if (ids.has(file)) continue;
    const before = remembered.get(file);
    for (const id of before === undefined ? candidates(file) : [before, ...candidates(file)]) {
      const owner = written.get(id);
      if (owner !== undefined && !isCandidate(id, owner)) blocked.set(file, { id, owner });
      if (taken.has(id)) continue;
      taken.add(id);
      ids.set(file, id);
      break;
    }
  }
  return { ids, blocked };
}

const attempts = 8;

/** Yields the ids that can be derived from a path, in order of preference. */
function* candidates(file: string): Generator<string> {
  for (let attempt = 0; attempt < attempts; attempt += 1) yield deriveShortId(file, attempt);
}

function isCandidate(id: string, file: string): boolean {
  return [...candidates(file)].includes(id);
}

/** Replaces the letters that are not in Crockford's Base32 alphabet with the characters that they look like. */
function readAsCrockford(id: string): string {
  return toLatinDigits(id).toLowerCase().replaceAll('o', '0').replace(/[il]/g, '1').replaceAll('u', 'v');
}

function idProblem(file: string, places: Places, message: string, id: string | undefined): Problem {
  const place = placeIn(places, 'id');
  const corrected = id === undefined ? undefined : place.text === '' ? `id: ${id}` : correctLine(place, id);
  return problemAtPlace(file, place, 'id', message, corrected);
}

function byPublication(a: IdClaim, b: IdClaim): number {
  return (
    Number(b.isPublished) - Number(a.isPublished) ||
    compareText(a.date ?? '9999', b.date ?? '9999') ||
    compareText(a.file.normalize('NFC'), b.file.normalize('NFC'))
  );
}
