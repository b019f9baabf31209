import { z } from 'zod';
import { messages } from './messages.ts';
import { type Fault, isFault, readShownText, readText, scalar } from './values.ts';

/** Words of the interface that the owner replaces, by the path of their key: `navigation.sections`. */
export type LabelOverrides = Readonly<Record<string, string>>;

/**
 * What a word of the interface is, which decides what may stand in its place: a label beside others, a sentence, a
 * pattern with a place `#` for another word, a sign of a few characters, or text that is composed from data by grammar.
 */
export type LabelKind = 'label' | 'sentence' | 'pattern' | 'sign' | 'composed';

const keys = (list: string): readonly string[] => list.trim().split(/\s+/);

/**
 * The keys of all words that readers see: those in `strings/interface.ts`, and below `body` those in
 * `markdown/labels.ts`. A test compares them.
 */
export const labelKeys: Readonly<Record<LabelKind, readonly string[]>> = {
  label: keys(`
    skipLink navigation.sections navigation.allSections navigation.search navigation.footer navigation.home
    navigation.trail navigation.menu breaking.label breaking.close front.latest front.newest front.pictures
    front.choice front.blank mostRead.heading article.lastUpdated article.sourceLabel article.contents article.tags
    live.marks.open live.marks.closed live.heading live.summary live.keyEvents live.olderKeyEvents live.entries
    live.isKey live.isPinned live.none live.refresh live.toNewest live.closedEmpty live.share live.toPlace live.older
    live.feed live.newer live.back shortLink.label shortLink.copy shortLink.copied recording.label listen.start
    listen.pause listen.resume listen.stop print.button print.address gallery.label gallery.previous gallery.next
    gallery.close share.heading share.networks.whatsapp share.networks.telegram share.networks.x
    share.networks.facebook share.networks.mail share.system comments.heading comments.leave comments.name
    comments.email comments.comment comments.submit comments.terms comments.closed comments.trap comments.toForm
    comments.reader comments.staff comments.pinned comments.pending comments.reply comments.answering
    comments.cancelReply comments.order comments.newest comments.oldest comments.more comments.live.sending
    comments.frame.open related.heading author.all author.edited paging.label paging.older paging.newer archive.title
    corrections.title corrections.kinds.correction corrections.kinds.clarification corrections.kinds.update
    withdrawn.title withdrawn.reason tag.kicker tag.all indexes.letters indexes.others series.all series.open
    series.closed series.latest series.navigation series.earlier series.later series.earlierPage series.laterPage
    search.title search.label search.placeholder search.submit search.results search.completions search.narrowing
    search.filters.section.label search.filters.section.all search.filters.author.label search.filters.author.all
    search.filters.year.label search.filters.year.all search.filters.tag.label search.filters.tag.all
    search.sort.label search.sort.relevance search.sort.date search.reset search.entities.label
    search.entities.kinds.author search.entities.kinds.femaleAuthor search.entities.kinds.desk
    search.entities.kinds.section search.entities.kinds.tag search.entities.kinds.series search.near.heading
    search.live.searching search.more notFound.title notFound.searchInvitation notFound.sectionsInvitation notFound.home theme.label
    theme.choices.light theme.choices.dark theme.choices.auto theme.current.light theme.current.dark
    theme.current.auto textSize.label textSize.larger textSize.smaller textSize.current.0 textSize.current.1
    textSize.current.2 textSize.current.3 textSize.current.-1 saved.title saved.save saved.saved
    saved.noConnection.title saved.readWhole saved.delete saved.deleteAll saved.resume saved.close
    readerSettings.label readerSettings.dataSaver readerSettings.showPicture image.captionPrefix image.creditPrefix
    banner.marks.draft banner.marks.future banner.marks.expired follow.title follow.channels follow.networks.whatsapp
    follow.networks.telegram follow.networks.x follow.networks.facebook follow.networks.instagram
    follow.networks.youtube follow.networks.tiktok follow.networks.threads follow.networks.bluesky
    follow.networks.mastodon follow.networks.linkedin follow.newsletter follow.email follow.subscribe feed.title
    feed.open feed.inReader.device feed.inReader.feedly feed.inReader.inoreader feed.copy feed.follow.site
    feed.follow.category feed.follow.tag feed.follow.series feed.groups.site feed.groups.category feed.groups.author
    feed.groups.series feed.groups.tag feed.formats.rss feed.formats.atom feed.formats.json redirect.follow.article
    redirect.follow.page body.externalLink body.footnotes body.taskDone body.taskOpen body.recording.audio
    body.recording.video body.embeds.names.youtube body.embeds.names.vimeo body.embeds.names.x
    body.embeds.names.instagram body.embeds.names.facebook body.embeds.names.tiktok body.embeds.names.telegram
    body.embeds.names.soundcloud body.embeds.names.spotify body.embeds.names.openstreetmap
    body.embeds.names.google-maps body.embeds.titles.youtube body.embeds.titles.vimeo body.embeds.titles.x
    body.embeds.titles.instagram body.embeds.titles.facebook body.embeds.titles.tiktok body.embeds.titles.telegram
    body.embeds.titles.soundcloud body.embeds.titles.spotify body.embeds.titles.openstreetmap
    body.embeds.titles.google-maps body.embeds.actions.video body.embeds.actions.post body.embeds.actions.audio
    body.embeds.actions.map
  `),
  sentence: keys(`
    live.isThere live.gone listen.failed gallery.failed shortLink.copyFailed comments.note comments.noteWithoutEmail
    comments.moderated comments.needsScript comments.remember comments.rememberName comments.live.restored
    comments.live.restoredSent comments.live.needsEmail comments.live.stale comments.outcomes.pending
    comments.outcomes.published comments.failures.name-required comments.failures.name-too-long
    comments.failures.name-refused comments.failures.email-required comments.failures.email-invalid
    comments.failures.text-required comments.failures.text-too-long comments.failures.too-many-links
    comments.failures.duplicate comments.failures.rate-limit comments.failures.closed comments.failures.refused
    comments.failures.parent-gone comments.failures.offline comments.failures.timeout comments.failures.down
    comments.failures.unknown search.withoutScript search.hint search.near.explanation search.live.failed
    search.live.nothingInFilters notFound.explanation banner.draft banner.draftPage corrections.explanation
    follow.invitation feed.explanation feed.invitation feed.all saved.explanation saved.needsScript saved.worksOffline
    saved.empty saved.noConnection.explanation saved.confirmDeleteAll saved.added saved.addedOnlineOnly saved.removed
    saved.failed readerSettings.dataSaverOn readerSettings.dataSaverOff readerSettings.forget
    readerSettings.confirmForget readerSettings.forgotten readerSettings.forgetFailed
  `),
  pattern: keys(`
    article.age search.live.didYouMean search.live.readAs saved.read
  `),
  sign: keys(`
    textSize.largerSign textSize.smallerSign
  `),
  composed: keys(`
    documentTitle mostRead.period article.byline article.opening article.openingAlone article.editedBy
    article.readingTime live.kicker live.closed live.moment live.shareOf live.span live.page author.writtenCount
    author.editedCount share.via comments.count comments.by comments.replyTo gallery.place gallery.enlarge
    recording.facts live.newEntries comments.live.count comments.frame.notice related.moreFrom counts.articles
    saved.count saved.deleteTitled saved.withdrawn saved.addedToFull series.titled series.place series.ordinal
    series.count search.live.exact search.live.relatives search.live.followedByNear search.live.onlyNear
    search.live.onlyEntities search.live.articles banner.future banner.expired
    corrections.titled withdrawn.explanation video.playTitled video.notice feed.of feed.follow.author
    feed.copyAddressOf feed.copiedAddressOf footer.rights redirect.moved.article redirect.moved.page body.backToText
    body.table body.fileDetails body.embeds.notice
  `),
};

