/** `unknown` if no page of the site has the thread. */
export type ThreadState = 'open' | 'closed' | 'unknown';

interface KnownThread {
  state: ThreadState;
  /** Epoch milliseconds; `Infinity` if it never closes. */
  closesAt: number;
  /** Epoch milliseconds: when the thread has to be looked up again. */
  expiresAt: number;
  siteTitle?: string;
}

const timeoutMs = 4000;
const lifetimeMs = 60_000;
const maxCachedThreads = 5000;

/** What the pages of the site say about its threads and itself. */
export interface ThreadPages {
  /**
   * Returns the state of a thread.
   * @param page a path of the site
   * @param thread the thread that the page should have
   */
  stateOf(page: string, thread: string): Promise<ThreadState>;
  /** Returns the site's title, as the page looked up last has it; undefined before the first one. */
  siteTitle(): string | undefined;
}

/**
 * Looks threads up in the site itself: the page of an article names its thread, and has the state of the thread and the
 * time at which it closes. A result is cached for a minute. If the site cannot be reached, the thread counts as open: an
 * editor reads the comment before it is published.
 */
export function createThreadPages(site: string): ThreadPages {
  const cache = new Map<string, KnownThread>();
  const beingFetched = new Map<string, Promise<KnownThread>>();
  let siteTitle: string | undefined;

  async function fetchOnce(key: string, page: string, thread: string): Promise<KnownThread> {
    const fetching = beingFetched.get(key) ?? fetchThread(new URL(page, site), thread, Date.now());
    beingFetched.set(key, fetching);
    const known = await fetching;
    beingFetched.delete(key);
    if (cache.size >= maxCachedThreads) cache.clear();
    cache.set(key, known);
    siteTitle = known.siteTitle ?? siteTitle;
    return known;
  }

  return {
    stateOf: async (page, thread) => {
      const key = `${page} ${thread}`;
      const cached = cache.get(key);
      const now = Date.now();
      const known = cached && cached.expiresAt > now ? cached : await fetchOnce(key, page, thread);
      return known.state === 'open' && known.closesAt <= now ? 'closed' : known.state;
    },
    siteTitle: () => siteTitle,
  };
}

async function fetchThread(address: URL, thread: string, now: number): Promise<KnownThread> {
  const expiresAt = now + lifetimeMs;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
    if (response.status >= 500) throw new Error(`The site answers with ${response.status}.`);
    const html = response.ok ? await response.text() : '';
    const title = titleOf(html);
    const known = { expiresAt, ...(title !== undefined && { siteTitle: title }) };
    const [section = ''] = html.match(/<section[^>]*\sid="comments"[^>]*>/) ?? [];
    if (attributeOf(section, 'data-thread') !== thread) return { ...known, state: 'unknown', closesAt: 0 };
    const closesAt = Date.parse(attributeOf(section, 'data-closes-at') ?? '');
    return {
      ...known,
      state: attributeOf(section, 'data-state') === 'open' ? 'open' : 'closed',
      closesAt: Number.isNaN(closesAt) ? Number.POSITIVE_INFINITY : closesAt,
    };
  } catch {
    return { state: 'open', closesAt: Number.POSITIVE_INFINITY, expiresAt: now };
  }
}

/** Returns the site's title in a page. Escaped characters become spaces: names are compared by their letters alone. */
function titleOf(html: string): string | undefined {
  const [tag = ''] = html.match(/<meta[^>]*\sproperty="og:site_name"[^>]*>/) ?? [];
  return attributeOf(tag, 'content')?.replace(/&[#\w]+;/g, ' ');
}

function attributeOf(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}
