export type ThreadState = 'open' | 'closed' | 'unknown';

interface Seen {
  state: ThreadState;
  closesAt: number;
  until: number;
}

const timeoutMs = 4000;
const remembered = 60_000;
const mostPages = 5000;

/**
 * Asks the site itself which threads take comments: the article's page names its thread, and says whether it is open and when
 * it closes. What it says holds for a minute. A site that cannot be reached closes nothing: an editor reads the comment.
 * @param page a path of the site
 */
export function createThreadPages(site: string): (page: string, thread: string) => Promise<ThreadState> {
  const seen = new Map<string, Seen>();
  return async (page, thread) => {
    const key = `${page} ${thread}`;
    const known = seen.get(key);
    const now = Date.now();
    const fresh = known && known.until > now ? known : await look(new URL(page, site), thread, now);
    if (seen.size >= mostPages) seen.clear();
    seen.set(key, fresh);
    return fresh.state === 'open' && fresh.closesAt <= now ? 'closed' : fresh.state;
  };
}

async function look(address: URL, thread: string, now: number): Promise<Seen> {
  const until = now + remembered;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
    if (response.status >= 500) throw new Error(`The site answers with ${response.status}.`);
    const html = response.ok ? await response.text() : '';
    const [section = ''] = html.match(/<section[^>]*\sid="comments"[^>]*>/) ?? [];
    if (attribute(section, 'data-thread') !== thread) return { state: 'unknown', closesAt: 0, until };
    const closesAt = Date.parse(attribute(section, 'data-closes-at') ?? '');
    return {
      state: attribute(section, 'data-state') === 'open' ? 'open' : 'closed',
      closesAt: Number.isNaN(closesAt) ? Number.POSITIVE_INFINITY : closesAt,
      until,
    };
  } catch {
    return { state: 'open', closesAt: Number.POSITIVE_INFINITY, until: now };
  }
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}
