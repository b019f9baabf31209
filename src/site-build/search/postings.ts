/** The codes of one record, as numbers of codes, in the order of the words; 0 stands for a word that is not indexed. */
export interface CodedFields {
  /** The codes of the text. */
  text: Uint32Array;
  /** The codes of each field that is searched besides the text, in the order of the fields' numbers. */
  fields: readonly Uint32Array[];
}

/** Where the codes of a part occur: for each code, its places in the order of the records. */
export interface Postings {
  /** Where the places of each code begin; the next number is where they end. */
  starts: Uint32Array;
  /** The index of the record of each place. */
  records: Uint32Array;
  /** The field (0 for the text) and the position in it; see `fieldOf` and `positionOf`. */
  places: Uint32Array;
}

const positionBits = 28;

export function fieldOf(place: number): number {
  return place >>> positionBits;
}

export function positionOf(place: number): number {
  return place & ((1 << positionBits) - 1);
}

/** Sorts all words of a part by their codes, of which there are `count`. */
export function collectPostings(records: readonly CodedFields[], count: number): Postings {
  const starts = new Uint32Array(count + 1);
  for (const { text, fields } of records)
    for (const codes of [text, ...fields]) for (const code of codes) if (code > 0) bump(starts, code);
  let total = 0;
  for (let code = 0; code <= count; code++) {
    const occurrences = starts[code] ?? 0;
    starts[code] = total;
    total += occurrences;
  }
  const next = starts.slice();
  const postings = { starts, records: new Uint32Array(total), places: new Uint32Array(total) };
  for (const [record, { text, fields }] of records.entries())
    for (const [field, codes] of [text, ...fields].entries()) addField(postings, next, codes, record, field);
  return postings;
}

function bump(counts: Uint32Array, index: number): number {
  const before = counts[index] ?? 0;
  counts[index] = before + 1;
  return before;
}

function addField(
  { records, places }: Postings,
  next: Uint32Array,
  codes: Uint32Array,
  record: number,
  field: number,
): void {
  for (let position = 0; position < codes.length; position++) {
    const code = codes[position] ?? 0;
    if (code === 0) continue;
    const place = bump(next, code);
    records[place] = record;
    places[place] = (field << positionBits) | position;
  }
}
