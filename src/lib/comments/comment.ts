import { cleanName, cleanText, findLinks } from './comment-text.ts';

/** A published comment, as plain text. It has no e-mail address, IP address or account of its author. */
export interface Comment {
  /** Unique in its thread. It has only ASCII letters, digits, `_` and `-`, because it becomes an anchor. */
  id: string;
  /** The id of the comment that this one answers. */
  parent?: string;
  /** '' when the author gave no name. */
  author: string;
  /** Paragraphs, with an empty line between them. */
  text: string;
  /** ISO 8601 in UTC. */
  time: string;
  /** Pinned by an editor: shown before the others. */
  pinned?: true;
  /** Written by the newsroom. */
  staff?: true;
  /** Imported from an older system. The service does not know it, so the service can neither change nor remove it. */
  imported?: true;
}

/** A comment that a reader has typed and the service has not stored yet. */
export interface UnsentComment {
  name: string;
  /** '' when the form does not ask for it. */
  email: string;
  text: string;
  /** The id of the comment that this one answers. */
  parent?: string;
  /** The id of the comment at the top of the branch that `parent` is in. */
  root?: string;
}

/** Why a comment was not accepted. Each has a sentence for readers in `strings.comments.failures`. */
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

/**
 * The maximal lengths in code points, and the maximal number of links. `email` follows RFC 5321 §4.5.3.1, in octets.
 */
export const commentLimits = { name: 80, email: 254, text: 5000, links: 3 };

export type CommentField = 'name' | 'email' | 'text';

/** Returns the field that a failure is about; undefined when changing a field would not help. */
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

/** Cleans an unsent comment; only cleaned ones are checked and sent. */
export function cleanUnsentComment(comment: UnsentComment): UnsentComment {
  const { name, email, text } = comment;
  return { ...comment, name: cleanName(name), email: email.trim(), text: cleanText(text) };
}

/**
 * Lists what is wrong with a cleaned comment, in the order of the form: text, name, e-mail. Empty when it can be sent.
 */
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
 * Reads a comment from untrusted data: cleans its texts and drops unknown keys. Undefined when the value has no id that
 * can be an anchor, no time (ISO 8601, or milliseconds since the epoch) or no text.
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
