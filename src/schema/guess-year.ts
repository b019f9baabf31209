/** The years that a guess may be, and the one that it is likely to be close to. */
interface YearRange {
  first: number;
  last: number;
  near: number;
  /** How far from `near` a guess by one wrong digit is still likelier than others. */
  reach: number;
}

/**
 * Guesses the year that was meant by a mistyped one: by its digits in another order (2062 → 2026, 0226 → 2026), else
 * by one wrong digit (1026 → 2026). Of two digits, the century was left out (0026 → 2026).
 */
export function guessYear(written: number, { first, last, near, reach }: YearRange): number | undefined {
  const digits = String(written).padStart(4, '0');
  if (digits.length !== 4) return undefined;
  if (written > 0 && written < 100) return 2000 + written;
  const years = Array.from({ length: last - first + 1 }, (_none, index) => first + index)
    .filter((year) => year !== written)
    .sort((a, b) => Math.abs(a - near) - Math.abs(b - near) || a - b);
  return (
    years.find((year) => areNeighboursSwapped(digits, String(year))) ??
    years.find((year) => inOrder(digits) === inOrder(String(year))) ??
    years.find((year) => Math.abs(year - near) <= reach && differences(digits, String(year)).length === 1)
  );
}

function areNeighboursSwapped(a: string, b: string): boolean {
  const [at = 0, next, ...more] = differences(a, b);
  return more.length === 0 && next === at + 1 && a[at] === b[next] && a[next] === b[at];
}

/** Returns the indexes at which two strings of the same length differ. */
function differences(a: string, b: string): number[] {
  return [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
}

function inOrder(digits: string): string {
  return [...digits].sort().join('');
}
