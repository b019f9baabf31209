import type { Comment, UnsentComment } from './comment.ts';
import type { ThreadOrder } from './thread.ts';

/** The services that take and give comments by an interface of their own. */
export const liveProviders = ['waline', 'isso', 'remark42'] as const;
export type LiveProvider = (typeof liveProviders)[number];

/** A request to a service, to be sent by whoever has a network. */
export interface ServiceRequest {
  url: string;
  /** Sent as JSON by POST; without it the request is a GET. */
  json?: unknown;
  headers?: Record<string, string>;
  /** True where the service knows its readers by cookies. */
  credentials?: boolean;
}

export interface ServiceResponse {
  status: number;
  text: string;
}

/** Rejects with a `CommentError` that says `offline`, `timeout` or `down`. */
export type Send = (request: ServiceRequest) => Promise<ServiceResponse>;

/** A thread as a service knows it. */
export interface ThreadKey {
  /** The same in every build: `/k7m2p/`. ASCII, since services file raw and encoded forms of one address apart. */
  key: string;
  /** The path of the article's page. */
  page: string;
  /** What a service calls the thread in its lists and letters. */
  title: string;
}

export interface ThreadPage {
  /** Published comments, roots and replies. */
  comments: Comment[];
  /** How many the whole thread has. */
  total: number;
  /** Whether there is a page after this one. */
  hasMore: boolean;
  /** True where the service takes no more comments on this thread. */
  closed?: true;
}

/** What became of a comment: published at once, or waiting for an editor. */
export interface Posted {
  comment: Comment;
  pending: boolean;
}

/** One service behind one face. Every method rejects with a `CommentError` where the service refuses or cannot be read. */
export interface CommentService {
  /** `page` counts from 1. */
  list(thread: ThreadKey, page: number, order: ThreadOrder): Promise<ThreadPage>;
  /** Takes a cleaned draft. */
  post(thread: ThreadKey, draft: UnsentComment): Promise<Posted>;
  /** The number of published comments of each thread, in the order of the keys. */
  counts(keys: readonly string[]): Promise<number[]>;
}

export interface ServiceAddress {
  /** Without a slash at its end. */
  endpoint: string;
  /** What Remark42 knows the site by. */
  siteId: string;
}

/** The JSON of a response, or undefined where it is none. */
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
