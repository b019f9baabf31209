interface Identified {
  id: string;
}

/** By the lists of the library, which nobody changes once it is open. */
const indexes = new WeakMap<readonly Identified[], ReadonlyMap<string, Identified>>();

/** Finds the author, section, series or article of this id. The list is indexed once, because every story asks. */
export function findById<Entry extends Identified>(entries: readonly Entry[], id: string): Entry | undefined {
  const index = indexes.get(entries) ?? new Map(entries.toReversed().map((entry) => [entry.id, entry]));
  indexes.set(entries, index);
  return index.get(id) as Entry | undefined;
}
