import { closingTime } from '../lib/comments/closing.ts';
import { compareText } from '../lib/compare.ts';
import type { ArticleMatter } from '../schema/article.ts';
import type { Site } from '../schema/site.ts';

/** What happens by itself at a moment, at the first build after it. */
export type AgendaKind =
  | 'appears'
  | 'expires'
  | 'comments-close'
  | 'correction-settles'
  | 'live-entry-appears'
  | 'pin-ends'
  | 'alert-appears'
  | 'alert-ends'
  | 'series-closes';

/** Something that happens by itself. */
export interface AgendaItem {
  /** ISO 8601 in UTC. */
  at: string;
  kind: AgendaKind;
  /** Content-relative, with `/`. */
  file: string;
  /** What readers know it by: a headline, or the words of an alert. */
  title: string;
}

/** An article as its file has it. */
export interface DatedArticle {
  file: string;
  matter: Partial<ArticleMatter>;
}

/** Returns what is still to come at the moment `now` (epoch milliseconds), the soonest first. */
export function composeAgenda(moments: readonly AgendaItem[], now: number): AgendaItem[] {
  return moments
    .filter(({ at }) => Date.parse(at) > now)
    .sort((a, b) => compareText(a.at, b.at) || compareText(a.file, b.file) || compareText(a.kind, b.kind));
}

/** Lists the moments of articles, past ones too. Drafts and withdrawn articles have none. */
export function articleMoments(articles: readonly DatedArticle[], { comments }: Pick<Site, 'comments'>): AgendaItem[] {
  return articles.flatMap(({ file, matter }) => {
    const { title = '', date, expires, draft, withdrawn } = matter;
    if (draft || withdrawn || date === undefined) return [];
    const closes =
      comments.provider === 'none' || matter.comments !== undefined
        ? undefined
        : closingTime(date, comments.closeAfter);
    const item = (kind: AgendaKind, at: string | undefined): AgendaItem[] =>
      at === undefined ? [] : [{ at, kind, file, title }];
    return [
      ...item('appears', date),
      ...item('expires', expires),
      // Comments go with an article that is taken out before they close.
      ...(closes !== undefined && expires !== undefined && closes >= expires ? [] : item('comments-close', closes)),
    ];
  });
}
