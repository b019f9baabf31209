import { cleanName, cleanText, findLinks } from './comment-text.ts';

/** A comment that has been published, as plain text; nothing in it says who its author is outside the page. */
export interface Comment {
  /** Unique in its thread, of ASCII letters, digits and hyphens: it becomes an anchor. */
  id: string;
  /** The id of the comment that this one answers. */
  parent?: string;
  /** '' where the author gave no name. */
  author: string;
  /** Paragraphs parted by an empty line. */
  text: string;
  /** ISO 8601 in UTC. */
  time: string;
  /** Chosen by the editor: stands before the others. */
  pinned?: true;
  /** Written by the newsroom. */
  staff?: true;
  /** Of an older system: no service has it, so that no service can change or remove it. */
  imported?: true;
}

/** What a reader has typed. */
export interface UnsentComment {
  name: string;
  /** '' where the form does not ask for it. */
  email: string;
  text: string;
  parent?: string;
  /** The comment at the top of the thread that `parent` is in. */
  root?: string;
}

/** Why a comment was not taken; every one has a sentence in `strings.comments.failures`. */
export const commentFailures = [
  'name-required',
  'name-too-long',
  'name-refused',
  'email-required',
  'email-invalid',
  'text-required',
  'text-too-long',
  'too-many-links',
  'duplicate',
  'rate-limit',
  'closed',
  'refused',
  'parent-gone',
  'offline',
  'timeout',
  'down',
  'unknown',
] as const;
export type CommentFailure = (typeof commentFailures)[number];

export class CommentError extends Error {
  override readonly name = 'CommentError';
  readonly failure: CommentFailure;

  constructor(failure: CommentFailure, options?: ErrorOptions) {
    super(`Comment failed: ${failure}`, options);
    this.failure = failure;
  }
}

export function isCommentFailure(value: unknown): value is CommentFailure {
  return (commentFailures as readonly unknown[]).includes(value);
}

/** In characters as readers count them (code points), except `email`: RFC 5321 §4.5.3.1 counts octets. */
export const commentLimits = { name: 80, email: 254, text: 5000, links: 3 };

export type CommentField = 'name' | 'email' | 'text';

/** The field that a failure is about; undefined for what no field can mend. */
export function fieldOf(failure: CommentFailure): CommentField | undefined {
  if (failure === 'too-many-links') return 'text';
  const [field] = failure.split('-');
  return field === 'name' || field === 'email' || field === 'text' ? field : undefined;
}

export interface CommentRules {
  /** Whether an e-mail address is required. */
  email: boolean;
  textLimit: number;
}

/** The draft as it may be sent. */
export function cleanUnsentComment(draft: UnsentComment): UnsentComment {
  return { ...draft, name: cleanName(draft.name), email: draft.email.trim(), text: cleanText(draft.text) };
}

/** What is wrong with a cleaned draft, in the order of the form: text, name, e-mail; empty where it can be sent. */
export function checkUnsentComment({ text, name, email }: UnsentComment, rules: CommentRules): CommentFailure[] {
  const failures: (CommentFailure | false)[] = [
    text === '' && 'text-required',
    lengthOf(text) > rules.textLimit && 'text-too-long',
    findLinks(text).length > commentLimits.links && 'too-many-links',
    name === '' && 'name-required',
    lengthOf(name) > commentLimits.name && 'name-too-long',
    rules.email && email === '' && 'email-required',
    email !== '' && !isEmail(email) && 'email-invalid',
  ];
  return failures.filter((failure) => failure !== false);
}

function isEmail(text: string): boolean {
  return text.length <= commentLimits.email && /^[^\s@<>]+@[^\s@<>.]+(?:\.[^\s@<>.]+)+$/.test(text);
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/**
 * A comment made of what came from outside: cleaned, and without keys that a comment does not have. Undefined for what is
 * none: without an id that can be an anchor, a time or any text.
 */
export function readComment(value: unknown): Comment | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, parent, author, text, time, pinned, staff, imported } = value as Record<string, unknown>;
  const instant = typeof time === 'string' || typeof time === 'number' ? new Date(time) : undefined;
  if (!isCommentId(id) || instant === undefined || Number.isNaN(instant.getTime()) || typeof text !== 'string') {
    return undefined;
  }
  const cleaned = cleanText(text);
  if (cleaned === '') return undefined;
  return {
    id,
    ...(isCommentId(parent) && parent !== id && { parent }),
    author: typeof author === 'string' ? cleanName(author) : '',
    text: cleaned,
    time: instant.toISOString(),
    ...(pinned === true && { pinned }),
    ...(staff === true && { staff }),
    ...(imported === true && { imported }),
  };
}

function isCommentId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}
