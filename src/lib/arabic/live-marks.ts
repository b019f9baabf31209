/** What marks live coverage in lists and on share cards, by its state; a site may replace both words. */
export const liveMarks = { open: 'مباشر', closed: 'لحظة بلحظة' };

/** Puts the mark before the kicker: «مباشر · ثقافة». */
export function markKicker(mark: string, kicker: string | undefined): string {
  return kicker === undefined ? mark : `${mark} · ${kicker}`;
}
