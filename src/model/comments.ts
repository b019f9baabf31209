import { closingTime } from '../lib/comments/closing.ts';
import { commentLimits } from '../lib/comments/comment.ts';
import { giscusOrigin } from '../lib/comments/giscus.ts';
import type { LiveProvider } from '../lib/comments/service.ts';
import type { ThreadSummary } from '../library/content/comment-threads.ts';
import type { Article, Library } from '../library/types.ts';
import type { CommentSettings, Site } from '../schema/site.ts';
import { absoluteUrl, articlePath, shortPath } from './urls.ts';

/**
 * The comments section of an article page. It only refers to the comments of `archive` and to a file of terms, which
 * are loaded later.
 */
export type CommentsSection = { state: 'none' } | CommentThread;

export interface CommentThread {
  state: 'open' | 'closed';
  /** The article's comments in the comment archive. */
  archive?: ThreadSummary & { articleId: string };
  /** The ISO instant at which the thread closes by age. */
  closesAt?: string;
  /** The service that the browser asks for newer comments. */
  service?: { provider: LiveProvider; endpoint: string; siteId: string; key: string };
  form?: CommentForm;
  frame?: { url: string; host: string };
  terms: CommentTerms;
}

/** The comment form, with the field names that the service expects in a plain POST. */
export interface CommentForm {
  action: string;
  fields: { text: string; name: string; email?: string };
  hidden: Record<string, string>;
  textLimit: number;
  moderated: boolean;
  /** True if the service accepts a plain POST, which needs no script. */
  takesPlainPost: boolean;
}

export type CommentTerms = string[] | { file: string; format: 'md'; digest: string };

/**
 * Composes the comments section of an article. It depends only on the article, the settings and the comment archive, so
 * that the page is rendered again when one of them changes. docs/decisions/0030-comments.md explains how threads close
 * by age.
 */
export function composeComments(article: Article, library: Library): CommentsSection {
  const { comments, url } = library.site;
  const { provider } = comments;
  const archive = article.thread && { ...article.thread, articleId: article.id };
  const isClosed =
    article.comments === 'closed' || article.commentsClosed === true || (provider === 'none' && archive !== undefined);
  if (provider === 'none' && !isClosed) return { state: 'none' };
  const closesAt = article.comments === undefined ? closingTime(article.date, comments.closeAfter) : undefined;
  const thread: CommentThread = {
    state: isClosed ? 'closed' : 'open',
    ...(archive && { archive }),
    ...(closesAt !== undefined && { closesAt }),
    ...serviceOf(article, comments, url),
    terms: library.commentTerms ?? comments.terms,
  };
  if (isClosed) return thread;
  const frame = frameOf(article, library.site);
  if (frame) return { ...thread, frame };
  return { ...thread, form: formOf(article, library.site) };
}

/**
 * Returns the key under which the service stores the article's thread. Remark42 requires a URL; the other services
 * accept any key.
 */
function threadKey(article: Article, provider: CommentSettings['provider'], siteUrl: string): string {
  const path = shortPath(article.id);
  return provider === 'remark42' ? absoluteUrl(path, { url: siteUrl }) : path;
}

function serviceOf(
  article: Article,
  { provider, endpoint = '', siteId }: CommentSettings,
  siteUrl: string,
): Pick<CommentThread, 'service'> {
  if (provider !== 'waline' && provider !== 'isso' && provider !== 'remark42') return {};
  return { service: { provider, endpoint, siteId, key: threadKey(article, provider, siteUrl) } };
}

/** The most characters that Remark42 accepts in a comment. */
const remark42TextLimit = 2048;

function formOf(article: Article, site: Site): CommentForm {
  const { provider, endpoint = '', moderated } = site.comments;
  const common = { moderated, textLimit: commentLimits.text };
  const standard = { text: 'comment', name: 'name', email: 'email' };
  const shortLink = absoluteUrl(shortPath(article.id), site);
  switch (provider) {
    case 'waline':
      return {
        ...common,
        action: `${endpoint}/api/comment?lang=en`,
        fields: { text: 'comment', name: 'nick', email: 'mail' },
        hidden: { url: shortPath(article.id), page: new URL(absoluteUrl(articlePath(article, site), site)).pathname },
        takesPlainPost: true,
      };
    case 'isso':
      return { ...common, action: endpoint, fields: standard, hidden: {}, takesPlainPost: false };
    case 'remark42': {
      const { email: _, ...fields } = standard;
      return { ...common, textLimit: remark42TextLimit, action: endpoint, fields, hidden: {}, takesPlainPost: false };
    }
    default:
      return { ...common, action: endpoint, fields: standard, hidden: { url: shortLink }, takesPlainPost: true };
  }
}

function frameOf(article: Article, site: Site): CommentThread['frame'] {
  const { provider, endpoint = '', giscus } = site.comments;
  const shortLink = absoluteUrl(shortPath(article.id), site);
  if (provider === 'embed') return frameAt(endpoint.replace(/\{url\}|%7Burl%7D/gi, encodeURIComponent(shortLink)));
  if (provider !== 'giscus' || giscus === undefined) return undefined;
  const query = new URLSearchParams({
    origin: absoluteUrl(articlePath(article, site), site),
    theme: 'preferred_color_scheme',
    reactionsEnabled: '0',
    emitMetadata: '0',
    inputPosition: 'top',
    repo: giscus.repository,
    repoId: giscus.repositoryId,
    category: giscus.category,
    categoryId: giscus.categoryId,
    strict: '1',
    term: shortPath(article.id),
  });
  return frameAt(`${giscusOrigin}/ar/widget?${query}`);
}

function frameAt(url: string): NonNullable<CommentThread['frame']> {
  return { url, host: new URL(url).hostname };
}
