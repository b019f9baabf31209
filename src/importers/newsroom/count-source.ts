import type { TallyKind, TallyReason } from '../../strings/import-tally.ts';
import type { BodyLoss, ConvertedBody } from './body.ts';
import type { SourceEntry, SourceNewsroom } from './source.ts';
import type { Fate, Outcome, Tally } from './tally.ts';

/** Counts an article or a page with its comments. `hasCome` is false if it was deleted here after an earlier import. */
export function tallyEntry(tally: Tally, kind: 'articles' | 'pages', entry: SourceEntry, hasCome: boolean): void {
  const name = entry.outcome?.name ?? '';
  const own = entry.outcome ?? { name, fate: 'came', ...entryReason(entry) };
  tally.add(kind, hasCome ? own : { name, fate: 'left', reason: 'deleted-here' });
}

/** Returns the outcome of a published article whose date the site refuses. */
export function undatedOutcome({ outcome }: SourceEntry): Outcome {
  return { name: outcome?.name ?? '', fate: 'changed', reason: 'undated' };
}

function entryReason({ isDraft, isScheduled }: SourceEntry): { reason?: TallyReason } {
  if (isDraft) return { reason: 'draft' };
  return isScheduled ? { reason: 'scheduled' } : {};
}

/** Counts the comments of articles: those of drafts do not come. */
export function tallyComments(
  tally: Tally,
  { articles }: SourceNewsroom,
  hasCome: (entry: SourceEntry) => boolean,
): void {
  for (const entry of articles) {
    const { comments, undatedComments = 0 } = entry;
    const reason = hasCome(entry) ? 'on-draft' : 'on-left';
    if (entry.isDraft || !hasCome(entry)) tally.add('comments', { name: '', fate: 'left', reason }, comments.length);
    else {
      tally.add('comments', { name: '', fate: 'changed', reason: 'undated-comment' }, undatedComments);
      tally.add('comments', { name: '', fate: 'came' }, comments.length - undatedComments);
    }
  }
}

/** Counts authors, sections and tags. What the old system did not have is not among what came. */
export function tallyTerms(tally: Tally, { authors, sections, tags }: SourceNewsroom): void {
  for (const [kind, terms] of [
    ['authors', authors],
    ['sections', sections],
    ['tags', tags],
  ] as const) {
    tally.add(kind, { name: '', fate: 'came' }, terms.filter(({ isInvented }) => !isInvented).length);
  }
}

/**
 * Counts the files of the media library.
 * @param placed URLs of the images that are placed beside entries
 * @param missing URLs of images that could not be fetched
 */
export function tallyMedia(
  tally: Tally,
  { media }: SourceNewsroom,
  placed: ReadonlySet<string>,
  missing: ReadonlySet<string>,
): void {
  for (const { address } of media) {
    if (placed.has(address)) tally.add('media', { name: '', fate: 'came' });
    else
      tally.add('media', { name: '', fate: 'left', reason: missing.has(address) ? 'not-fetched' : whyLeft(address) });
  }
}

function whyLeft(address: string): TallyReason {
  return /\.(?:svg|png|jpe?g|webp|avif|gif|tiff?)$/i.test(address) ? 'not-shown' : 'not-an-image';
}

export const missingImage: Outcome = { name: '', fate: 'left', reason: 'missing-image' };

/** What each loss is counted as. */
const lossOutcomes: Record<BodyLoss['kind'], readonly [TallyKind, Fate, TallyReason]> = {
  image: ['images', 'left', 'missing-image'],
  link: ['links', 'left', 'dead-link'],
  'caption-link': ['links', 'left', 'caption-link'],
  frame: ['embeds', 'changed', 'as-link'],
  recording: ['recordings', 'left', 'recording'],
  program: ['programs', 'left', 'program'],
  shortcode: ['shortcodes', 'left', 'shortcode'],
  block: ['blocks', 'left', 'block'],
};

/** Counts what a body holds beside its text: what came over, and what did not. */
export function tallyBody(tally: Tally, { losses, parts = [] }: Pick<ConvertedBody, 'losses' | 'parts'>): void {
  for (const { kind, name } of parts) tally.add(kind, { name, fate: 'came' });
  for (const loss of losses) {
    const [kind, fate, reason] = lossOutcomes[loss.kind];
    tally.add(kind, { name: nameOf(loss), fate, reason });
  }
}

/** Names what was lost as its system does, so that all of one name are told together. */
function nameOf(loss: BodyLoss): string {
  if (loss.kind === 'shortcode') return /[a-z][\w./-]*/i.exec(loss.written)?.[0] ?? loss.written;
  if (loss.kind === 'block') return loss.name;
  if (loss.kind === 'program') return loss.tag;
  return loss.kind === 'frame' && URL.canParse(loss.address) ? new URL(loss.address).host : '';
}
