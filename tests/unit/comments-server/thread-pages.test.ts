import { describe, expect, it, vi } from 'vitest';
import { createThreadPages } from '../../../scripts/comments-server/thread-pages.ts';

const site = 'https://news.example';
const title = '<meta property="og:site_name" content="ميناء &amp; بحر">';
const section = (state: string) => `<section id="comments" data-thread="/pier/" data-state="${state}">`;

/** Replaces the network by one that answers after `gate`. */
function answerWith(html: string, gate: Promise<unknown> = Promise.resolve()) {
  const fetched = vi.fn(async () => {
    await gate;
    return new Response(html);
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

describe('the pages of the site', () => {
  it.each<[html: string, state: string]>([
    [section('open'), 'open'],
    [section('closed'), 'closed'],
    ['<p>', 'unknown'],
  ])('%j say that the thread is %s, and the title of the site', async (html, state) => {
    answerWith(title + html);
    const pages = createThreadPages(site);
    expect(pages.siteTitle()).toBeUndefined();
    expect(await pages.stateOf('/pier/', '/pier/')).toBe(state);
    expect(pages.siteTitle()).toBe('ميناء   بحر');
  });

  it('are fetched once for all who ask at the same time', async () => {
    const gate = Promise.withResolvers<void>();
    const fetched = answerWith(section('closed'), gate.promise);
    const pages = createThreadPages(site);
    const states = Promise.all(Array.from({ length: 300 }, () => pages.stateOf('/pier/', '/pier/')));
    gate.resolve();
    expect(new Set(await states)).toEqual(new Set(['closed']));
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('leave the thread open and the title as it was when they cannot be reached', async () => {
    answerWith(title + section('closed'));
    const pages = createThreadPages(site);
    await pages.stateOf('/pier/', '/pier/');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')));
    expect(await pages.stateOf('/other/', '/other/')).toBe('open');
    expect(pages.siteTitle()).toBe('ميناء   بحر');
  });
});
