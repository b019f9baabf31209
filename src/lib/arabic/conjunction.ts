/** Joins names by «و», which is written as one word with an Arabic name: «هدى ونور و Ann Lee». */
export function joinWithAnd(names: readonly string[]): string {
  return names.map((name, index) => (index === 0 ? name : andBefore(name) + name)).join('');
}

/** Returns what stands between two names of which this is the second: « و», or « و » before a name in other letters. */
export function andBefore(name: string): string {
  return /^\P{L}*\p{Script=Arabic}/u.test(name) ? ' و' : ' و ';
}
