/** An unsent comment as the browser stores it. Its keys are in the storage of readers' browsers: do not rename them. */
export interface StoredComment {
  text: string;
  name: string;
  /** The id of the comment that it answers. */
  parent?: string;
  /** The author of the comment that it answers. */
  answered?: string;
  /** The reader has submitted it: it is sent without asking again. */
  queued?: boolean;
  /** It was sent at least once and no answer came: the service may have it. */
  uncertain?: boolean;
}

/** The reader's name and e-mail address, stored at the reader's request. */
export interface Commenter {
  name: string;
  email: string;
}

const commenterKey = 'warraq-commenter';

export interface UnsentCommentStore {
  read(): StoredComment | undefined;
  /** `undefined` deletes what is stored. */
  write(comment: StoredComment | undefined): void;
  /**
   * Returns the e-mail address of a comment that waits to be sent. It is stored only as long as the tab is open: the
   * reader has agreed to sending it, not to storing it.
   */
  readEmail(): string;
  writeEmail(email: string): void;
  readCommenter(): Commenter | undefined;
  writeCommenter(commenter: Commenter | undefined): void;
}

/**
 * Opens the browser's storage for a thread's form. When storage is blocked or full, nothing is stored and no call
 * throws.
 */
export function openUnsentCommentStore(thread: string): UnsentCommentStore {
  const key = `warraq-comment:${thread}`;
  return {
    read: () => readStored<StoredComment>(() => localStorage, key),
    write: (comment) => writeStored(() => localStorage, key, comment),
    readEmail: () => readStored<string>(() => sessionStorage, key) ?? '',
    writeEmail: (email) => writeStored(() => sessionStorage, key, email === '' ? undefined : email),
    readCommenter: () => readStored<Commenter>(() => localStorage, commenterKey),
    writeCommenter: (commenter) => writeStored(() => localStorage, commenterKey, commenter),
  };
}

/** `storage` is a function because reading `window.localStorage` itself throws when cookies are blocked. */
function readStored<Value>(storage: () => Storage, key: string): Value | undefined {
  try {
    return JSON.parse(storage().getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

function writeStored(storage: () => Storage, key: string, value: unknown): void {
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(value));
  } catch {
    return;
  }
}
