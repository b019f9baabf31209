import type { Comment, UnsentComment } from './comment.ts';
import type { ThreadOrder } from './thread.ts';

/** The comment services with an API, for which there is an adapter. */
export type LiveProvider = 'waline' | 'isso' | 'remark42';

/** A request to a service. Adapters do not access the network themselves: a `Send` sends the request. */
export interface ServiceRequest {
  url: string;
  /** Sent as JSON by POST; without it the request is a GET. */
  json?: unknown;
  headers?: Record<string, string>;
  /** Sends cookies: for services that recognise their readers by them. */
  credentials?: boolean;
}

export interface ServiceResponse {
  status: number;
  text: string;
}

/** Sends a request. Rejects with a `CommentError` whose failure is `offline`, `timeout` or `down`. */
export type Send = (request: ServiceRequest) => Promise<ServiceResponse>;

/** How a service identifies and names a thread. */
export interface ThreadKey {
  /**
   * The same in every build: `/k7m2p/`. ASCII, because services treat the raw and the encoded form of a URL as two
   * threads.
   */
  key: string;
  /** The path of the article's page. */
  page: string;
  /** The name of the thread in the service's lists and e-mails. */
  title: string;
}

export interface ThreadPage {
  /** Published comments, roots and replies. */
  comments: Comment[];
  /** How many comments the whole thread has. */
  total: number;
  /** Whether there is a page after this one. */
  hasMore: boolean;
  /** The service accepts no more comments in this thread. */
  closed?: true;
}

/** A comment that the service has accepted. `pending` means that it waits for an editor. */
export interface Posted {
  comment: Comment;
  pending: boolean;
}

/**
 * The same interface for every service. Methods reject with a `CommentError` when the service refuses, or when its
 * answer cannot be understood.
 */
export interface CommentService {
  /** Lists the comments of a page; pages count from 1. Services without pages return everything as the first. */
  list(thread: ThreadKey, page: number, order: ThreadOrder): Promise<ThreadPage>;
  /** `comment` must be cleaned. */
  post(thread: ThreadKey, comment: UnsentComment): Promise<Posted>;
  /** Counts the published comments of each thread, in the order of the keys. */
  counts(keys: readonly string[]): Promise<number[]>;
}

export interface ServiceAddress {
  /** Has no slash at its end. */
  endpoint: string;
  /** Remark42's id for the site; '' for other services. */
  siteId: string;
}

/** Parses a JSON string; undefined when it is invalid. */
export function readJsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function recordsIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
