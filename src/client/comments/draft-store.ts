/** A comment that has not been stored by the service, as far as the browser knows. */
export interface StoredDraft {
  text: string;
  name: string;
  parent?: string;
  /** Whom `parent` is by. */
  answered?: string;
  /** To be sent without asking again. */
  queued?: boolean;
  /** Sent at least once without an answer: the service may have it. */
  uncertain?: boolean;
}

/** Who writes comments in this browser, kept because the reader asked for it. */
export interface Commenter {
  name: string;
  email: string;
}

const commenterKey = 'warraq-commenter';

export interface DraftStore {
  read(): StoredDraft | undefined;
  write(draft: StoredDraft | undefined): void;
  /**
   * The e-mail address of a comment that waits to be sent. It lasts as long as the tab: the reader has asked to send it,
   * not to keep it.
   */
  readEmail(): string;
  writeEmail(email: string): void;
  readCommenter(): Commenter | undefined;
  writeCommenter(commenter: Commenter | undefined): void;
}

/** What the browser keeps of a thread's form. Where storage is refused or full nothing is kept, and nothing fails. */
export function openDraftStore(thread: string): DraftStore {
  const key = `warraq-comment:${thread}`;
  return {
    read: () => readStored<StoredDraft>(() => localStorage, key),
    write: (draft) => writeStored(() => localStorage, key, draft),
    readEmail: () => readStored<string>(() => sessionStorage, key) ?? '',
    writeEmail: (email) => writeStored(() => sessionStorage, key, email === '' ? undefined : email),
    readCommenter: () => readStored<Commenter>(() => localStorage, commenterKey),
    writeCommenter: (commenter) => writeStored(() => localStorage, commenterKey, commenter),
  };
}

/** Even naming the storage throws where cookies are blocked. */
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
