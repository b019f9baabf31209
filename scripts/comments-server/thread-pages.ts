/** `unknown` if no page of the site has the thread. */
export type ThreadState = 'open' | 'closed' | 'unknown';

interface KnownThread {
  state: ThreadState;
  /** Epoch milliseconds; `Infinity` if it never closes. */
  closesAt: number;
  /** Epoch milliseconds: when the thread has to be looked up again. */
  expiresAt: number;
}

const timeoutMs = 4000;
const lifetimeMs = 60_000;
const maxCachedThreads = 5000;

/**
 * Creates a function that looks threads up in the site itself: the page of an article names its thread, and has the
 * state of the thread and the time at which it closes. A result is cached for a minute. If the site cannot be reached,
 * the thread counts as open: an editor reads the comment before it is published.
 * @returns a function of a path of the site and the thread that its page should have
 */
export function createThreadPages(site: string): (page: string, thread: string) => Promise<ThreadState> {
  const cache = new Map<string, KnownThread>();
  return async (page, thread) => {
    const key = `${page} ${thread}`;
    const cached = cache.get(key);
    const now = Date.now();
    const known = cached && cached.expiresAt > now ? cached : await fetchThread(new URL(page, site), thread, now);
    if (cache.size >= maxCachedThreads) cache.clear();
    cache.set(key, known);
    return known.state === 'open' && known.closesAt <= now ? 'closed' : known.state;
  };
}

async function fetchThread(address: URL, thread: string, now: number): Promise<KnownThread> {
  const expiresAt = now + lifetimeMs;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
    if (response.status >= 500) throw new Error(`The site answers with ${response.status}.`);
    const html = response.ok ? await response.text() : '';
    const [section = ''] = html.match(/<section[^>]*\sid="comments"[^>]*>/) ?? [];
    if (attributeOf(section, 'data-thread') !== thread) return { state: 'unknown', closesAt: 0, expiresAt };
    const closesAt = Date.parse(attributeOf(section, 'data-closes-at') ?? '');
    return {
      state: attributeOf(section, 'data-state') === 'open' ? 'open' : 'closed',
      closesAt: Number.isNaN(closesAt) ? Number.POSITIVE_INFINITY : closesAt,
      expiresAt,
    };
  } catch {
    return { state: 'open', closesAt: Number.POSITIVE_INFINITY, expiresAt: now };
  }
}

function attributeOf(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}
