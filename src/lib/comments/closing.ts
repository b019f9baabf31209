const day = 24 * 60 * 60 * 1000;

/**
 * Returns when a thread closes, in ISO 8601: `days` after the article's `date`. Without `days` threads stay open, and
 * the result is undefined.
 */
export function closingTime(date: string, days: number | undefined): string | undefined {
  return days === undefined ? undefined : new Date(Date.parse(date) + days * day).toISOString();
}