/** The most characters of a text that replaces another. The words that it replaces have at most three quarters of it. */
const longest = { label: 40, sentence: 200, pattern: 40, sign: 4 };

const markup = /<[/!]?[a-z]|\*\*|__|\]\(|&(?:#\d+|[a-z]+);/i;

/** Makes the schema of the text in the place of a word. */
function replacement(key: string, kind: Exclude<LabelKind, 'composed'>): z.ZodType<string, string> {
  const most = longest[kind];
  return scalar((written): string | Fault => {
    const read = kind === 'sign' ? readText(written) : readShownText(written);
    if (isFault(read)) return read;
    if (read === '') return { tell: messages.noLetters };
    const at = read.search(markup);
    if (at !== -1) return { tell: () => messages.labelHasMarkup(key) };
    if (kind === 'pattern' && !read.includes('#')) return { tell: () => messages.labelWithoutPlace(key) };
    const length = [...read].length;
    return length <= most ? read : { tell: () => messages.labelTooLong(key, length, most) };
  }).meta({ shown: true });
}

/** Makes the schema of a key whose text cannot be replaced, whatever is written for it. */
function refused(key: string): z.ZodType<string, unknown> {
  return z
    .unknown()
    .meta({ refused: true })
    .transform((input, context): string => {
      const fault: Fault = { tell: () => messages.labelIsComposed(key) };
      context.issues.push({ code: 'custom', input, params: { ...fault } });
      return z.NEVER;
    });
}

const members = Object.entries(labelKeys).flatMap(([kind, list]) =>
  list.map((key): [string, z.ZodType] => [
    key,
    (kind === 'composed' ? refused(key) : replacement(key, kind as Exclude<LabelKind, 'composed'>)).optional(),
  ]),
);

/** Arranges schemas by the first part of their keys: `{ 'paging.older': a }` → `{ paging: { older: a } }`. */
function nest(flat: readonly [string, z.ZodType][]): Record<string, z.ZodType> {
  const groups = Map.groupBy(flat, ([key]) => key.split('.')[0] as string);
  return Object.fromEntries(
    [...groups].map(([name, group]) => {
      const [only] = group;
      if (only?.[0] === name) return [name, only[1]];
      const inner = group.map(([key, schema]): [string, z.ZodType] => [key.slice(name.length + 1), schema]);
      return [name, z.strictObject(nest(inner)).optional()];
    }),
  );
}

/** Refuses the second text of a key that is written both whole and by its parts. */
function refuseDoubled(labels: Record<string, unknown>, context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const { key, path, text } of textsIn(labels)) {
    const fault: Fault = { tell: () => messages.labelTwice(key) };
    if (seen.has(key)) context.addIssue({ code: 'custom', path, input: text, params: { ...fault } });
    seen.add(key);
  }
}

/** Lists the texts in the words of the interface as they are written, with their whole keys. */
function textsIn(value: unknown, path: readonly string[] = []): { key: string; path: string[]; text: string }[] {
  if (typeof value === 'string') return [{ key: path.join('.'), path: [...path], text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, [...path, name]));
}

/** The key of `site.yaml` for the words of the interface, each by its whole key or below the names in it. */
export const labelShape = {
  labels: z
    .strictObject({ ...Object.fromEntries(members), ...nest(members) })
    .superRefine(refuseDoubled)
    .optional()
    .describe('كلمات الواجهة التي تريد غيرها: المفتاح ثم الكلمة، مثل «front.latest: جديد اليوم».'),
};

/** Returns the replaced words by their whole keys, in the order of `labelKeys`. */
export function completeLabels({ labels = {} }: { labels?: Record<string, unknown> | undefined }): LabelOverrides {
  const written = new Map(textsIn(labels).map(({ key, text }) => [key, text]));
  return Object.fromEntries(
    members.flatMap(([key]) => {
      const text = written.get(key);
      return text === undefined ? [] : [[key, text]];
    }),
  );
}
