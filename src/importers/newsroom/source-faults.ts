/** Thrown if a source ends before its last element does, as a download that was interrupted. */
export class IncompleteSource extends Error {
  override readonly name = 'IncompleteSource';
}

/** Thrown if a file is no source of the kind that is read. */
export class OtherSource extends Error {
  override readonly name = 'OtherSource';
}
