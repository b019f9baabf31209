/** What marks live coverage in lists and on share cards, by its state; a site may replace both words. */
export const liveMarks = { open: 'مباشر', closed: 'لحظة بلحظة' };
