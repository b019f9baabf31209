import { compareText } from '../lib/compare.ts';
import type { Article, Library } from '../library/types.ts';
import type { Correction } from '../schema/published-corrections.ts';
import { feedFormats } from './feed.ts';
import type { FeedFormat } from './urls.ts';

/** A correction with the anchor that it has on the page of its article, to which the list of all links. */
export interface AnchoredCorrection extends Correction {
  /** `correction-202611200730`: made of its date in UTC, so that it stays when the text or the order changes. */
  anchor: string;
}

/** Returns the corrections of an article, newest first. Of several in one minute, the later ones in the file count on. */
export function anchoredCorrections({ corrections = [] }: Pick<Article, 'corrections'>): AnchoredCorrection[] {
  const taken = new Map<string, number>();
  return corrections.map((correction) => {
    const minute = correction.date.slice(0, 16).replace(/\D/g, '');
    const count = (taken.get(minute) ?? 0) + 1;
    taken.set(minute, count);
    return { ...correction, anchor: `correction-${minute}${count > 1 ? `-${count}` : ''}` };
  });
}

/** The corrections of an article's own page. */
export interface PlacedCorrections {
  /** Above the text. */
  fresh: AnchoredCorrection[];
  /** Below the text. */
  settled: AnchoredCorrection[];
}

/** Divides the corrections of an article; undefined if it has none. */
export function placeCorrections(article: Article): PlacedCorrections | undefined {
  if (article.corrections === undefined) return undefined;
  const all = anchoredCorrections(article);
  const count = article.freshCorrections ?? 0;
  return { fresh: all.slice(0, count), settled: all.slice(count) };
}

/** One correction in the list of all. */
export interface ListedCorrection {
  article: Article;
  correction: AnchoredCorrection;
}

const listOf = new WeakMap<readonly Article[], ListedCorrection[]>();

/**
 * Lists the corrections of all published articles, newest first. The list is cached, because the page, its feed and the
 * addresses of the site all ask for it.
 */
export function listCorrections({ articles }: Pick<Library, 'articles'>): readonly ListedCorrection[] {
  const known = listOf.get(articles) ?? findCorrections(articles);
  listOf.set(articles, known);
  return known;
}

function findCorrections(articles: readonly Article[]): ListedCorrection[] {
  const all = articles.flatMap((article) =>
    article.corrections === undefined || article.unpublished
      ? []
      : anchoredCorrections(article).map((correction) => ({ article, correction })),
  );
  const orderOf = ({ article, correction }: ListedCorrection) => `${article.id} ${correction.anchor}`;
  return all
    .map((listed) => ({ listed, date: listed.correction.date, order: orderOf(listed) }))
    .sort((a, b) => compareText(b.date, a.date) || compareText(a.order, b.order))
    .map(({ listed }) => listed);
}

/** Whether the site has a list of corrections. */
export function hasCorrections(library: Pick<Library, 'articles'>): boolean {
  return listCorrections(library).length > 0;
}

/** Returns the formats of the feed of corrections: those that the feeds of sections have. */
export function correctionsFeedFormats(library: Library): readonly FeedFormat[] {
  return hasCorrections(library) ? feedFormats('category', library.site) : [];
}
