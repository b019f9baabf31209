/** Compares strings by UTF-16 code units, so that their order is the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares by `order`; entries without one come last. */
export function compareOrder(a: { order?: number | undefined }, b: { order?: number | undefined }): number {
  return (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE);
}
